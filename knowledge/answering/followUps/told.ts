import type { Entry, Knowledge } from '../../content/knowledge.ts'
import type { Composed, Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import type { Cells } from '../subjects/cells.ts'
import type { LeaningReader } from '../subjects/leaning.ts'
import type { Frame, Table } from '../table.ts'
import { earlierMentions } from './earlierMentions.ts'
import type { Enumerations } from './enumeration.ts'

export type SubjectFrame = Frame<'subject'>

/** Whether an entry states a fact, or that none is published. */
export const isFact = ({ kind }: Entry): boolean => kind === 'answer' || kind === 'not-stated'

/** What of the programme lies on the table, the latest first. */
export const subjectFrames = (table: Table | undefined): SubjectFrame[] =>
  (table ?? []).filter((frame): frame is SubjectFrame => frame.kind === 'subject')

/** Finds what was told with a frame, and makes parts that tell of the same. */
export function toldReader(
  { entries }: Pick<Knowledge, 'entries'>,
  { cells, lists, reader, makes }: { cells: Cells; lists: Enumerations; reader: LeaningReader; makes: PartMaker },
) {
  /** The fact that was told, and what was composed where an aspect of the subject is not published. */
  const toldIn = ({ id, subject, told }: SubjectFrame): { entry?: Entry; silence?: Composed } => {
    const entry = entries.get(id)
    const [aspect] = told ?? []
    const isEmpty = subject && told && told.length < 2 && !(aspect && cells.entriesOf(subject, aspect).length > 0)
    const silence = isEmpty && (aspect ? cells.notPublished(subject, aspect) : cells.noMore(subject))
    return {
      ...(entry && isFact(entry) && { entry }),
      ...(silence && (!entry || silence.beside?.id === id) && { silence }),
    }
  }

  return {
    toldIn,
    isTold: (frame: SubjectFrame): boolean => Object.keys(toldIn(frame)).length > 0,

    /** The frame that words name: by a subject of it, or by words that its entry mentions. */
    frameNamed(words: string, frames: readonly SubjectFrame[]): SubjectFrame | undefined {
      const { named, partly } = reader.read(words)
      const mentions = earlierMentions(words, frames, entries)
      const of = (ids: readonly string[], most?: number) =>
        frames.find((frame) =>
          lists
            .subjectsOf(frame)
            .slice(0, most)
            .some((one) => ids.includes(one)),
        )
      return of(named, 1) ?? of(named) ?? of(partly) ?? frames.find(({ id }) => mentions.includes(id))
    },

    /** The part that tells the entry of a frame, or what was composed of its subject, and leaves the frame on top. */
    partOn({ subject, told }: SubjectFrame, text: string) {
      const about = subject === undefined ? {} : { about: { subject, ...(told && { told }) } }
      return {
        entry: (entry: Entry, followUp: Part['followUp']): Part => ({
          ...makes.chosenPart(entry.id, text),
          ...about,
          ...(followUp && { followUp }),
        }),
        composed: (composed: Composed, followUp?: Part['followUp'], outcome?: 'answered'): Part => ({
          outcome: outcome ?? 'not-stated',
          composed,
          text,
          candidates: [{ id: composed.id, confidence: 1 }],
          ...about,
          ...(followUp && { followUp }),
        }),
      }
    },
  }
}

export type ToldReader = ReturnType<typeof toldReader>
