import type { StoredQuestion } from '../../answers/unansweredStore.ts'
import { type CardBlock, replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { choiceInput, textInput } from '../../cards/elements.ts'
import type { Reply } from '../../reply.ts'
import type { Answering, FeedbackSummary, Questions } from '../questions.ts'
import type { Wording } from '../wording.ts'

const TITLES = {
  open: 'Questions I could not answer',
  answered: 'Answered by HR, waiting for the curator',
  gap: 'Being found out, and by whom',
}

const times = (count: number): string => (count === 1 ? 'asked once' : `asked ${count} times`)

const waiting = ({ askedBy }: StoredQuestion['question']): string =>
  askedBy.length > 0 ? `. ${askedBy.length} ${askedBy.length === 1 ? 'person waits' : 'people wait'} for an answer` : ''

/** The unanswered questions, grouped: how often, since when, and who waits. */
export function questionsReply({ questions, state, wording }: Questions): Reply {
  const rows = questions.map(
    ({ question }, i): CardBlock =>
      words(
        `${i + 1}. `,
        userText(question.text),
        ` (${times(question.count)} since ${wording.day(question.firstAt)}${waiting(question)})`,
        ...(question.owner ? ['. Owner: ', userText(question.owner)] : []),
        ...(question.answer ? ['. Answer: ', userText(question.answer)] : []),
      ),
  )
  const list = choiceInput(
    'id',
    'Which one',
    questions.map(({ question }, i) => ({ title: `Question ${i + 1}`, value: question.id })),
    {
      value: questions[0]?.question.id ?? '',
    },
  )
  return replyOf({
    title: TITLES[state],
    blocks:
      rows.length > 0
        ? [...rows, { kind: 'element', elements: [list] }]
        : [words(state === 'open' ? 'There are none. Everything asked so far had an answer.' : 'There are none.')],
    actions: [
      ...(rows.length > 0
        ? [{ title: 'Answer it', verb: 'review/question' as const, typedAlternative: 'answer question 1' }]
        : []),
      ...(['open', 'answered', 'gap'] as const)
        .filter((other) => other !== state)
        .map((other) => ({
          title: TITLES[other].split(',')[0] ?? '',
          verb: 'review/questions' as const,
          data: { state: other },
          submitsInputs: false,
        })),
      { title: 'Feedback', verb: 'review/feedback', submitsInputs: false, typedAlternative: 'show me the feedback' },
    ],
  })
}

/** One question, with a field for the answer and one for who is to find out. */
export function questionReply(
  { question, version }: StoredQuestion,
  wording: Wording,
  kept: { answer?: string; problem?: string } = {},
): Reply {
  const data = { id: question.id, version }
  return replyOf({
    title: 'Answer a question',
    blocks: [
      ...(kept.problem ? [strong(kept.problem)] : []),
      words(userText(question.text)),
      subtle(`It was ${times(question.count)}, first on ${wording.day(question.firstAt)}${waiting(question)}.`),
      ...(question.answer ? [words('Answered: ', userText(question.answer))] : []),
      {
        kind: 'element',
        elements: [
          textInput('answer', 'Your answer', { isMultiline: true, maxLength: 2000, value: kept.answer ?? '' }),
          textInput('owner', 'Or who is to find out', { maxLength: 200, value: question.owner ?? '' }),
        ],
        text: 'Tell me the answer. It goes to those who sent the question to HR, and waits for the curator.',
      },
    ],
    actions: [
      { title: 'Send the answer', verb: 'review/answer', data, style: 'positive' },
      { title: 'Leave it to them to find out', verb: 'review/gap', data },
      {
        title: 'Back to the questions',
        verb: 'review/questions',
        submitsInputs: false,
        typedAlternative: 'unanswered questions',
      },
    ],
  })
}

/** What came of an answer. */
export function answeredReply(outcome: Extract<Answering, { kind: 'answered' | 'gap' }>): Reply {
  const { question } = outcome
  if (outcome.kind === 'gap')
    return replyOf({
      title: 'Somebody will find out',
      blocks: [words(userText(question.text)), words('Who is to find out: ', userText(question.owner ?? ''))],
      typedAlternatives: ['unanswered questions'],
    })
  const told =
    outcome.told === 0
      ? 'Nobody sent it as theirs, so nobody is told.'
      : `${outcome.told} ${outcome.told === 1 ? 'person who asked is' : 'people who asked are'} told.`
  return replyOf({
    title: 'Answered',
    blocks: [
      words(userText(question.text)),
      words(userText(question.answer ?? '')),
      words(`${told} It waits for the curator to make it one of my answers.`),
    ],
    typedAlternatives: ['unanswered questions'],
  })
}

/** Thumbs, entry by entry, and the latest reasons. */
export function feedbackReply({ likes, dislikes, byEntry, reasons, wording }: FeedbackSummary): Reply {
  return replyOf({
    title: 'What people thought of the answers',
    blocks: [
      words(`Thumbs up: ${likes}. Thumbs down: ${dislikes}.`),
      ...byEntry.map((entry) => words(userText(entry.entry), `: ${entry.dislikes} down, ${entry.likes} up`)),
      ...(reasons.length > 0 ? [{ kind: 'heading' as const, text: 'What they said' }] : []),
      ...reasons.map(({ at, reason }) => words(`${wording.day(at)}: `, userText(reason))),
    ],
    actions: [{ title: 'Unanswered questions', verb: 'review/questions', typedAlternative: 'unanswered questions' }],
  })
}
