import { type Actor, may } from '../../access.ts'
import { daysAfter } from '../../clock.ts'
import type { ExportRecord } from '../../interest/auditLog.ts'
import { currentWording, type Forbidden, newIdOf, type ReviewDeps } from '../reviewDeps.ts'
import type { Wording } from '../wording.ts'
import { filterInWords, type WorkFilter } from '../workFilter.ts'
import { DELETE_DAYS } from './exporting.ts'

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

/** What left the bot: who, when, what for, and by when it must be deleted. */
export const exportRegister = (deps: ReviewDeps) => {
  const person = ({ tenantId, objectId, name }: Actor) => ({ tenantId, objectId, name })
  return {
    /** The register of exports, the newest first. Throws StoreUnavailable. */
    async register(actor: Actor, continuation?: string): Promise<Register | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const wording = await currentWording(deps)
      const page = await deps.audit.page('export', { limit: 8, ...(continuation ? { continuation } : {}) })
      const exports = page.records.flatMap((record) =>
        record.kind === 'export' ? [{ ...record, words: filterInWords(record.filter, wording) }] : [],
      )
      return { kind: 'register', exports, wording, ...(page.next ? { next: page.next } : {}) }
    },

    /** Keeps a sheet of counts in the register; it holds nobody. */
    registerSheet: (actor: Actor, purpose: string, filter: WorkFilter, count: number): Promise<void> => {
      const at = deps.clock().toISOString()
      const deleteBy = daysAfter(at, DELETE_DAYS).slice(0, 10)
      const id = `export-${newIdOf(deps)}`
      return deps.audit.appendExport(
        {
          kind: 'export',
          id,
          at,
          actor: person(actor),
          purpose,
          format: 'sheet',
          filter,
          count,
          deleteBy,
          erasedSince: [],
        },
        [],
      )
    },
  }
}

export type ExportRegister = ReturnType<typeof exportRegister>
