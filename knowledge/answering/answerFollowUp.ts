import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { FollowUpPhrases } from '../content/schema.ts'
import { tokenString, tokens } from '../matching/text.ts'
import { relatedChoices } from './choices.ts'
import type { Audience, Part } from './decision.ts'
import type { FollowUp } from './followUps.ts'
import { historyOf, latest, type Table } from './table.ts'

/** Frames from the top among which choices are still open. */
const RECENT = 3

/**
 * Answers a follow-up from the dialogue history.
 * @returns nothing when the history has no answer that it may refer to: then the message is matched as any other
 */
export function answerFollowUp(
  followUp: FollowUp,
  text: string,
  { audience, table }: { audience: Audience; table?: Table },
  knowledge: Knowledge,
): Part | undefined {
  const history = historyOf(table)
  const last = factEntry(history[0] ?? '', knowledge)
  const facts = history.flatMap((id) => factEntry(id, knowledge) ?? [])
  const entry = followUp === 'first' ? facts.at(-1) : followUp === 'before' ? (last ? facts[1] : facts[0]) : last
  if (!entry) return undefined
  const candidates = [{ id: entry.id, confidence: 1 }]
  switch (followUp) {
    case 'more':
    case 'other': {
      const choices = relatedChoices(entry, knowledge, audience)
      return choices.length > 0 ? { outcome: 'clarify', choices, followUp, text, candidates } : undefined
    }
    case 'sibling': {
      const other = siblingOf(entry, history, knowledge)
      return other && { ...told(other, text), candidates: [{ id: other.id, confidence: 1 }] }
    }
    case 'all':
      return undefined
    case 'why':
      return { ...told(entry, text), followUp: 'source', candidates }
    case 'plainer':
    case 'verdict':
      return { ...told(entry, text), followUp, candidates }
    default:
      return { ...told(entry, text), followUp: 'again', candidates }
  }
}

const told = (entry: Entry, text: string) => ({
  outcome: entry.kind === 'answer' ? ('answered' as const) : ('not-stated' as const),
  entry,
  text,
})

/** The entry of the one other part of what this entry's subject is a part of, where exactly one is told of. */
function siblingOf(entry: Entry, history: readonly string[], { entries, subjects }: Knowledge): Entry | undefined {
  const tells = (subject: string): Entry | undefined =>
    [...entries.values()].find((one) => one.kind === 'answer' && one.subject[0] === subject)
  for (const subject of entry.subject) {
    const whole = subjects.subjects.find(({ id }) => id === subject)?.partOf
    const parts = subjects.subjects.filter(({ id, partOf }) => partOf && partOf === whole && id !== subject)
    const [one, two] = parts.flatMap(({ id }) => tells(id) ?? []).filter(({ id }) => id !== entry.id)
    if (one && (!two || !history.includes(one.id))) return one
  }
  return undefined
}

/** The offered entry or action that a message picks by its position: "the second one". */
export function pickedChoice(
  text: string,
  table: Table | undefined,
  ordinals: FollowUpPhrases['nth'],
): string | undefined {
  const position = ordinals.findIndex((phrases) => phrases.map(tokenString).includes(tokenString(text)))
  return offeredOf(table)[position]
}

/** All that was offered of late. */
export const offeredOf = (table: Table | undefined): readonly string[] =>
  latest(table?.slice(0, RECENT), 'choices')?.choices ?? []

/** The entries of the history that mention all of these words, the latest first. */
export function earlierMentions(words: string, table: Table | undefined, entries: Knowledge['entries']): string[] {
  const wanted = tokens(words)
  return historyOf(table).filter((id) => {
    const { question = '', phrasings = [], body = '' } = entries.get(id) ?? {}
    return [question, ...phrasings, body].some((text) => {
      const words = new Set(tokens(text))
      return wanted.every((word) => words.has(word))
    })
  })
}

/** The entry of this id, if it states a fact or that none is published. */
function factEntry(id: string, { entries }: Knowledge): Entry | undefined {
  const entry = entries.get(id)
  return entry && (entry.kind === 'answer' || entry.kind === 'not-stated') ? entry : undefined
}
