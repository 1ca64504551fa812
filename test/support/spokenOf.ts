import type { Frame } from '../../knowledge/answering/table.ts'

/** A table on which these entries and actions lie, the latest first. */
export const spokenOf = (...ids: readonly string[]): Frame[] => ids.map((id) => ({ kind: 'subject', id }))
