import type { FieldName, InterestFields } from '../../interest/interest.ts'

/** What a message gives of an expression of interest, by the names of the form's fields. Every text is as typed. */
export interface Slots extends Partial<InterestFields> {
  /** As typed, or ANY_LATER_COHORT. */
  cohort?: string
}

export type SlotName = FieldName | 'cohort'

const TRACE_NAMES: Partial<Record<string, string>> = {
  currentRole: 'role',
  service: 'team',
  reach: 'contactBy',
  tellMe: 'notify',
}

/** The slots by the names that the trace has for them. */
export const tracedSlots = (slots: Slots): Record<string, unknown> =>
  Object.fromEntries(Object.entries(slots).map(([field, value]) => [TRACE_NAMES[field] ?? field, value]))
