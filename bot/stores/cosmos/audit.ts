import type { AuditLog, AuditRecord, ExportRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Documents } from './documents.ts'
import { safeId } from './safeId.ts'

interface AuditDocument {
  [property: string]: unknown
  id: string
  part: string
  place: string
  record: AuditRecord
  _etag: string
}

interface ExportItemsDocument {
  [property: string]: unknown
  id: string
  part: 'export-items'
  /** Of the export's document. */
  exportId: string
  interestIds: string[]
}

const CHUNK = 2000
const ITEMS = 'export-items'
const KINDS: AuditRecord['kind'][] = ['look', 'export', 'erasure', 'note']
const partOf = (kind: AuditRecord['kind']): string => `audit-${kind}`

const documentOf = (record: AuditRecord) => ({
  id: safeId(record.id),
  part: partOf(record.kind),
  place: `${record.at}~${record.id}`,
  record,
})

/** The audit log in Cosmos DB: one partition per kind, so that every question is of one partition. */
export const cosmosAudit = (records: Documents): AuditLog => {
  const flag = async (exportId: string, at: string): Promise<boolean> => {
    for (;;) {
      const found = await records.read<AuditDocument>(exportId, partOf('export'))
      if (!found) return false
      const record = found.document.record as ExportRecord
      const flagged = documentOf({ ...record, erasedSince: [...record.erasedSince, at] })
      if (await records.replace(flagged, partOf('export'), found.etag)) return true
    }
  }
  const removeAll = async (part: string, where: string, values: Record<string, string>): Promise<string[]> => {
    const found = await records.query<{ id: string }>({ select: 'c.id', where, values, partition: part })
    for (const { id } of found) await records.remove(id, part)
    return found.map(({ id }) => id)
  }

  return {
    async append(record) {
      await records.create(documentOf(record))
    },

    async appendExport(record, interestIds) {
      const ids = [...new Set(interestIds)]
      for (let from = 0; from < ids.length; from += CHUNK) {
        const chunk: ExportItemsDocument = {
          id: `${safeId(record.id)}-${from}`,
          part: ITEMS,
          exportId: safeId(record.id),
          interestIds: ids.slice(from, from + CHUNK),
        }
        await records.upsert(chunk)
      }
      await records.create(documentOf(record))
    },

    async page(kind, { limit, continuation }) {
      const found = await records.query<AuditDocument>({
        where: `c.part = @part${continuation === undefined ? '' : ' AND c.place < @after'}`,
        values: { part: partOf(kind), ...(continuation === undefined ? {} : { after: continuation }) },
        orderBy: 'c.place DESC',
        partition: partOf(kind),
        limit: limit + 1,
      })
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        records: shown.map(({ record }) => record),
        ...(found.length > limit && last ? { next: last.place } : {}),
      }
    },

    async flagExports(interestId, at) {
      const found = await records.query<{ exportId: string }>({
        select: 'c.exportId',
        where: 'c.part = @part AND ARRAY_CONTAINS(c.interestIds, @id)',
        values: { part: ITEMS, id: interestId },
        partition: ITEMS,
      })
      let flagged = 0
      for (const id of new Set(found.map(({ exportId }) => exportId))) if (await flag(id, at)) flagged++
      return flagged
    },

    async removeBefore(at) {
      let removed = 0
      for (const kind of KINDS) {
        const part = partOf(kind)
        const ids = await removeAll(part, 'c.part = @part AND c.place < @at', { part, at })
        removed += ids.length
        if (kind !== 'export') continue
        for (const id of ids) {
          await removeAll(ITEMS, 'c.part = @part AND c.exportId = @id', { part: ITEMS, id })
        }
      }
      return removed
    },
  }
}
