import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { calibratedConfidence } from './confidence.ts'
import type { Audience, Choice, Scored } from './decision.ts'

/** Candidates that a decision lists. */
const LISTED = 5
const CHOICES = 3

/** The best candidates with their confidence: that of the first calibrated, those of the others in proportion to it. */
export function withConfidence(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): Scored[] {
  const top = ranking.slice(0, LISTED)
  const confidence = calibratedConfidence(ranking, entries)
  const first = Math.max(top[0]?.score ?? 0, Number.EPSILON)
  return top.map(({ id, score }) => ({
    id,
    confidence: Math.round(100 * confidence * Math.max(0, score / first)) / 100,
  }))
}

/** What "did you mean" offers: no smalltalk, no action of another role, nothing that scores little beside the first. */
export function clarificationChoices(
  ranking: readonly Candidate[],
  knowledge: Knowledge,
  audience: Audience,
): Choice[] {
  const { intents } = knowledge
  const least = 0.4 * (ranking[0]?.score ?? 0)
  return ranking
    .slice(0, LISTED)
    .filter(
      ({ id, kind, score }) =>
        kind !== 'smalltalk' && score >= least && (intents.get(id)?.roles.includes(audience) ?? true),
    )
    .slice(0, CHOICES)
    .map(({ id }) => choice(id, knowledge))
}

/** The related entries that are open to this audience. */
export const relatedChoices = (entry: Entry, knowledge: Knowledge, audience: Audience): Choice[] =>
  entry.related
    .filter((id) => knowledge.entries.get(id)?.audience?.includes(audience) ?? knowledge.entries.has(id))
    .slice(0, CHOICES)
    .map((id) => choice(id, knowledge))

/** A choice with its question, or the first way of asking for its action. */
export const choice = (id: string, { entries, intents }: Knowledge): Choice => ({
  id,
  label: entries.get(id)?.question ?? sentence(intents.get(id)?.phrasings[0] ?? id),
})

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
