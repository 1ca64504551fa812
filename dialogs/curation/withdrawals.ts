import type { ProgrammeRecords } from '../cohorts/programmeRecords.ts'
import type { EventActor } from '../interest/interest.ts'

/** One answer withdrawn, or put back. */
export interface Withdrawal {
  entryId: string
  what: 'withdrawn' | 'put-back'
  at: string
  by: EventActor
  /** Why it was withdrawn, in HR's words; empty when it is put back. */
  reason: string
}

export interface StoredWithdrawals {
  /** All that ever happened, oldest first: the last one of an answer says how it stands. */
  history: readonly Withdrawal[]
  /** Empty while nothing was ever withdrawn. */
  version: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface WithdrawalStore {
  get(): Promise<StoredWithdrawals>
  replace(history: readonly Withdrawal[], version: string): Promise<{ kind: 'replaced' | 'conflict' }>
}

const ID = 'withdrawn-answers'

/** Withdrawals among the programme's documents. */
export const withdrawalStore = (records: ProgrammeRecords): WithdrawalStore => ({
  async get() {
    const kept = await records.get(ID)
    return { history: (kept?.record.withdrawals ?? []) as Withdrawal[], version: kept?.version ?? '' }
  },
  async replace(history, version) {
    if (version !== '') return records.replace(ID, { withdrawals: history }, version)
    return { kind: (await records.add(ID, { withdrawals: history })).kind === 'added' ? 'replaced' : 'conflict' }
  },
})

/** The answers that stand withdrawn, each with its last event. */
export const standing = (history: readonly Withdrawal[]): Map<string, Withdrawal> => {
  const last = new Map(history.map((one) => [one.entryId, one]))
  return new Map([...last].filter(([, { what }]) => what === 'withdrawn'))
}
