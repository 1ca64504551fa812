/**
 * HR's commands, each in a file of its own or beside the one that it goes with: what its buttons bring and do (`buttons`,
 * by verb), by which words a message asks for it (`recognise`), what it does then (`run`), and what it may ask back
 * (`prompts`). To add one, such as `release.ts`:
 *
 * 1. Give the service what it does (`oneInterest.ts`): there the permission is checked, and the change is recorded.
 * 2. Write its file here. A refusal, one's own interest and a lost one are returned as they are: all commands tell them
 *    in the same words.
 * 3. Import it below and add it to BY_WORDS when its words mean nothing else, else to the list of each action that its
 *    messages may be matched to (`npm run ask` tells; `knowledge/intents/` has the phrasings), before what would take
 *    them: setStatus and list take whatever is left.
 * 4. Put its button on a card: `cards/interestCard.ts` for one interest, `cards/listCard.ts` for a list.
 */
import type { ReviewMessage } from '../asking/reviewMessage.ts'
import type { Prompt, ReviewCommand } from '../command.ts'
import { answer } from './answer.ts'
import { assign } from './assign.ts'
import { choose } from './choose.ts'
import { counts } from './counts.ts'
import { countsSheet } from './countsSheet.ts'
import { enter } from './enter.ts'
import { exportList, fileConsent } from './exportList.ts'
import { exports } from './exports.ts'
import { hold } from './hold.ts'
import { leave } from './leave.ts'
import { first, list, listAgain, nextPage, others } from './list.ts'
import { note } from './note.ts'
import { open } from './open.ts'
import { feedback, questions } from './questions.ts'
import { release } from './release.ts'
import { sameAgain, wrongOne } from './sameAgain.ts'
import { sendNotice } from './sendNotice.ts'
import { setStatus } from './setStatus.ts'
import { tell } from './tell.ts'
import { unclear } from './unclear.ts'
import { undo } from './undo.ts'
import { writeTo } from './writeTo.ts'

/** Commands whose words are their own, whatever action the message was matched to. */
const BY_WORDS: readonly ReviewCommand[] = [leave, exports, countsSheet]

/** Commands that go on with the list, the record or what was done last. */
const ON_THE_TABLE = [wrongOne, listAgain, counts, others, first, tell, sameAgain]
const ORDERS = [undo, release, hold, sendNotice, note, assign]

/** Commands by the action that a message was matched to: the first that recognises it is meant. */
const BY_ACTION: Readonly<Record<string, readonly ReviewCommand[]>> = {
  unanswered: [answer, feedback, questions],
  export: [exportList],
  'update-status': [...ON_THE_TABLE, ...ORDERS, setStatus],
  review: [...ON_THE_TABLE, setStatus, writeTo, enter, ...ORDERS, nextPage, open, unclear, list],
}

/** Commands that no message asks for. */
const BY_BUTTON: readonly ReviewCommand[] = [choose, fileConsent]

const COMMANDS = [...new Set([...BY_WORDS, ...Object.values(BY_ACTION).flat(), ...BY_BUTTON])]

/** What each button does, by its verb. */
export const BUTTONS = new Map(COMMANDS.flatMap(({ buttons = {} }) => Object.entries(buttons)))

/** The verbs of HR's cards. Anybody can send one: what it does is checked by the service. */
export const REVIEW_VERBS = [...BUTTONS.keys()]

/** Every prompt, by its kind. */
export const PROMPTS = new Map<string, Prompt>(
  COMMANDS.flatMap(({ prompts = [] }) => prompts.map((prompt) => [prompt.kind, prompt] as const)),
)

/** The command that a message asks for, with what it asks of it. */
export const commandFor = (message: ReviewMessage): { command: ReviewCommand; request: object } | undefined => {
  for (const command of [...BY_WORDS, ...(BY_ACTION[message.action] ?? BY_ACTION.review ?? [])]) {
    const request = command.recognise?.(message)
    if (request) return { command, request }
  }
  return undefined
}
