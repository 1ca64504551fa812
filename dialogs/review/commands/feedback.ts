import { heading, replyOf, userText, words } from '../../cards/cardContent.ts'
import { present } from '../cards/parts.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import type { FeedbackSummary } from '../questions.ts'

/** Thumbs, entry by entry, and the latest reasons. */
const feedbackReply = ({ likes, dislikes, byEntry, reasons, wording }: FeedbackSummary) =>
  replyOf({
    title: 'What people thought of the answers',
    blocks: present(
      words(`Thumbs up: ${likes}. Thumbs down: ${dislikes}.`),
      ...byEntry.map(({ entry, dislikes: down, likes: up }) => words(userText(entry), `: ${down} down, ${up} up`)),
      reasons.length > 0 && heading('What they said'),
      ...reasons.map(({ at, reason }) => words(`${wording.day(at)}: `, userText(reason))),
    ),
    actions: [{ title: 'Unanswered questions', verb: 'review/questions', typedAlternative: 'unanswered questions' }],
  })

const showFeedback: Act = async ({ service, actor }) => {
  const summary = await service.feedback(actor)
  return summary.kind === 'feedback' ? respond(feedbackReply(summary)) : summary
}

const FEEDBACK = /\bfeedback\b|\bthumbs?\b|\bhow is the bot doing\b|\bbad answers\b|\bdidnt like\b/i

/** What people thought of the answers. */
export const feedback: ReviewCommand = {
  name: 'feedback',
  buttons: { 'review/feedback': showFeedback },
  recognise: ({ plain }) => (FEEDBACK.test(plain) ? {} : undefined),
  run: showFeedback,
}
