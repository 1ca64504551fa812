import * as z from 'zod'
import type { UnansweredQuestion } from '../../answers/unansweredStore.ts'
import { type CardBlock, heading, replyOf, userText, words } from '../../cards/cardContent.ts'
import { type CardAction, choiceInput } from '../../cards/elements.ts'
import { inputs, linkButton, present } from '../cards/parts.ts'
import { type Act, button, type ReviewCommand, respond } from '../command.ts'
import type { FeedbackSummary, QuestionState, Questions } from '../questions.ts'
import type { Wording } from '../wording.ts'

const STATES = ['open', 'answered', 'gap'] as const
const TITLES: Record<QuestionState, string> = {
  open: 'Questions I could not answer',
  answered: 'Answered by HR, waiting for the curator',
  gap: 'Being found out, and by whom',
}

export const timesAsked = ({ count }: UnansweredQuestion): string =>
  count === 1 ? 'asked once' : `asked ${count} times`

/** Who waits for the answer, as the end of a sentence. */
export const waiting = ({ askedBy: { length } }: UnansweredQuestion): string =>
  length > 0 ? `. ${length} ${length === 1 ? 'person waits' : 'people wait'} for an answer` : ''

/** The unanswered questions, grouped: how often, since when, and who waits. */
function questionsReply({ questions: all, state }: Questions, { day }: Wording) {
  const rows = all.map(({ question }, i): CardBlock => {
    const since = ` (${timesAsked(question)} since ${day(question.firstAt)}${waiting(question)})`
    const owner = question.owner ? ['. Owner: ', userText(question.owner)] : []
    const answer = question.answer ? ['. Answer: ', userText(question.answer)] : []
    return words(`${i + 1}. `, userText(question.text), since, ...owner, ...answer)
  })
  const choices = all.map(({ question }, i) => ({ title: `Question ${i + 1}`, value: question.id }))
  const any = rows.length > 0
  const none = state === 'open' ? 'There are none. Everything asked so far had an answer.' : 'There are none.'
  const titleOf = (other: QuestionState) => TITLES[other].split(',')[0] ?? ''
  const others = STATES.filter((other) => other !== state)
  return replyOf({
    title: TITLES[state],
    blocks: any
      ? [...rows, inputs(undefined, choiceInput('id', 'Which one', choices, { value: choices[0]?.value }))]
      : [words(none)],
    actions: present<CardAction>(
      any && { title: 'Answer it', verb: 'review/question', typedAlternative: 'answer question 1' },
      ...others.map((other) => linkButton(titleOf(other), 'review/questions', undefined, { state: other })),
      linkButton('Feedback', 'review/feedback', 'show me the feedback'),
    ),
  })
}

export const showQuestions: Act<{ state: QuestionState }> = async ({ service, actor, wording, memory }, { state }) => {
  const list = await service.questions(actor, state)
  if (list.kind !== 'questions') return list
  memory.questions = list.questions.map(({ question }) => question.id)
  return respond(questionsReply(list, await wording()))
}

/** The questions that the bot could not answer. */
export const questions: ReviewCommand<{ state: QuestionState }> = {
  name: 'questions',
  buttons: { 'review/questions': button(z.object({ state: z.enum(STATES).default('open') }), showQuestions) },
  recognise: ({ plain }) => ({ state: /\bgaps? with\b|\bmarked as gaps?\b/i.test(plain) ? 'gap' : 'open' }),
  run: showQuestions,
}

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
