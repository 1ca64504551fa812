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
  corrected: -0.3,
  returnedTo: 0.3,
  elsewhere: -0.15,
}
/** The score from which a candidate's own words speak for it enough to gain all of it. */
const EVIDENCE = 0.1
/** What a turn further back counts of the one before it. */
const FADES = 0.5
/** How many of them count. */
const REACH = 2
/** A message that is this clear, as a probability, needs nothing of the turn before. */
export const CLEAR = 0.8

/** Its entries are never made less likely. */
const SAFETY = 'safety'

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

/** What is near to what was just said is likelier to be meant, and what is near to what was said before that, a little. */
const after = ({ id: last, before = [] }: Previous, { intents, entries }: Known) => {
  const near = (from: string, id: string): number => {
    if (from === id) return 0
    const related =
      (entries.get(from)?.related ?? intents.get(from)?.related)?.includes(id) ||
      entries.get(id)?.related.includes(from)
    const topic = entries.get(from)?.topic
    return (related ? GAIN.related : 0) + (topic !== undefined && entries.get(id)?.topic === topic ? GAIN.sameTopic : 0)
  }
  const turns = [last, ...before.slice(0, REACH - 1)]
  const spokenOf = (score: number): number => Math.min(1, Math.max(0, score / EVIDENCE))
  return ({ id, score }: Candidate): number =>
    id === last ? 0 : spokenOf(score) * Math.max(...turns.map((turn, i) => near(turn, id) * FADES ** i))
}

/** A correction turns away from what was just said; who comes back to something means what was said of it. */
const turning = ({ previous, turned, returnedTo }: Place, { entries }: Known) => {
  return ({ id, kind }: Candidate): number => {
    if (!turned && !returnedTo) return 0
    if (kind === 'signpost' && entries.get(id)?.topic !== SAFETY) return GAIN.elsewhere
    if (turned && id === previous?.id) return GAIN.corrected
    return returnedTo?.includes(id) ? GAIN.returnedTo : 0
  }
}

/** Who asks, what was said before, and how the message turns from it. */
export interface Place {
  audience: Audience
  previous?: Previous
  /** Set when the message corrects how the one before was taken. */
  turned?: 'away'
  /** The entries that the message comes back to. */
  returnedTo?: readonly string[]
}

/**
 * Reweighs a ranking by who asks and, where the message is not clear by itself and leans on it, by what was just said.
 * The order of equals is kept, so the same words in the same place always give the same ranking.
 */
export function inContext(ranking: readonly Candidate[], text: string, known: Known, place: Place): Candidate[] {
  const { audience, previous, turned } = place
  const alone = reweighed(reweighed(ranking, fromWhom(audience, known)), turning(place, known))
  if (!previous || turned || !leansBack(text) || confidenceIn(alone, known.entries) >= CLEAR) return alone
  return reweighed(alone, after(previous, known))
}
