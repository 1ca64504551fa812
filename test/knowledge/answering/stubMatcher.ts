import type { Knowledge } from '../../../knowledge/content/knowledge.ts'
import type { Candidate, Matcher } from '../../../knowledge/matching/matcher.ts'

export type Scores = Readonly<Record<string, number>>

/** The candidates of some scores, best first. */
export const candidates = ({ entries }: Pick<Knowledge, 'entries'>, scores: Scores): Candidate[] =>
  Object.entries(scores)
    .map(([id, score]): Candidate => ({ id, score, kind: entries.get(id)?.kind ?? 'action' }))
    .sort((a, b) => b.score - a.score)

/** Ranks each text as it is told to, and any other text as nothing at all. */
export const stubMatcher = (
  knowledge: Pick<Knowledge, 'entries'>,
  rankings: Readonly<Record<string, Scores>>,
): Matcher => ({
  rank: async (texts) => texts.map((text) => candidates(knowledge, rankings[text] ?? {})),
})
