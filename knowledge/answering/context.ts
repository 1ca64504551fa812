import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { tokens } from '../matching/text.ts'
import { confidenceIn } from './confidence.ts'
import type { Audience, Previous } from './decision.ts'

/** What a candidate gains from what is known beside its words; in units of the matcher's score. */
const GAIN = {
  hrAction: 0.12,
  hrActionOfOthers: -0.2,
  hrOwnInterest: -0.1,
  hrRefused: -0.15,
  related: 0.17,
  sameTopic: 0.1,
}
/** A message that is this clear by itself needs nothing of the turn before. */
const CLEAR = 0.8

const FOLLOW_UP =
  /^(and|but|so|or|then|now|next|what about|how about|what if|ok|right|for|by|when will|did|does|can|any)\b/i
const POINTS_BACK = /\b(that|it|its|this|them|they|those|these|there|then|one|ones)\b/i
const SHORT = 7

/** Whether a message leans on the turn before: short, and beginning with a joint or pointing back at something. */
export const leansBack = (text: string): boolean => {
  const words = tokens(text).length
  return words <= 4 || (words <= SHORT + 5 && (FOLLOW_UP.test(text) || (words <= SHORT && POINTS_BACK.test(text))))
}

const reweighed = (ranking: readonly Candidate[], gain: (candidate: Candidate) => number): Candidate[] =>
  ranking.map((one) => ({ ...one, score: one.score + gain(one) })).sort((a, b) => b.score - a.score)

type Known = Pick<Knowledge, 'intents' | 'entries'>

/** What HR alone does is likelier from HR, and less likely from anybody else; HR is seldom to be refused. */
const fromWhom = (audience: Audience, { intents, entries }: Known) => {
  return ({ id, kind }: Candidate): number => {
    const entry = entries.get(id)
    if (entry?.kind === 'smalltalk') return audience === 'hr' && entry.outcome === 'refused' ? GAIN.hrRefused : 0
    if (kind !== 'action') return 0
    const roles = intents.get(id)?.roles ?? []
    if (roles.length === 1 && roles[0] === 'hr') return audience === 'hr' ? GAIN.hrAction : GAIN.hrActionOfOthers
    return audience === 'hr' && (id === 'register' || id === 'withdraw') ? GAIN.hrOwnInterest : 0
  }
}

/** What is near to what was just said is likelier to be meant. */
const after = ({ id: before }: Previous, { intents, entries }: Known) => {
  const relatedTo = (id: string): readonly string[] => entries.get(id)?.related ?? intents.get(id)?.related ?? []
  const topic = entries.get(before)?.topic
  return ({ id }: Candidate): number => {
    if (before === id) return 0
    const related = relatedTo(before).includes(id) || entries.get(id)?.related.includes(before)
    return (related ? GAIN.related : 0) + (topic !== undefined && entries.get(id)?.topic === topic ? GAIN.sameTopic : 0)
  }
}

/**
 * Reweighs a ranking by who asks and, where the message is not clear by itself and leans on it, by what was just said.
 * The order of equals is kept, so the same words in the same place always give the same ranking.
 */
export function inContext(
  ranking: readonly Candidate[],
  text: string,
  known: Known,
  { audience, previous }: { audience: Audience; previous?: Previous },
): Candidate[] {
  const alone = reweighed(ranking, fromWhom(audience, known))
  if (!previous || !leansBack(text) || confidenceIn(alone, known.entries) >= CLEAR) return alone
  return reweighed(alone, after(previous, known))
}
