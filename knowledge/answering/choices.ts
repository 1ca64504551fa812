import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { confidenceIn } from './confidence.ts'
import type { Audience, Choice, Scored } from './decision.ts'

/** Candidates that a decision names. */
const NAMED = 5
const CHOICES = 3

/** The best candidates with a confidence each: the first one calibrated, the others in proportion to it. */
export function named(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): Scored[] {
  const top = ranking.slice(0, NAMED)
  const confidence = confidenceIn(ranking, entries)
  const first = Math.max(top[0]?.score ?? 0, Number.EPSILON)
  return top.map(({ id, score }) => ({
    id,
    confidence: Math.round(100 * confidence * Math.max(0, score / first)) / 100,
  }))
}

/** What to offer as "did you mean": never smalltalk, nothing that is not for who asks, or scores little beside the first. */
export function choicesOf(ranking: readonly Candidate[], knowledge: Knowledge, audience: Audience): Choice[] {
  const { intents } = knowledge
  const least = 0.4 * (ranking[0]?.score ?? 0)
  return ranking
    .slice(0, NAMED)
    .filter(
      ({ id, kind, score }) =>
        kind !== 'smalltalk' && score >= least && (intents.get(id)?.roles.includes(audience) ?? true),
    )
    .slice(0, CHOICES)
    .map(({ id }) => choice(id, knowledge))
}

/** What lies nearest to an entry, for who asks. */
export const neighboursOf = (entry: Entry, knowledge: Knowledge, audience: Audience): Choice[] =>
  entry.related
    .filter((id) => knowledge.entries.get(id)?.audience?.includes(audience) ?? knowledge.entries.has(id))
    .slice(0, CHOICES)
    .map((id) => choice(id, knowledge))

const choice = (id: string, { entries, intents }: Knowledge): Choice => ({
  id,
  label: entries.get(id)?.question ?? sentence(intents.get(id)?.phrasings[0] ?? id),
})

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
