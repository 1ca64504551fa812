import type { Entry } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'

/** Logistic regression of "the first candidate is right" on its score and its lead; see `npm run eval -- --calibrate`. */
const CALIBRATION = { intercept: -2.2, score: 6.5, lead: 5.5 }

/** At or above: answered. */
export const SURE = 0.5
/** At or above: asked about. Below: said to be unknown. */
export const BETWEEN = 0.25

/** How sure to be of the first candidate of a ranking. */
export interface Certainty {
  confidence: number
  /** The lead over the first candidate whose reply would differ in kind. */
  lead: number
}

/**
 * Platt's calibration (Probabilistic Outputs for Support Vector Machines, 1999) of a ranking's first candidate.
 * A rival that says much the same does not count against it: another silence beside a silence, another signpost beside a
 * signpost, a related answer beside an answer.
 */
export function certainty(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): Certainty {
  const [first, ...others] = ranking
  if (!first) return { confidence: 0, lead: 0 }
  const rival = others.find((other) => !akin(first, other, entries))
  const lead = first.score - Math.max(0, rival?.score ?? 0)
  const logit = CALIBRATION.intercept + CALIBRATION.score * first.score + CALIBRATION.lead * lead
  return { confidence: 1 / (1 + Math.exp(-logit)), lead }
}

function akin(a: Candidate, b: Candidate, entries: ReadonlyMap<string, Entry>): boolean {
  if (a.kind === 'not-stated' || a.kind === 'signpost') return a.kind === b.kind
  if (a.kind !== 'answer' || b.kind !== 'answer') return false
  return Boolean(entries.get(a.id)?.related.includes(b.id) && entries.get(b.id)?.related.includes(a.id))
}
