import type { Reading } from '../../knowledge/answering/arbiter.ts'
import { normalise } from '../reading/normalise.ts'
import { beginsWith, says } from '../reading/phrases.ts'
import { readReply } from '../reading/yesNo.ts'
import { forHrAlone, unknownButton } from '../rootReplies.ts'
import type { Submission } from '../turn.ts'
import { leaning } from './asking/leaning.ts'
import { namesIn } from './asking/reviewTarget.ts'
import { goneReply, leftReply, ownReply } from './cards/plain.ts'
import type { CommandResult, PendingPrompt, Prompt, ReviewContext, ReviewResponse } from './command.ts'
import { respond } from './command.ts'
import { BUTTONS, commandFor, PROMPTS } from './commands/index.ts'
import { readMessage } from './readMessage.ts'
import { reviewTable } from './reviewMemory.ts'

const REPLIES = { forbidden: forHrAlone, 'own-interest': ownReply, gone: goneReply }

/** The response to a command's result. */
const responseTo = ({ turn }: ReviewContext, result: CommandResult): ReviewResponse => {
  if (!('kind' in result)) return result
  if (result.kind === 'forbidden') turn.trace.outcomes = ['refused']
  return respond(REPLIES[result.kind]())
}

/** Does something for HR alone. The service checks each function too; this keeps its forms from others. */
const forHr = async (context: ReviewContext, act: () => Promise<CommandResult>): Promise<ReviewResponse> =>
  responseTo(context, context.service.allows(context.actor) ? await act() : { kind: 'forbidden' })

/**
 * Reads a message, notes in the trace what it gave, and runs the command that it asks for.
 * @param action the action that the message was matched to
 */
export const handleMessage = (context: ReviewContext, action: string): Promise<ReviewResponse> =>
  forHr(context, async () => {
    const message = await readMessage(context, action)
    const { which, ...target } = message.slots.target
    context.turn.trace.slots = {
      filter: message.slots.filter,
      target: { ...target, ...(which && { which: which.text }) },
    }
    const asked = commandFor(message)
    const { did } = context.memory
    const result = await (asked?.command.run?.(context, asked.request) ?? respond(leftReply()))
    if (context.memory.did === did && !KEEPS_DID.includes(asked?.command.name ?? '')) delete context.memory.did
    return result
  })

/** After any other command, what was done before it is not done again by "and lucy". */
const KEEPS_DID = ['undo', 'counts']

/** Does what a button of HR's cards asks for, pressed or forged. */
export const pressButton = (context: ReviewContext, { verb, data }: Submission): Promise<ReviewResponse> =>
  forHr(context, async () => BUTTONS.get(verb)?.(context, data) ?? respond(unknownButton()))

const YES = /^\W*(yes|yeah|yep|yup|y|ok|okay|sure|confirm|do it|go ahead|please do|that’?s right)\b/i
const NO = /^\W*(no|nope|nah|naw|n|not now|cancel|stop|don[’']?t|never ?mind|leave (it|them)|forget it)\b/i
/** What takes back what was begun, though nothing of it is done yet: "sorry no, undo that". */
const STOPS =
  /^\W*(?:(?:sorry|oh|no|wait|actually|oops|sry)\W+)*(?:undo|cancel|stop|forget|scrap|leave)(?: (?:it|that|this|him|her|them))?\W*$/i
/** A yes to the form of one's own interest, which is no answer to HR's prompts. */
const TO_REGISTER = /\b(register|sign|put) me\b/i
/** Whether a message asks or orders something, and so is no text for a note, a purpose or a reason. */
const asksOther = (message: string): boolean => {
  const text = normalise(message).replace(/^(?:(?:sorry|oh|no|wait|actually|ok|and|hang on|also|right) )+/, '')
  const [, ...afterCommas] = message.split(/[,;]/).map(normalise)
  const asks = (said: string) => beginsWith(said, 'asksAnything')
  return message.trim().endsWith('?') || beginsWith(text, 'ordersHr') || asks(text) || afterCommas.some(asks)
}

/** What a message is to a prompt: its answer, a no to it, or undefined when it asks for something else. */
function promptReply({ yes, answers, ofSome }: Prompt, message: string): 'answer' | 'no' | undefined {
  if (yes) {
    if (ofSome && says(normalise(message), 'onlySome')) return 'answer'
    const reply = readReply(message)
    if (NO.test(message) || reply === 'no' || reply === 'cancel') return 'no'
    if (YES.test(message) || yes.test(message)) return 'answer'
    return reply === 'yes' && !TO_REGISTER.test(message) ? 'answer' : undefined
  }
  if (STOPS.test(message)) return 'no'
  if (NO.test(message)) return message.trim().split(/\s+/).length < 4 ? 'no' : 'answer'
  const other = asksOther(message) || (answers && !answers(message))
  return other ? undefined : 'answer'
}

/** Whether a message answers a pending prompt, rather than asks for something else. */
export const answersPrompt = ({ kind }: PendingPrompt, message: string): boolean => {
  const prompt = PROMPTS.get(kind)
  return prompt !== undefined && promptReply(prompt, message) !== undefined
}

/** Goes on with a prompt that a message answers. */
export async function continuePrompt(context: ReviewContext, prompted: PendingPrompt): Promise<ReviewResponse> {
  const { trace, message } = context.turn
  const prompt = PROMPTS.get(prompted.kind)
  trace.outcomes.push('action')
  trace.action = prompt?.action ?? null
  if (!prompt || promptReply(prompt, message) === 'no') return respond(leftReply())
  return responseTo(context, await prompt.answered(context, { ...prompted, message }))
}

/** What is asked again of a prompt once a question in the middle was answered; nothing for a yes or no. */
export const promptAgain = ({ kind }: PendingPrompt): string | undefined => PROMPTS.get(kind)?.again

/** How a message leans on the list and the record on the table, when it does. Throws StoreUnavailable. */
export async function readLeaning(context: ReviewContext): Promise<Reading | undefined> {
  const { list, opened } = reviewTable(context.turn.memory)
  if (!list && !opened && namesIn(context.turn.message).length === 0) return undefined
  const message = await readMessage(context, 'review')
  const asked = commandFor(message)
  return asked && leaning(asked.command.name, message)
}

/** What is said of a prompt that something else took the place of. */
export const promptLeft = ({ kind }: PendingPrompt): string => PROMPTS.get(kind)?.left ?? 'nothing was changed'
