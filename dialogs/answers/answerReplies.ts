import type { Choice, Composed } from '../../knowledge/answering/decision.ts'
import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import { dateInWords } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import { type Heard, nextQuestions, opened } from './heard.ts'
import { provenance } from './provenance.ts'

/** The suggestions that stand for something the bot does, rather than a question. */
export const WHY = 'Why this answer?'
export const SEND_TO_HR = 'Send my question to HR'
export const NONE_OF_THESE = 'None of these'

const contactFor = ({ programme }: Knowledge, topic: string) =>
  programme.contacts.find(({ topics }) => topics.includes(topic)) ?? programme.contacts[0]

/** Who in the trust to ask about a topic: the name and the job title. Undefined when the content names nobody. */
function whoToAsk(knowledge: Knowledge, topic: string): string | undefined {
  const contact = contactFor(knowledge, topic)
  return contact && `${contact.name}, ${contact.jobTitle}`
}

/** The same beside a silence: the name alone where one of late gave both. */
function whoToAskBeside({ topic }: Entry, knowledge: Knowledge, { told }: Heard): string | undefined {
  const contact = contactFor(knowledge, topic)
  const isNamed = told.some((one) => one.kind === 'not-stated' && contactFor(knowledge, one.topic) === contact)
  return isNamed ? contact?.name : whoToAsk(knowledge, topic)
}

const filled = (body: string, { programme }: Knowledge): string =>
  body.replace(/\{\{route:([a-z-]+)\}\}/g, (_, name: string) => programme.routes[name] ?? `the trust's own route`)

/** Facts with their sources, after the yes or no that was asked for, and what to ask next. */
export function factReply(entry: Entry, knowledge: Knowledge, heard: Heard, straight?: string): Reply {
  const ask = entry.kind === 'not-stated' ? whoToAskBeside(entry, knowledge, heard) : undefined
  const body = straight
    ? `**${straight}** ${entry.body.replaceAll('**', '')}`
    : opened(entry.body, knowledge, heard.silences)
  return cited(filled(body, knowledge), entry, knowledge, heard, ask)
}

/** The same in fewer and plainer words: those that the entry gives, or else its first sentence. */
export const plainerReply = (entry: Entry, knowledge: Knowledge, heard: Heard): Reply =>
  cited(entry.plainer ?? opened(`**${entry.shortAnswer}**`, knowledge, heard.silences), entry, knowledge, heard)

/** Asked whether that is a yes or a no: neither is said of the person, nor of what is not published. */
export function verdictReply(entry: Entry, knowledge: Knowledge, heard: Heard): Reply {
  const said =
    entry.kind === 'answer'
      ? `**I cannot give you a yes or a no: the trust decides that.** What is published says: ${entry.shortAnswer}`
      : `**Neither a yes nor a no.** ${entry.shortAnswer} HR can tell you.`
  return cited(said, entry, knowledge, heard, whoToAskBeside(entry, knowledge, heard))
}

/** What an entry says, with its source beneath. */
function cited(say: string, entry: Entry, knowledge: Knowledge, heard: Heard, ask?: string): Reply {
  const source = provenance(entry, knowledge, heard.cited)
  return {
    text: [
      source ? `${say} [${heard.citation}]` : say,
      ...(ask ? [`Who to ask: ${ask}.`] : []),
      ...(source ? [`_${source.line}_`] : []),
    ].join('\n\n'),
    ...(source && { citations: [source.citation] }),
    suggestions: [...nextQuestions(entry, knowledge, heard, 2), entry.kind === 'not-stated' ? SEND_TO_HR : WHY],
    feedback: true,
  }
}

/** What was put together from the content, beside the entry that it rests on. */
export function composedReply({ say, beside }: Composed, knowledge: Knowledge, heard: Heard): Reply {
  const text = opened(say, knowledge, heard.silences)
  const source = beside && provenance(beside, knowledge, heard.cited)
  const ask = whoToAsk(knowledge, 'about')
  return {
    text: source
      ? `${text} [${heard.citation}]\n\n_${source.line}_`
      : [text, ...(ask ? [`Who to ask: ${ask}.`] : [])].join('\n\n'),
    ...(source && { citations: [source.citation] }),
    suggestions: [...(beside ? nextQuestions(beside, knowledge, heard, 2) : []), SEND_TO_HR],
    feedback: true,
  }
}

/** An answer that HR took out of use. */
export const withdrawnReply = (entry: Entry, knowledge: Knowledge, heard: Heard): Reply => {
  const ask = whoToAsk(knowledge, entry.topic)
  return {
    text: [
      '**HR is checking what I would say to that, so I cannot tell you now.**',
      `Press “${SEND_TO_HR}” and they can answer you.${ask ? ` You can also ask ${ask}.` : ''}`,
    ].join('\n\n'),
    suggestions: [...nextQuestions(entry, knowledge, heard, 2), SEND_TO_HR],
  }
}

