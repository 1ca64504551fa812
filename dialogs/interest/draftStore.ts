import type { InterestDraft } from './interest.ts'

/** What was typed and not saved, one per person. Every member throws StoreUnavailable and nothing else. */
export interface DraftStore {
  put(draft: InterestDraft): Promise<void>
  /** The draft, unless its time has passed. */
  get(tenantId: string, personId: string, now: string): Promise<InterestDraft | undefined>
  /** Whether there was one. */
  remove(tenantId: string, personId: string): Promise<boolean>
  /** Removes those whose time has passed; how many. */
  removeExpired(now: string): Promise<number>
}
