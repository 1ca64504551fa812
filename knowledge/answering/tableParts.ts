import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Reading } from './arbiter.ts'
import { withConfidence } from './choices.ts'
import type { Audience, Decision, Part } from './decision.ts'
import type { FiguresReading } from './figures/readFigures.ts'
import type { PartMaker } from './parts.ts'
import type { Leaning } from './subjects/leaning.ts'
import type { TableReading } from './subjects/tableReader.ts'

/** Evidence for a yes-or-no question about what was told last. */
const HELD = 0.9

/** Makes the part of a decision that a reading against the table leads to. */
export function tablePartMaker({ entries, programme }: Pick<Knowledge, 'entries' | 'programme'>, makes: PartMaker) {
  /** The entry that the published figures rest on. */
  const source = [...entries.values()].find(
    ({ kind, figures }) => kind === 'answer' && figures.length === programme.figures.length && figures.length > 0,
  )

  return {
    /** The entry that is meant of the subject, or that what is asked of it is not published. */
    ofSubject(text: string, read: TableReading, { on, message }: Leaning, audience: Audience): Part {
      const { composed, ranking, sure, evidence } = read
      if (composed)
        return {
          ...{ outcome: 'not-stated', composed, text, candidates: [{ id: composed.id, confidence: evidence }] },
          about: { subject: on[0], told: message.aspects.slice(0, 1) },
        }
      const [top] = ranking
      return sure && top
        ? { ...makes.chosenPart(top.id, text), candidates: withConfidence(ranking, entries) }
        : makes.partOf({ text, ranking }, audience, evidence)
    },

    /** What was told last, which the message is a yes-or-no question or a claim about. */
    heldAgainst(text: string, { id }: Entry): Reading & { decision: Decision } {
      const decision: Decision = { parts: [makes.chosenPart(id, text)] }
      return { of: 'subject', on: id, because: 'claims something of what was told', evidence: HELD, decision }
    },

    /** What was counted of the figures. */
    ofFigures(text: string, counted: FiguresReading): Reading & { decision: Decision } {
      const { id, say, held, evidence, because, figures } = counted
      const composed = { id, say, ...(source && { beside: source }), ...(figures && { figures }) }
      const part: Part = {
        ...{ outcome: held ? 'answered' : 'not-stated', composed, text, candidates: [{ id, confidence: evidence }] },
      }
      return { of: 'figures', on: id, because, evidence, decision: { parts: [part] } }
    },
  }
}
