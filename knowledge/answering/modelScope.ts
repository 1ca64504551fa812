import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Audience, Part } from './decision.ts'
import type { ModelEntry } from './languageModel.ts'

/** Candidates that a model chooses from at most. */
const MOST_CANDIDATES = 6
/** The share of the best candidate's confidence from which a danger among the candidates keeps a message from the model. */
const NEAR_DANGER = 0.85

/** Decides which parts of a decision, and which entries, a model may be asked about. */
export function modelScope({ entries }: Pick<Knowledge, 'entries'>) {
  const isDangerous = ({ candidates }: Part): boolean =>
    candidates.some(
      ({ id, confidence }) =>
        entries.get(id)?.topic === 'safety' && confidence >= NEAR_DANGER * (candidates[0]?.confidence ?? 0),
    )
  return {
    isDangerous,

    /**
     * Whether a part is a question that was not understood, the only one a model may be asked about: not a follow-up, nor in
     * another language. Where an action may be meant, the bot asks the person instead.
     */
    isOpen(part: Part): boolean {
      if (part.followUp || isDangerous(part)) return false
      if (part.outcome === 'unknown') return !part.say
      return part.outcome === 'clarify' && part.choices.every(({ id }) => entries.has(id))
    },

    /** The published entries for this audience among the candidates; no action, signpost or smalltalk. */
    candidatesOf(parts: readonly Part[], audience: Audience): ModelEntry[] {
      return [...new Set(parts.flatMap(({ candidates }) => candidates.map(({ id }) => id)))]
        .flatMap((id) => entries.get(id) ?? [])
        .filter(({ kind, audience: only }) => isPublished(kind) && (only?.includes(audience) ?? true))
        .slice(0, MOST_CANDIDATES)
        .map(({ id, question, body }) => ({ id, question, answer: body }))
    },
  }
}

export const isPublished = (kind: Entry['kind']): boolean => kind === 'answer' || kind === 'not-stated'
