import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { tokens } from '../matching/text.ts'

/** What a piece must be ahead of the whole message to stand for it. */
const HANDICAP = { question: 0.05, statement: 0.3 }
/** The score from which a further piece is a question of its own. */
const SECOND = 0.4
/** The score from which a piece that asks nothing is something to do. */
const ACTION = 0.4
/** Questions of one message that are answered after the first. */
const FURTHER = 2

/** A piece of a message with its ranking. The first of a message's readings is the message whole. */
export interface Reading {
  text: string
  whole: boolean
  /** Whether it asks something; the whole does, unless it rambles and a piece of it asks. */
  question: boolean
  ranking: readonly Candidate[]
}

const standing = ({ ranking, whole, question }: Reading): number =>
  (ranking[0]?.score ?? 0) - (whole && question ? 0 : question ? HANDICAP.question : HANDICAP.statement)

/** The reading that stands best for the message. */
export const bestOf = (readings: readonly Reading[]): Reading =>
  [...readings].sort((a, b) => standing(b) - standing(a))[0] as Reading

/** The best other pieces that each ask for something else, if they are sure enough to be questions of their own. */
export function furtherQuestions(first: Reading, readings: readonly Reading[]): Reading[] {
  const overlap = (a: Reading, b: Reading) => !a.whole && (a.text.includes(b.text) || b.text.includes(a.text))
  const found: Reading[] = []
  const others = readings
    .filter(({ whole, ranking: [top] }) => !whole && top && top.score >= SECOND && top.kind !== 'smalltalk')
    .filter(({ question, ranking: [top] }) => question || (top?.kind === 'action' && top.score >= ACTION))
    .sort((a, b) => standing(b) - standing(a))
  for (const one of others) {
    const isNew = [first, ...found].every(
      (other) => one.ranking[0]?.id !== other.ranking[0]?.id && !overlap(other, one),
    )
    if (isNew && found.length < FURTHER) found.push(one)
  }
  return found
}

/** How often a word must be in what people say of a danger to tell one, and what share of all its uses that must be. */
const TELLING = { times: 3, share: 0.5 }

/** Whether a piece holds a word that mostly tells of a danger. */
export function alarming({ entries, intents }: Knowledge): (piece: string) => boolean {
  const uses = new Map<string, { all: number; danger: number }>()
  const count = (phrasings: readonly string[], danger: boolean) => {
    for (const word of phrasings.flatMap((phrasing) => [...new Set(tokens(phrasing))])) {
      const use = uses.get(word) ?? { all: 0, danger: 0 }
      uses.set(word, { all: use.all + 1, danger: use.danger + (danger ? 1 : 0) })
    }
  }
  for (const { phrasings, topic } of entries.values()) count(phrasings, topic === 'safety')
  for (const { phrasings } of intents.values()) count(phrasings, false)
  const tells = (word: string): boolean => {
    const { all, danger } = uses.get(word) ?? { all: 0, danger: 0 }
    return danger >= TELLING.times && danger >= TELLING.share * all
  }
  return (piece) => tokens(piece).some(tells)
}
