import type { ErasureRecord } from './auditLog.ts'
import type { Interest, Status, StoredInterest } from './interest.ts'
import type { InterestFilter } from './interestFilter.ts'

export interface PageRequest {
  limit: number
  /** `next` of the page before. */
  continuation?: string
  /** By time at its status; oldest first unless told. */
  order?: 'oldest' | 'newest'
}

export interface InterestPage {
  items: StoredInterest[]
  /** Present while there may be more. */
  next?: string
}

interface InterestCount {
  cohortId: string
  band: string
  service: string
  status: Status
  count: number
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface InterestStore {
  /**
   * Adds it, unless there is one for this person and cohort already (whatever its status), or its reference is
   * another's. Atomic: of any number of racing calls one adds.
   */
  add(
    interest: Interest,
  ): Promise<
    | { kind: 'added'; stored: StoredInterest }
    | { kind: 'duplicate'; existing: StoredInterest }
    | { kind: 'reference-taken' }
  >
  /** Point read. */
  get(id: string, cohortId: string): Promise<StoredInterest | undefined>
  /** Replaces it as one write, if it is still at this version. */
  replace(
    interest: Interest,
    version: string,
  ): Promise<{ kind: 'replaced'; stored: StoredInterest } | { kind: 'conflict' } | { kind: 'reference-taken' }>
  /** All of one person's own, whatever the status. */
  byPerson(tenantId: string, personId: string): Promise<StoredInterest[]>
  /** All with this e-mail address, whatever its case; those that HR entered among them. */
  byEmail(tenantId: string, email: string): Promise<StoredInterest[]>
  /** Finds by the present reference or a former one. */
  byReference(reference: string): Promise<StoredInterest | undefined>
  page(filter: InterestFilter, request: PageRequest): Promise<InterestPage>
  count(filter: InterestFilter): Promise<number>
  /** How many there are of each combination. */
  counts(cohortId?: string): Promise<InterestCount[]>
  /** Those whose time has passed, without those under a hold at that moment. */
  pastRetention(now: string): AsyncIterable<StoredInterest>
  /** Those with a notice due, the longest due first. */
  withNoticesDue(now: string, limit: number): Promise<StoredInterest[]>
  /**
   * Puts what HR entered (`from`) in the place of the person's own (`to`, same cohort and reference, another id).
   * `duplicate` when the person has one already; nothing is changed then.
   */
  join(
    from: StoredInterest,
    to: Interest,
  ): Promise<
    { kind: 'joined'; stored: StoredInterest } | { kind: 'duplicate'; existing: StoredInterest } | { kind: 'conflict' }
  >
  /** Removes every value and keeps the record in the audit log. `conflict` when it changed since, or is gone. */
  erase(stored: StoredInterest, record: ErasureRecord): Promise<{ kind: 'erased' } | { kind: 'conflict' }>
}
