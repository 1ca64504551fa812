import type { Actor } from '../access.ts'
import type { EventKind, Status } from './interest.ts'
import type { InterestFilter } from './interestFilter.ts'

interface Recorded {
  id: string
  at: string
  /** Who looked, exported or changed it. */
  actor: Pick<Actor, 'tenantId' | 'objectId' | 'name'>
}

/** HR saw these interests. */
export interface LookRecord extends Recorded {
  kind: 'look'
  /** What they asked for: a list, one interest, a file. */
  what: string
  interestIds: string[]
  filter?: InterestFilter
}

/** A file left the bot. Its interests are kept beside it, so that it can be flagged when one of them is erased. */
export interface ExportRecord extends Recorded {
  kind: 'export'
  purpose: string
  format: 'csv' | 'xlsx' | 'sheet'
  filter: InterestFilter
  count: number
  /** The day by which the file must be deleted, as 2014-01-08. */
  deleteBy: string
  /** When somebody in it was erased, each time. */
  erasedSince: string[]
}

/** What is left of an erased interest: what happened, when, and who in pseudonyms; no value of any field. */
export interface ErasureRecord {
  kind: 'erasure'
  id: string
  at: string
  why: 'asked' | 'retention' | 'joined'
  /** Pseudonym of who erased it; `retention` for the sweep. */
  actor: string
  cohortId: string
  events: { at: string; what: EventKind; actor: string; status?: Status }[]
}

/** Something else that must leave a trace, such as a change of a cohort or of a figure. */
export interface NoteRecord extends Recorded {
  kind: 'note'
  what: string
  detail: Record<string, string>
}

export type AuditRecord = LookRecord | ExportRecord | ErasureRecord | NoteRecord

interface AuditPage {
  records: AuditRecord[]
  next?: string
}

/** Append-only. Looks and exports are recorded before anything is shown: when it throws, show nothing. */
export interface AuditLog {
  /** Keeps it. The same id again changes nothing. Throws StoreUnavailable. */
  append(record: LookRecord | ErasureRecord | NoteRecord): Promise<void>
  /** Keeps an export with the ids of all that are in it. Throws StoreUnavailable. */
  appendExport(record: ExportRecord, interestIds: readonly string[]): Promise<void>
  /** Newest first. Throws StoreUnavailable. */
  page(kind: AuditRecord['kind'], request: { limit: number; continuation?: string }): Promise<AuditPage>
  /** Flags every export that holds this interest; how many did. Throws StoreUnavailable. */
  flagExports(interestId: string, at: string): Promise<number>
  /** Removes what is older; how many went. Throws StoreUnavailable. */
  removeBefore(at: string): Promise<number>
}
