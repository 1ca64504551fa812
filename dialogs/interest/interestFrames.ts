import type { FrameKind, Table } from '../../knowledge/answering/table.ts'
import type { FieldName } from './interest.ts'

declare module '../../knowledge/answering/table.ts' {
  interface Frames {
    /** A form that is being filled in, the field that was asked for, and the one that was given last. */
    form: { form: 'register' | 'change'; asked: FieldName | 'cohort' | 'confirm'; given?: FieldName | 'cohort' }
    /** The person's own interest, of which the latest reply spoke; no cohort when there is none, or several. */
    ownInterest: { cohortId?: string }
  }
}

/** The evidence of a message that leans on a frame: outright while that is what was spoken of last. */
export const leaningOn = (table: Table | undefined, kind: FrameKind): number => {
  const at = (table ?? []).findIndex((frame) => frame.kind === kind)
  if (at < 0) return 0
  return at === 0 ? 1 : 0.7
}
