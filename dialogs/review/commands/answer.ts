import * as z from 'zod'
import type { StoredQuestion } from '../../answers/unansweredStore.ts'
import { replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import type { Reply } from '../../reply.ts'
import * as fields from '../buttonFields.ts'
import { inputs, present } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { button, type Prompt, pending, type ReviewCommand } from '../command.ts'
import type { Answering } from '../questions.ts'
import { memoryOf, type ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { Wording } from '../wording.ts'
import { showQuestions, timesAsked, waiting } from './questions.ts'

/** One question, with a field for the answer and one for who is to find out. */
function questionReply(
  { question, version }: StoredQuestion,
  { day }: Wording,
  kept: { answer?: string; problem?: string } = {},
): Reply {
  const data = { id: question.id, version }
  return replyOf({
    title: 'Answer a question',
    blocks: present(
      kept.problem && strong(kept.problem),
      words(userText(question.text)),
      subtle(`It was ${timesAsked(question)}, first on ${day(question.firstAt)}${waiting(question)}.`),
      question.answer && words('Answered: ', userText(question.answer)),
      inputs(
        'Tell me the answer. It goes to those who sent the question to HR, and waits for the curator.',
        textInput('answer', 'Your answer', { isMultiline: true, maxLength: 2000, value: kept.answer ?? '' }),
        textInput('owner', 'Or who is to find out', { maxLength: 200, value: question.owner ?? '' }),
      ),
    ),
    actions: [
      { title: 'Send the answer', verb: 'review/answer', data, style: 'positive' },
      { title: 'Leave it to them to find out', verb: 'review/gap', data },
      {
        ...{ title: 'Back to the questions', verb: 'review/questions', submitsInputs: false },
        typedAlternative: 'unanswered questions',
      },
    ],
  })
}

/** What came of an answer. */
function answeredReply(outcome: Extract<Answering, { kind: 'answered' | 'gap' }>): Reply {
  const { text, owner = '', answer = '' } = outcome.question
  const typedAlternatives = ['unanswered questions']
  if (outcome.kind === 'gap') {
    const blocks = [words(userText(text)), words('Who is to find out: ', userText(owner))]
    return replyOf({ title: 'Somebody will find out', blocks, typedAlternatives })
  }
  const told =
    outcome.told === 0
      ? 'Nobody sent it as theirs, so nobody is told.'
      : `${outcome.told} ${outcome.told === 1 ? 'person who asked is' : 'people who asked are'} told.`
  const waits = words(`${told} It waits for the curator to make it one of my answers.`)
  return replyOf({
    title: 'Answered',
    blocks: [words(userText(text)), words(userText(answer)), waits],
    typedAlternatives,
  })
}

interface SeenQuestion {
  id: string
  version?: string
}

/** What came of an answer or of a gap. What was typed is kept when a colleague was first. */
const settled = async (
  { service, turn }: ReviewContext,
  id: string,
  outcome: Answering,
  answer: string,
): Promise<CommandResult> => {
  switch (outcome.kind) {
    case 'forbidden':
      return outcome
    case 'gone':
      return respond(sayMoreReply('That question is not there any more.', 'unanswered questions'))
    case 'answered':
    case 'gap':
      return respond(answeredReply(outcome))
    case 'question-conflict': {
      const problem = 'A colleague was there first. What you typed is kept below.'
      return respond(questionReply(outcome.stored, await service.wording(), { answer: outcome.typed, problem }))
    }
    case 'invalid': {
      const found = await service.question(turn.actor, id)
      if (found.kind !== 'question') return respond(outcome.message)
      return respond(questionReply(found.stored, found.wording, { answer, problem: outcome.message }))
    }
  }
}

const answerQuestion = async (context: ReviewContext, seen: SeenQuestion, text: string) =>
  settled(context, seen.id, await context.service.answer(context.turn.actor, seen, text), text)

const whatAnswer: Prompt<SeenQuestion> = { kind: 'answer', action: 'unanswered', answered: answerQuestion }

const id = fields.text(100)
const pressed = z.object({
  id,
  version: fields.text(200).optional(),
  answer: fields.optionalText(10_000),
  owner: fields.optionalText(2000),
})

/** Answers a question that the bot could not, or says who is to find out. */
export const answer: ReviewCommand<{ number: number }> = {
  name: 'answer',
  buttons: {
    'review/question': button(z.object({ id }), async ({ service, turn }, data) => {
      const found = await service.question(turn.actor, data.id)
      return found.kind === 'question' ? respond(questionReply(found.stored, found.wording)) : found
    }),
    'review/answer': button(pressed, (context, { answer: text, ...seen }) => answerQuestion(context, seen, text)),
    'review/gap': button(pressed, async (context, { owner, ...seen }) =>
      settled(context, seen.id, await context.service.markGap(context.turn.actor, seen, owner), owner),
    ),
  },
  recognise({ plain }) {
    const number = /\b(?:answer|reply to)\b.*?(\d{1,2})\b/i.exec(plain)?.[1]
    return number ? { number: Number(number) } : undefined
  },
  async run(context, { number }) {
    if (!memoryOf(context).questions) await showQuestions(context, 'open')
    const one = memoryOf(context).questions?.[number - 1]
    if (!one) return respond(sayMoreReply('There is no such question on the list.', 'unanswered questions'))
    const found = await context.service.question(context.turn.actor, one)
    if (found.kind === 'forbidden') return found
    if (found.kind === 'gone')
      return respond(sayMoreReply('That question is not there any more.', 'unanswered questions'))
    const { stored, wording } = found
    return respond(questionReply(stored, wording), pending(whatAnswer, { id: one, version: stored.version }))
  },
  prompts: [whatAnswer],
}
