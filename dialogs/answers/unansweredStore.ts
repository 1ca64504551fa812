/** One asking, as it is counted: names, numbers and addresses already masked, and nobody's. */
export interface UnansweredAsking {
  /** What makes two askings the same question: the group they count in. */
  group: string
  text: string
  outcome: 'unknown' | 'not-stated' | 'clarify'
  /** The best entries, although none was good enough. */
  entries: string[]
  at: string
}

/** Somebody who pressed Send, to be told the answer. */
export interface AskedBy {
  tenantId: string
  personId: string
  name: string
  at: string
}

export interface UnansweredQuestion extends UnansweredAsking {
  id: string
  count: number
  firstAt: string
  askedBy: AskedBy[]
  state: 'open' | 'answered' | 'gap'
  /** HR's answer, or for a gap who owns it. */
  answer?: string
  owner?: string
  /** Ninety days after it was asked last. */
  expiresAt: string
}

export interface StoredQuestion {
  question: UnansweredQuestion
  version: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface UnansweredStore {
  /** Counts one asking; a new group begins with its text. No count is lost between racing calls. Returns the id. */
  count(asking: UnansweredAsking): Promise<string>
  /** Adds who sent it as theirs, once each. False when the question is gone. */
  send(id: string, by: AskedBy): Promise<boolean>
  get(id: string): Promise<StoredQuestion | undefined>
  replace(question: UnansweredQuestion, version: string): Promise<{ kind: 'replaced' } | { kind: 'conflict' }>
  /** The most asked first. */
  list(state: UnansweredQuestion['state'], limit: number): Promise<StoredQuestion[]>
  /** What this person sent as theirs. */
  sentBy(tenantId: string, personId: string): Promise<UnansweredQuestion[]>
  /** Takes this person off every question; how many. */
  forget(tenantId: string, personId: string): Promise<number>
  removeExpired(now: string): Promise<number>
}

export const UNANSWERED_DAYS = 90
