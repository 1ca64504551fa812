import { type Actor, may } from '../../access.ts'
import { daysAfter } from '../../clock.ts'
import type { ExportRecord } from '../../interest/auditLog.ts'
import type { Forbidden, ReviewDeps } from '../reviewDeps.ts'
import { currentWording, filterInWords, type Wording } from '../wording.ts'

/** A file is to be deleted within so many days. */
const DELETE_DAYS = 30

/** What stands in the register of exports. */
export interface RegisteredExport extends ExportRecord {
  words: string
}

export interface Register {
  kind: 'register'
  exports: RegisteredExport[]
  next?: string
  wording: Wording
}

/**
 * Keeps what leaves the bot in the register, with the ids of those that it holds. Throws StoreUnavailable.
 * @returns the day by which the file must be deleted
 */
export const recordExport = async (
  { audit, clock }: ReviewDeps,
  exported: Pick<ExportRecord, 'id' | 'actor' | 'purpose' | 'format' | 'filter' | 'count'>,
  interestIds: readonly string[],
): Promise<string> => {
  const at = clock().toISOString()
  const deleteBy = daysAfter(at, DELETE_DAYS).slice(0, 10)
  await audit.appendExport({ kind: 'export', ...exported, at, deleteBy, erasedSince: [] }, interestIds)
  return deleteBy
}

/** What left the bot: who, when, what for, and by when it must be deleted. */
export const exportRegister = (deps: ReviewDeps) => ({
  /** The register of exports, the newest first. Throws StoreUnavailable. */
  async register(actor: Actor, continuation?: string): Promise<Register | Forbidden> {
    if (!may(actor, 'review:export')) return { kind: 'forbidden' }
    const wording = await currentWording(deps)
    const { records, next } = await deps.audit.page('export', { limit: 8, continuation })
    const exports = records.flatMap((record) =>
      record.kind === 'export' ? [{ ...record, words: filterInWords(record.filter, wording) }] : [],
    )
    return { kind: 'register', exports, wording, next }
  },
})
