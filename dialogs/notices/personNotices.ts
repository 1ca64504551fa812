import { daysAfter } from '../clock.ts'

/** A notice to a person that belongs to none of their interests: they may have none. */
export interface PersonNotice {
  /** Sent with the notice, and what makes a second one of the same impossible. */
  id: string
  tenantId: string
  personId: string
  kind: 'answer' | 'digest'
  /** Not before this moment. */
  dueAt: string
  attempts: number
  /** What the text needs; emptied once it ended. */
  data: Record<string, string>
  state: 'waiting' | 'sent' | 'failed'
  /** Why it failed. */
  why?: string
  expiresAt: string
}

export interface StoredPersonNotice {
  notice: PersonNotice
  version: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface PersonNoticeStore {
  /** Adds it unless its id is there, sent or not. Atomic: of any number of racing calls one adds. */
  add(notice: PersonNotice): Promise<{ kind: 'added' } | { kind: 'duplicate' }>
  get(id: string): Promise<StoredPersonNotice | undefined>
  /** Replaces it if it is still at this version. */
  replace(
    notice: PersonNotice,
    version: string,
  ): Promise<{ kind: 'replaced'; stored: StoredPersonNotice } | { kind: 'conflict' }>
  /** Those waiting and due, the longest due first. */
  due(now: string, limit: number): Promise<StoredPersonNotice[]>
  /** All that is kept for one person. */
  byPerson(tenantId: string, personId: string): Promise<PersonNotice[]>
  /** Removes all of one person's; how many. */
  forget(tenantId: string, personId: string): Promise<number>
  /** Removes what is past its time; how many. */
  removeExpired(now: string): Promise<number>
}

const KEPT_DAYS = 30

/** A notice as it begins to wait. What it is known by is kept thirty days, so that it cannot come twice. */
export const personNotice = (
  notice: Pick<PersonNotice, 'id' | 'tenantId' | 'personId' | 'kind' | 'dueAt' | 'data'>,
): PersonNotice => ({ ...notice, attempts: 0, state: 'waiting', expiresAt: daysAfter(notice.dueAt, KEPT_DAYS) })

/** Where HR's answers wait for those who asked; added again, an answer changes nothing. Throws StoreUnavailable. */
export const answerNotices = (store: Pick<PersonNoticeStore, 'add'>) => ({
  async notify(answer: {
    id: string
    tenantId: string
    personId: string
    dueAt: string
    question: string
    answer: string
  }): Promise<void> {
    const { question, answer: words, ...notice } = answer
    await store.add(personNotice({ ...notice, kind: 'answer', data: { question, answer: words } }))
  },
})
