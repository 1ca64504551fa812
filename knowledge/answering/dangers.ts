import type { Knowledge } from '../content/knowledge.ts'
import { withConfidence } from './choices.ts'
import type { Part } from './decision.ts'
import type { LanguageDetector } from './languageDetector.ts'
import type { SegmentRanking } from './segmentRanking.ts'

/** The score that a safety entry needs, what it needs more in a segment, and how far behind the first candidate it may be. */
const SAFETY = { score: 0.35, segment: 0.15, behind: 0.05 }

/** Finds the signpost for a danger that a message tells of: it comes before everything else. */
export function dangerDetector({ entries }: Pick<Knowledge, 'entries'>, danger: LanguageDetector['danger']) {
  /** The signpost of the first segment that tells of a danger. */
  const inEnglish = (rankings: readonly SegmentRanking[]): Part | undefined => {
    for (const { text, whole, ranking } of rankings) {
      const danger = ranking.find(({ id }) => entries.get(id)?.topic === 'safety')
      const entry = danger && entries.get(danger.id)
      if (!danger || !entry) continue
      const needed = (entry.threshold ?? SAFETY.score) + (whole ? 0 : SAFETY.segment)
      if (danger.score >= needed && danger.score >= (ranking[0]?.score ?? 0) - SAFETY.behind)
        return { outcome: 'signpost', entry, text, candidates: withConfidence(ranking, entries) }
    }
    return undefined
  }

  /** The signpost for a danger told in another language, opened by a sentence in that language. */
  const inAnotherLanguage = (text: string): Part | undefined => {
    const found = danger(text)
    const entry = found && entries.get(found.entry)
    return (
      entry && {
        outcome: 'signpost',
        entry: { ...entry, body: `${found.before}\n\n${entry.body}` },
        text,
        candidates: [{ id: entry.id, confidence: 1 }],
      }
    )
  }

  return { inEnglish, inAnotherLanguage }
}
