import type { Entry } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'

/**
 * Logistic regression of "the first candidate is right" on its score, its lead and its support. Fitted to 392 questions
 * that no phrasing was made from, and, at half their weight, to 360 that have nothing to do with the programme
 * (CLINC150 and StackFAQ).
 */
const CALIBRATION = { intercept: -1.08, score: 2.37, lead: 7.81, support: 3.52 }

/** At or above: answered. */
export const SURE = 0.5
/** At or above: asked about. Below: said to be unknown. */
export const BETWEEN = 0.42
/** How many candidates after the first may support it. */
const SUPPORTERS = 4

/**
 * Platt's calibration (Probabilistic Outputs for Support Vector Machines, 1999) of a ranking's first candidate.
 * A rival that says much the same does not count against it: another silence beside a silence, another signpost beside a
 * signpost, a related answer beside an answer. It counts as support.
 * @returns the probability that the first candidate is what the person means, 0 to 1
 */
export function confidenceIn(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): number {
  const [first, ...others] = ranking
  if (!first) return 0
  const rival = others.find((other) => !akin(first, other, entries))
  const lead = first.score - Math.max(0, rival?.score ?? 0)
  const support = others
    .slice(0, SUPPORTERS)
    .filter((other) => akin(first, other, entries))
    .reduce((sum, { score }) => sum + Math.max(0, score), 0)
  const { intercept, ...weight } = CALIBRATION
  const logit = intercept + weight.score * first.score + weight.lead * lead + weight.support * support
  return 1 / (1 + Math.exp(-logit))
}

function akin(a: Candidate, b: Candidate, entries: ReadonlyMap<string, Entry>): boolean {
  if (a.kind === 'not-stated' || a.kind === 'signpost') return a.kind === b.kind
  if (a.kind !== 'answer' || b.kind !== 'answer') return false
  return Boolean(entries.get(a.id)?.related.includes(b.id) || entries.get(b.id)?.related.includes(a.id))
}
