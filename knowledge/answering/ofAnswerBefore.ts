import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Moves } from '../content/schema.ts'
import { tokens } from '../matching/text.ts'
import { neighboursOf } from './choices.ts'
import type { Audience, Part, Previous } from './decision.ts'
import type { Move } from './moves.ts'

/**
 * What a move asks of the answer before it.
 * @returns nothing when there is no such answer: then the words are asked as any others
 */
export function ofAnswerBefore(
  move: Move,
  text: string,
  { audience, previous }: { audience: Audience; previous?: Previous },
  knowledge: Knowledge,
): Part | undefined {
  const last = entryOf(previous?.id ?? '', knowledge)
  const facts = saidBefore(previous).flatMap((id) => entryOf(id, knowledge) ?? [])
  const entry = move === 'first' ? facts.at(-1) : move === 'before' ? (last ? facts[1] : facts[0]) : last
  if (!entry) return undefined
  const candidates = [{ id: entry.id, confidence: 1 }]
  if (move === 'more' || move === 'other') {
    const choices = neighboursOf(entry, knowledge, audience)
    return choices.length > 0 ? { outcome: 'clarify', choices, of: move, text, candidates } : undefined
  }
  return {
    outcome: entry.kind === 'answer' ? 'answered' : 'not-stated',
    entry,
    of: move === 'why' ? 'source' : 'again',
    text,
    candidates,
  }
}

/** The choice that these words name, of those that the turn before offered. */
export function chosen(text: string, previous: Previous | undefined, nth: Moves['nth']): string | undefined {
  if (!previous?.offered) return undefined
  const said = tokens(text).join(' ')
  return previous.offered[nth.findIndex((ways) => ways.some((way) => tokens(way).join(' ') === said))]
}

/** Which of the answers before speak of these words, the latest first. */
export function spokenOf(words: string, previous: Previous | undefined, entries: Knowledge['entries']): string[] {
  const wanted = tokens(words)
  return saidBefore(previous).filter((id) => {
    const { question = '', phrasings = [], body = '' } = entries.get(id) ?? {}
    return [question, ...phrasings, body].some((text) => {
      const there = new Set(tokens(text))
      return wanted.every((word) => there.has(word))
    })
  })
}

const saidBefore = (previous: Previous | undefined): string[] =>
  previous ? [previous.id, ...(previous.before ?? [])] : []

/** An entry that states a fact, or that none is published. */
function entryOf(id: string, { entries }: Knowledge): Entry | undefined {
  const entry = entries.get(id)
  return entry && (entry.kind === 'answer' || entry.kind === 'not-stated') ? entry : undefined
}
