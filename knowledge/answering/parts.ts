import type { Entry, Knowledge } from '../content/knowledge.ts'
import { clarificationChoices, withConfidence } from './choices.ts'
import { ANSWER_THRESHOLD, CLARIFY_THRESHOLD } from './confidence.ts'
import type { Audience, Part } from './decision.ts'
import type { SegmentRanking } from './segmentRanking.ts'

/** Makes a part of a decision: of a ranking by its confidence, or of what was chosen. */
export function partMaker(knowledge: Knowledge) {
  const { entries } = knowledge

  /** @param most what the confidence in the first candidate is at most */
  const partOf = ({ text, ranking }: Pick<SegmentRanking, 'text' | 'ranking'>, audience: Audience, most = 1): Part => {
    const first = ranking[0]
    const candidates = withConfidence(ranking, entries)
    const confidence = Math.min(most, candidates[0]?.confidence ?? 0)
    const entry = first && entries.get(first.id)
    if (!first || confidence < CLARIFY_THRESHOLD) return { outcome: 'unknown', text, candidates }
    const harmless = entry?.kind === 'signpost'
    if (!harmless && confidence < Math.max(ANSWER_THRESHOLD, entry?.threshold ?? 0)) {
      const choices = clarificationChoices(ranking, knowledge, audience)
      return choices.length > 0
        ? { outcome: 'clarify', choices, text, candidates }
        : { outcome: 'unknown', text, candidates }
    }
    return { ...chosenPart(first.id, text), candidates }
  }

  const chosenPart = (id: string, text: string): Part => {
    const candidates = [{ id, confidence: 1 }]
    const entry = entries.get(id)
    return entry
      ? { outcome: outcomeOf(entry), entry, text, candidates }
      : { outcome: 'action', action: id, text, candidates }
  }

  return { partOf, chosenPart }
}

export type PartMaker = ReturnType<typeof partMaker>

function outcomeOf(entry: Entry): 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused' {
  switch (entry.kind) {
    case 'answer':
      return 'answered'
    case 'not-stated':
    case 'signpost':
      return entry.kind
    case 'smalltalk':
      return entry.outcome ?? 'smalltalk'
  }
}
