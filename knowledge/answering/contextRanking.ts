import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { tokens } from '../matching/text.ts'
import { calibratedConfidence } from './confidence.ts'
import type { Audience } from './decision.ts'
import { historyOf, type Table } from './table.ts'

/** What the context adds to a candidate's score, in units of the matcher's score. */
const GAIN = {
  hrAction: 0.12,
  hrActionOfOthers: -0.2,
  hrOwnInterest: -0.1,
  hrRefused: -0.15,
  related: 0.17,
  sameTopic: 0.1,
  corrected: -0.3,
  returnedTo: 0.3,
  signpostAtShift: -0.15,
  signpostInThread: -0.1,
}
/** The score from which a candidate gains in full from the history; below it, in proportion. */
const FULL_GAIN_SCORE = 0.1
/** The factor by which the gain decays with each turn further back. */
const DECAY = 0.5
/** Turns of the history that a candidate gains from. */
const TURNS = 2
/** The confidence from which a message is answered without its history. */
export const STANDALONE = 0.8

/** The topic of entries that no context makes less likely. */
const SAFETY = 'safety'

const CONNECTIVE_START =
  /^(and|but|so|or|then|now|next|what about|how about|what if|ok|right|for|by|when will|did|does|can|any)\b/i
const ANAPHOR = /\b(that|it|its|this|them|they|those|these|there|then|one|ones)\b/i
const SHORT = 7

/** Whether a message depends on its context: very short, or short and opened by a connective or holding an anaphor. */
export const dependsOnContext = (text: string): boolean => {
  const words = tokens(text).length
  return words <= 4 || (words <= SHORT + 5 && (CONNECTIVE_START.test(text) || (words <= SHORT && ANAPHOR.test(text))))
}

const reranked = (ranking: readonly Candidate[], gain: (candidate: Candidate) => number): Candidate[] =>
  ranking.map((one) => ({ ...one, score: one.score + gain(one) })).sort((a, b) => b.score - a.score)

type Known = Pick<Knowledge, 'intents' | 'entries'>

/** HR's own actions gain when HR asks and lose when anybody else does; a refusal loses when HR asks. */
const audienceGain = (audience: Audience, { intents, entries }: Known) => {
  return ({ id, kind }: Candidate): number => {
    const entry = entries.get(id)
    if (entry?.kind === 'smalltalk') return audience === 'hr' && entry.outcome === 'refused' ? GAIN.hrRefused : 0
    if (kind !== 'action') return 0
    const roles = intents.get(id)?.roles ?? []
    if (roles.length === 1 && roles[0] === 'hr') return audience === 'hr' ? GAIN.hrAction : GAIN.hrActionOfOthers
    return audience === 'hr' && (id === 'register' || id === 'withdraw') ? GAIN.hrOwnInterest : 0
  }
}

/** What is related to the last turn, or on its topic, gains; what is near to the turn before gains less. */
const historyGain = ([last = '', ...before]: readonly string[], { intents, entries }: Known) => {
  const near = (from: string, id: string): number => {
    if (from === id) return 0
    const related =
      (entries.get(from)?.related ?? intents.get(from)?.related)?.includes(id) ||
      entries.get(id)?.related.includes(from)
    const topic = entries.get(from)?.topic
    return (related ? GAIN.related : 0) + (topic !== undefined && entries.get(id)?.topic === topic ? GAIN.sameTopic : 0)
  }
  const turns = [last, ...before.slice(0, TURNS - 1)]
  const share = (score: number): number => Math.min(1, Math.max(0, score / FULL_GAIN_SCORE))
  return ({ id, score }: Candidate): number =>
    id === last ? 0 : share(score) * Math.max(...turns.map((turn, i) => near(turn, id) * DECAY ** i))
}

/** In a thread what lies elsewhere loses a little. At a topic shift the last topic loses when the message corrects it, and the topics it comes back to gain. */
const shiftGain = ({ table, shift, returnedTo }: Context, { entries }: Known, leans: boolean) => {
  return ({ id, kind }: Candidate): number => {
    const isElsewhere = kind === 'signpost' && entries.get(id)?.topic !== SAFETY
    if (!shift && !returnedTo) return isElsewhere && leans ? GAIN.signpostInThread : 0
    if (isElsewhere) return GAIN.signpostAtShift
    if (shift && id === historyOf(table)[0]) return GAIN.corrected
    return returnedTo?.includes(id) ? GAIN.returnedTo : 0
  }
}

/** The context of a message: who asks, the dialogue history, and how the message shifts the topic. */
export interface Context {
  audience: Audience
  table?: Table
  /** Set when the message corrects how the one before was understood. */
  shift?: 'away'
  /** The entries that the message comes back to. */
  returnedTo?: readonly string[]
}

/**
 * Reranks by who asks and, where the message depends on its context and is not clear by itself, by the history.
 * The sort is stable, so the same message in the same context always gives the same ranking.
 */
export function rankInContext(
  ranking: readonly Candidate[],
  text: string,
  known: Known,
  context: Context,
): Candidate[] {
  const { audience, shift } = context
  const history = historyOf(context.table)
  const leans = history.length > 0 && dependsOnContext(text)
  const alone = reranked(reranked(ranking, audienceGain(audience, known)), shiftGain(context, known, leans))
  if (!leans || shift || calibratedConfidence(alone, known.entries) >= STANDALONE) return alone
  return reranked(alone, historyGain(history, known))
}
