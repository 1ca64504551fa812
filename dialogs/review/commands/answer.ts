import * as z from 'zod'
import type { StoredQuestion } from '../../answers/unansweredStore.ts'
import { replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import * as fields from '../buttonFields.ts'
import { inputs, linkButton, present } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, button, type Prompt, pending, type ReviewCommand, respond } from '../command.ts'
import type { Answering, SeenQuestion } from '../questions.ts'
import type { Wording } from '../wording.ts'
import { showQuestions, timesAsked, waiting } from './questions.ts'

const QUESTIONS = 'unanswered questions'
const GONE = sayMoreReply('That question is not there any more.', QUESTIONS)

/** One question, with a field for the answer and one for who is to find out. */
function questionReply({ question, version }: StoredQuestion, { day }: Wording, answer = '', problem = '') {
  const data = { id: question.id, version }
  return replyOf({
    title: 'Answer a question',
    blocks: present(
      problem && strong(problem),
      words(userText(question.text)),
      subtle(`It was ${timesAsked(question)}, first on ${day(question.firstAt)}${waiting(question)}.`),
      question.answer && words('Answered: ', userText(question.answer)),
      inputs(
        'Tell me the answer. It goes to those who sent the question to HR, and waits for the curator.',
        textInput('answer', 'Your answer', { isMultiline: true, maxLength: 2000, value: answer }),
        textInput('owner', 'Or who is to find out', { maxLength: 200, value: question.owner ?? '' }),
      ),
    ),
    actions: [
      { title: 'Send the answer', verb: 'review/answer', data, style: 'positive' },
      { title: 'Leave it to them to find out', verb: 'review/gap', data },
      linkButton('Back to the questions', 'review/questions', QUESTIONS),
    ],
  })
}

/** What came of an answer. */
function answeredReply(outcome: Extract<Answering, { kind: 'answered' | 'gap' }>) {
  const { text, owner = '', answer: given = '' } = outcome.question
  const typedAlternatives = [QUESTIONS]
  if (outcome.kind === 'gap') {
    const blocks = [words(userText(text)), words('Who is to find out: ', userText(owner))]
    return replyOf({ title: 'Somebody will find out', blocks, typedAlternatives })
  }
  const { told } = outcome
  const people = `${told} ${told === 1 ? 'person who asked is' : 'people who asked are'} told.`
  const whoIsTold = told === 0 ? 'Nobody sent it as theirs, so nobody is told.' : people
  const waits = words(`${whoIsTold} It waits for the curator to make it one of my answers.`)
  return replyOf({
    title: 'Answered',
    blocks: [words(userText(text)), words(userText(given)), waits],
    typedAlternatives,
  })
}

/** Tells what came of an answer or of a gap. What was typed is kept when a colleague was first. */
const settled: Act<{ id: string; typed: string; outcome: Answering }> = async (context, { id, typed, outcome }) => {
  const { service, actor, wording } = context
  switch (outcome.kind) {
    case 'forbidden':
      return outcome
    case 'gone':
      return respond(GONE)
    case 'answered':
    case 'gap':
      return respond(answeredReply(outcome))
    case 'question-conflict': {
      const problem = 'A colleague was there first. What you typed is kept below.'
      return respond(questionReply(outcome.stored, await wording(), outcome.typed, problem))
    }
    case 'invalid': {
      const found = await service.question(actor, id)
      if (found.kind !== 'question') return respond(outcome.message)
      return respond(questionReply(found.stored, await wording(), typed, outcome.message))
    }
  }
}

const answerIt: Act<SeenQuestion & { answer: string }> = async (context, { answer: typed, ...seen }) =>
  settled(context, { id: seen.id, typed, outcome: await context.service.answer(context.actor, seen, typed) })

const leaveToOwner: Act<SeenQuestion & { owner: string }> = async (context, { owner: typed, id, version }) =>
  settled(context, { id, typed, outcome: await context.service.markGap(context.actor, { id, version }, typed) })

const whatAnswer: Prompt<SeenQuestion> = {
  kind: 'answer',
  left: 'the question waits for its answer',
  again: 'What is the answer to the question above? Tell me, or say “cancel”.',
  action: 'unanswered',
  answered: (context, { message, id, version }) => answerIt(context, { id, version, answer: message }),
}

const id = fields.text(100)
const version = fields.text(200).optional()

/** Answers a question that the bot could not, or says who is to find out. */
export const answer: ReviewCommand<{ number: number }> = {
  name: 'answer',
  buttons: {
    'review/question': button(z.object({ id }), async ({ service, actor, wording }, seen) => {
      const found = await service.question(actor, seen.id)
      return found.kind === 'question' ? respond(questionReply(found.stored, await wording())) : found
    }),
    'review/answer': button(z.object({ id, version, answer: fields.optionalText(10_000) }), answerIt),
    'review/gap': button(z.object({ id, version, owner: fields.optionalText(2000) }), leaveToOwner),
  },
  recognise({ plain }) {
    const number = /\b(?:answer|reply to)\b.*?(\d{1,2})\b/i.exec(plain)?.[1]
    return number ? { number: Number(number) } : undefined
  },
  async run(context, { number }) {
    if (!context.memory.questions) await showQuestions(context, { state: 'open' })
    const key = context.memory.questions?.[number - 1]
    if (!key) return respond(sayMoreReply('There is no such question on the list.', QUESTIONS))
    const found = await context.service.question(context.actor, key)
    if (found.kind === 'forbidden') return found
    if (found.kind === 'gone') return respond(GONE)
    const prompt = pending(whatAnswer, { id: key, version: found.stored.version })
    return respond(questionReply(found.stored, await context.wording()), prompt)
  },
  prompts: [whatAnswer],
}
