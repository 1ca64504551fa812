import type { Entry } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'

/**
 * Logistic regressions of "the first candidate is right" on its score, its lead, its lead over the best not-stated entry
 * or signpost, and its support. That of an answer is fitted to the 555 own and held-out questions that an answer comes
 * first for and, at 0.4 of their weight, to 73 not-stated questions as if their entry did not exist: a wrong answer does
 * most harm where nothing is curated yet. That of anything else is fitted to 392 held-out questions and, at half their
 * weight, to 360 of CLINC150 and StackFAQ.
 */
const CALIBRATION = {
  answer: { intercept: -2.87, score: 11.7, lead: 0.83, notStated: 1.54, support: 3.92 },
  other: { intercept: -1.08, score: 2.37, lead: 7.81, notStated: 0, support: 3.52 },
}

/** The confidence from which a candidate is answered. */
export const ANSWER_THRESHOLD = 0.5
/** The confidence from which the bot asks which candidate is meant; below it, it abstains. */
export const CLARIFY_THRESHOLD = 0.42
/** How many candidates after the first may support it. */
const SUPPORTERS = 4

/**
 * Platt's calibration (Probabilistic Outputs for Support Vector Machines, 1999) of a ranking's first candidate.
 * A rival that says much the same does not count against it: another not-stated entry beside one, another signpost beside a
 * signpost, a related answer beside an answer. It counts as support.
 * @returns the probability that the first candidate is what the person means, 0 to 1
 */
export function calibratedConfidence(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): number {
  const [first, ...others] = ranking
  if (!first) return 0
  const ahead = (of: Candidate | undefined): number => first.score - Math.max(0, of?.score ?? 0)
  const support = others
    .slice(0, SUPPORTERS)
    .filter((other) => agree(first, other, entries))
    .reduce((sum, { score }) => sum + Math.max(0, score), 0)
  const weight = CALIBRATION[first.kind === 'answer' ? 'answer' : 'other']
  const logit =
    weight.intercept +
    weight.score * first.score +
    weight.lead * ahead(others.find((other) => !agree(first, other, entries))) +
    weight.notStated * ahead(others.find(({ kind }) => kind === 'not-stated' || kind === 'signpost')) +
    weight.support * support
  return 1 / (1 + Math.exp(-logit))
}

function agree(a: Candidate, b: Candidate, entries: ReadonlyMap<string, Entry>): boolean {
  if (a.kind === 'not-stated' || a.kind === 'signpost') return a.kind === b.kind
  if (a.kind !== 'answer' || b.kind !== 'answer') return false
  return Boolean(entries.get(a.id)?.related.includes(b.id) || entries.get(b.id)?.related.includes(a.id))
}
