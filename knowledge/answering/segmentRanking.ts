import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { tokens } from '../matching/text.ts'

/** What is taken off the score of a segment, beside the whole message, and of smalltalk that goes with something else. */
const PENALTY = { question: 0.05, statement: 0.3, smalltalk: 0.1 }
/** The score from which a further segment is a question of its own. */
const FURTHER_QUESTION = 0.4
/** The score from which a segment that is no question asks for an action. */
const FURTHER_ACTION = 0.4
/** Questions of one message that are answered after the first. */
const MOST_FURTHER = 2

/** A segment of a message with its ranking. The first of a message's segments is the whole message. */
export interface SegmentRanking {
  text: string
  whole: boolean
  /** Whether it asks something; the whole does, unless it rambles and a segment of it asks. */
  question: boolean
  ranking: readonly Candidate[]
}

const penalisedScore = ({ ranking: [top], whole, question }: SegmentRanking): number =>
  (top?.score ?? 0) -
  (whole && question ? 0 : question ? PENALTY.question : PENALTY.statement) -
  (top?.kind === 'smalltalk' ? PENALTY.smalltalk : 0)

/** The segment with the best score after its penalty. */
export const bestSegment = (segments: readonly SegmentRanking[]): SegmentRanking =>
  [...segments].sort((a, b) => penalisedScore(b) - penalisedScore(a))[0] as SegmentRanking

/** The best other segments that each ask for something else and score enough to be questions of their own. */
export function furtherQuestions(first: SegmentRanking, segments: readonly SegmentRanking[]): SegmentRanking[] {
  const overlap = (a: SegmentRanking, b: SegmentRanking) =>
    !a.whole && (a.text.includes(b.text) || b.text.includes(a.text))
  const found: SegmentRanking[] = []
  const others = segments
    .filter(({ whole, ranking: [top] }) => !whole && top && top.score >= FURTHER_QUESTION && top.kind !== 'smalltalk')
    .filter(({ question, ranking: [top] }) => question || (top?.kind === 'action' && top.score >= FURTHER_ACTION))
    .sort((a, b) => penalisedScore(b) - penalisedScore(a))
  for (const one of others) {
    const isNew = [first, ...found].every(
      (other) => one.ranking[0]?.id !== other.ranking[0]?.id && !overlap(other, one),
    )
    if (isNew && found.length < MOST_FURTHER) found.push(one)
  }
  return found
}

/** A danger word occurs in so many phrasings of safety entries, and in those for such a share of all its occurrences. */
const DANGER_WORD = { times: 3, share: 0.5 }

/** Detects text with a danger word: one that mostly occurs in the phrasings of safety entries. */
export function dangerWordDetector({ entries, intents }: Knowledge): (text: string) => boolean {
  const uses = new Map<string, { all: number; danger: number }>()
  const count = (phrasings: readonly string[], danger: boolean) => {
    for (const word of phrasings.flatMap((phrasing) => [...new Set(tokens(phrasing))])) {
      const use = uses.get(word) ?? { all: 0, danger: 0 }
      uses.set(word, { all: use.all + 1, danger: use.danger + (danger ? 1 : 0) })
    }
  }
  for (const { phrasings, topic } of entries.values()) count(phrasings, topic === 'safety')
  for (const { phrasings } of intents.values()) count(phrasings, false)
  const isDangerWord = (word: string): boolean => {
    const { all, danger } = uses.get(word) ?? { all: 0, danger: 0 }
    return danger >= DANGER_WORD.times && danger >= DANGER_WORD.share * all
  }
  return (text) => tokens(text).some(isDangerWord)
}