/** A signpost or a piece of smalltalk: no facts, no citation, no thumbs. */
export const plainReply = (entry: Entry, knowledge: Knowledge, heard: Heard): Reply => ({
  text: filled(entry.body, knowledge),
  suggestions: nextQuestions(entry, knowledge, heard, 3),
})

/** Two parts of one message, in the order in which they were asked. */
export function joined([first, ...others]: readonly Reply[]): Reply {
  const all = [first, ...others].filter((reply) => reply !== undefined)
  return {
    text: all.map(({ text }) => text).join('\n\n---\n\n'),
    citations: all.flatMap(({ citations = [] }) => citations),
    suggestions: [
      ...new Set(all.flatMap(({ suggestions = [] }) => suggestions.slice(0, 1))),
      ...(all.some((r) => r.feedback) ? [WHY] : []),
    ],
    feedback: all.some(({ feedback }) => feedback),
  }
}

/** Between sure and unsure. */
export const clarifyReply = (choices: readonly Choice[]): Reply => ({
  text: `I want to be sure I understand. Did you mean:\n\n${choices.map(({ label }) => `- ${label}`).join('\n')}\n\nChoose one, or say it in other words. You can also say “${NONE_OF_THESE}”.`,
  suggestions: choices.map(({ label }) => label),
})

/** Not understood, or nothing known. */
export const unknownReply = (knowledge: Knowledge): Reply => {
  const ask = whoToAsk(knowledge, 'about')
  return {
    text: [
      `**I don't have an answer to that.** I know what is published about the ${knowledge.programme.programme.name}: who it is for, how the degree works, how people are chosen and how many there are.`,
      `Try other words, or press “${SEND_TO_HR}” and HR can answer you.${ask ? ` You can also ask ${ask}.` : ''}`,
    ].join('\n\n'),
    suggestions: ['What can you do?', SEND_TO_HR],
  }
}

/** A message that is not in English, or that has no words in it. The text is the content's. */
export const unreadReply = (text: string, knowledge: Knowledge): Reply => {
  const ask = whoToAsk(knowledge, 'about')
  return { text: ask ? `${text}\n\nYou can also ask ${ask}.` : text, suggestions: ['What can you do?'] }
}

/** Asked for more than was said: what lies next to it. */
export const moreReply = (choices: readonly Choice[]): Reply => ({
  text: `That is all I have on that. I can also answer:\n\n${choices.map(({ label }) => `- ${label}`).join('\n')}\n\nChoose one, or ask in your own words.`,
  suggestions: choices.map(({ label }) => label),
})

/** Why the last answer was given. */
export function whyReply(entry: Entry, knowledge: Knowledge, heard: Heard): Reply {
  const source = provenance(entry, knowledge)
  const owner = entry.owner.replaceAll('-', ' ')
  return {
    text: [
      `**I took your question to be: “${entry.question}”**${source ? ' [1]' : ''}`,
      entry.kind === 'answer' ? `What is published says: ${entry.shortAnswer}` : entry.shortAnswer,
      `A person wrote that answer from a published page. The ${owner} keeps it true, and checks it by ${dateInWords(entry.reviewBy)}.`,
      ...(source ? [`_${source.line}_`] : []),
      `If that is not what you asked, say it in other words, or press “${SEND_TO_HR}”.`,
    ].join('\n\n'),
    ...(source && { citations: [source.citation] }),
    suggestions: [...nextQuestions(entry, knowledge, heard, 2), SEND_TO_HR],
  }
}

export const nothingToExplain = (): Reply => ({
  text: 'Ask me something first. Then I can show where the answer comes from.',
})
export const sentToHr = (): Reply => ({
  text: '**I have sent your question to HR with your name.** They will answer you here. You can see it under “My data”.',
})
export const nothingToSend = (): Reply => ({
  text: 'Tell me your question first. If I have no answer, you can send it to HR.',
})
export const noneOfThese = (): Reply => ({
  text: `Sorry about that. Please say it in other words, or press “${SEND_TO_HR}”.`,
  suggestions: ['What can you do?', SEND_TO_HR],
})

/** Said when the bot is installed, and when asked for help. */
export function welcomeReply({ programme }: Pick<Knowledge, 'programme'>): Reply {
  const asOf = programme.programme.asOf ? ` What I know was published at ${dateInWords(programme.programme.asOf)}.` : ''
  return {
    text: [
      `**Hello. I am a bot that answers questions about the ${programme.programme.name} at ${programme.trust.shortName}.**${asOf}`,
      'Ask me in your own words: who it is for, how long it takes, what the week looks like, how people are chosen.',
      'I show where each answer comes from. If I do not know, I say so. I never decide who is eligible.',
    ].join('\n\n'),
    suggestions: ['Which bands is the programme for?', 'How long is the foundation degree?', 'What can you do?'],
  }
}
