import type { EventActor, FieldChange } from '../interest/interest.ts'

/** How many were at a stage, as at a date, and who said so. A later one is added; an earlier one stays. */
export interface Headcount {
  stage: string
  count: number
  /** As at this date: 2014, 2014-01 or 2014-01-08. */
  asOf: string
  at: string
  by: EventActor
}

export interface CohortEvent {
  at: string
  by: EventActor
  changes: FieldChange[]
  /** The command that caused it (commandKey): a resent activity finds its first outcome here. */
  command?: string
}

export interface Cohort {
  id: string
  name: string
  /** Set by HR; no date opens a cohort. */
  state: 'open' | 'closed'
  opensAt: string | null
  /** Once passed, the cohort is closed whatever its state. */
  closesAt: string | null
  /** The advertised post (Trac, NHS Jobs), when there is one. */
  advertLink: string | null
  advertClosesAt: string | null
  headcounts: Headcount[]
  history: CohortEvent[]
  updatedAt: string
}

export interface StoredCohort {
  cohort: Cohort
  version: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface CohortStore {
  /** By id. */
  all(): Promise<StoredCohort[]>
  get(id: string): Promise<StoredCohort | undefined>
  /** Adds it unless its id is there. */
  add(cohort: Cohort): Promise<{ kind: 'added' } | { kind: 'duplicate' }>
  replace(cohort: Cohort, version: string): Promise<{ kind: 'replaced' } | { kind: 'conflict' }>
}
