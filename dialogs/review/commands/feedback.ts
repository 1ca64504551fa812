import { heading, replyOf, userText, words } from '../../cards/cardContent.ts'
import { present } from '../cards/parts.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import type { FeedbackSummary } from '../questions.ts'
import type { Wording } from '../wording.ts'

/** Thumbs, entry by entry, and the latest reasons. */
const feedbackReply = ({ likes, dislikes, byEntry, reasons }: FeedbackSummary, { day }: Wording) =>
  replyOf({
    title: 'What people thought of the answers',
    blocks: present(
      words(`Thumbs up: ${likes}. Thumbs down: ${dislikes}.`),
      ...byEntry.map(({ entry, dislikes: down, likes: up }) => words(userText(entry), `: ${down} down, ${up} up`)),
      reasons.length > 0 && heading('What they said'),
      ...reasons.map(({ at, reason }) => words(`${day(at)}: `, userText(reason))),
    ),
    actions: [{ title: 'Unanswered questions', verb: 'review/questions', typedAlternative: 'unanswered questions' }],
  })

const showFeedback: Act = async ({ service, actor, wording }) => {
  const summary = await service.feedback(actor)
  if (summary.kind !== 'feedback') return summary
  return respond(feedbackReply(summary, await wording()))
}

const FEEDBACK = /\bfeedback\b|\bthumbs?\b|\bhow is the bot doing\b|\bbad answers\b|\bdidnt like\b/i

/** What people thought of the answers. */
export const feedback: ReviewCommand = {
  name: 'feedback',
  buttons: { 'review/feedback': showFeedback },
  recognise: ({ plain }) => (FEEDBACK.test(plain) ? {} : undefined),
  run: showFeedback,
}
