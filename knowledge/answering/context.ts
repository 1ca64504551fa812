import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate } from '../matching/matcher.ts'
import { tokens } from '../matching/text.ts'
import type { Audience, Previous } from './decision.ts'

/** What a candidate gains from what is known beside its words; in units of the matcher's score. */
const GAIN = { hrAction: 0.12, hrActionOfOthers: -0.12, hrOwnInterest: -0.1, related: 0.17, sameTopic: 0.1 }

const FOLLOW_UP = /^(and|but|so|or|then|what about|how about|what if|ok|right|for|by|when will|did|does|can|any)\b/i
const POINTS_BACK = /\b(that|it|its|this|them|they|those|these|there|then|one|ones)\b/i
const SHORT = 7

/** Whether a message leans on the turn before: short, and beginning with a joint or pointing back at something. */
export const leansBack = (text: string): boolean => {
  const words = tokens(text).length
  return words <= 4 || (words <= SHORT + 5 && (FOLLOW_UP.test(text) || (words <= SHORT && POINTS_BACK.test(text))))
}

/**
 * Reweighs a ranking by who asks and by what was just said. The order of equals is kept, so the same words in the same
 * place always give the same ranking.
 */
export function inContext(
  ranking: readonly Candidate[],
  text: string,
  { intents, entries }: Pick<Knowledge, 'intents' | 'entries'>,
  { audience, previous }: { audience: Audience; previous?: Previous },
): Candidate[] {
  const before = previous && leansBack(text) ? previous.id : undefined
  const relatedTo = (id: string): readonly string[] => entries.get(id)?.related ?? intents.get(id)?.related ?? []
  const gain = ({ id, kind }: Candidate): number => {
    let sum = 0
    if (kind === 'action') {
      const roles = intents.get(id)?.roles ?? []
      const forHrAlone = roles.length === 1 && roles[0] === 'hr'
      if (forHrAlone) sum += audience === 'hr' ? GAIN.hrAction : GAIN.hrActionOfOthers
      else if (audience === 'hr' && (id === 'register' || id === 'withdraw')) sum += GAIN.hrOwnInterest
    }
    if (before === undefined || before === id) return sum
    if (relatedTo(before).includes(id) || relatedTo(id).includes(before)) sum += GAIN.related
    const topic = entries.get(before)?.topic
    if (topic !== undefined && entries.get(id)?.topic === topic) sum += GAIN.sameTopic
    return sum
  }
  return ranking.map((one) => ({ ...one, score: one.score + gain(one) })).sort((a, b) => b.score - a.score)
}
