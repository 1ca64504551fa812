import type { Entry } from '../../knowledge/content/knowledge.ts'
import { type CardContent, replyOf, strong, userText, words } from '../cards/cardContent.ts'
import { textInput } from '../cards/elements.ts'
import type { Day } from '../clock.ts'
import type { Reply } from '../reply.ts'
import { forHrAlone } from '../rootReplies.ts'
import type { Curated, Withdrawal } from './curationService.ts'

type CurationVerb = 'curation/withdraw' | 'curation/put-back' | 'curation/list' | 'curation/leave'

/** What HR types, and what stands on the buttons. */
const WITHDRAW = 'Withdraw this answer'
const PUT_BACK = 'Put this answer back'
const WITHDRAWN = 'Withdrawn answers'

/** Asked when HR gives no reason. */
export const SAY_WHY = 'Say why, for whoever mends it.'

const reply = (content: CardContent<CurationVerb>): Reply => replyOf(content, false)

const list = {
  title: WITHDRAWN,
  verb: 'curation/list',
  submitsInputs: false,
  typedAlternative: WITHDRAWN.toLowerCase(),
} as const

/** Asks HR why, before an answer is withdrawn. */
export const withdrawReply = ({ id, question }: Entry, problem?: string): Reply =>
  reply({
    title: 'Withdraw this answer?',
    blocks: [
      ...(problem ? [strong(problem)] : []),
      words(`The question is: “${question}” (${id}).`),
      words(
        'Nobody gets this answer from then on. Whoever asks is told that it is being checked, and who to ask. You can put it back at any time.',
      ),
      {
        kind: 'element',
        elements: [textInput('reason', 'Why?', { maxLength: 300, isRequired: true, errorMessage: SAY_WHY })],
      },
    ],
    actions: [
      { title: 'Withdraw', verb: 'curation/withdraw', data: { entryId: id }, style: 'destructive' },
      { title: 'Leave it', verb: 'curation/leave', submitsInputs: false },
    ],
  })

/** What came of it. */
export function curatedReply(outcome: Curated): Reply {
  switch (outcome.kind) {
    case 'withdrawn':
      return reply({
        title: 'The answer is withdrawn',
        blocks: [words(`“${outcome.entry.question}” is no longer answered. It takes effect within half a minute.`)],
        actions: [{ title: PUT_BACK, verb: 'curation/put-back', data: { entryId: outcome.entry.id } }, list],
      })
    case 'put-back':
      return reply({
        title: 'The answer is back',
        blocks: [words(`“${outcome.entry.question}” is answered again.`)],
        actions: [list],
      })
    case 'already':
      return reply({
        title: outcome.since ? 'It is withdrawn already' : 'It is not withdrawn',
        blocks: outcome.since
          ? [words(`${outcome.since.by.name} withdrew it. The reason given is: `, userText(outcome.since.reason))]
          : [words(`“${outcome.entry.question}” is answered as it was.`)],
        actions: [list],
      })
    case 'kept':
      return {
        text: 'I cannot withdraw that one. What I say to somebody in danger, and small talk, is changed in the content alone.',
      }
    case 'no-reason':
      return { text: `${SAY_WHY} Press Withdraw again with a reason.` }
    case 'no-such-answer':
      return whichAnswer()
    case 'forbidden':
      return forHrAlone()
  }
}

/** Nothing was answered that could be meant. */
export const whichAnswer = (): Reply => ({
  text: `Ask me the question first. When you see the answer, say “${WITHDRAW.toLowerCase()}” or “${PUT_BACK.toLowerCase()}”.`,
})

/** The answers that stand withdrawn. */
export const withdrawnReply = (withdrawn: readonly { withdrawal: Withdrawal; entry?: Entry }[], day: Day): Reply =>
  reply({
    title: withdrawn.length === 0 ? 'No answer is withdrawn' : WITHDRAWN,
    blocks: withdrawn.map(({ withdrawal: { entryId, at, by, reason }, entry }) =>
      words(`“${entry?.question ?? entryId}”, by ${by.name} on ${day(at)}: `, userText(reason)),
    ),
    actions: withdrawn
      .filter(({ entry }) => entry !== undefined)
      .slice(0, 5)
      .map(({ withdrawal: { entryId } }) => ({
        title: `Put back ${entryId}`,
        verb: 'curation/put-back' as const,
        data: { entryId },
      })),
  })

/** The store did not answer: whether it was changed is not known. */
export const notKnown = (): Reply => ({
  text: `I cannot tell whether that worked. Please say “${WITHDRAWN.toLowerCase()}” in a minute to see.`,
})

export const leftAlone = (): Reply => reply({ title: 'Left as it was', blocks: [words('Nothing was changed.')] })
