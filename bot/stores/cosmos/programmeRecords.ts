import { createHash } from 'node:crypto'
import type { ProgrammeRecords } from '../../../dialogs/cohorts/programmeRecords.ts'
import type { Document, Documents } from './documents.ts'

interface ProgrammeDocument extends Document {
  record: Record<string, unknown>
}

/** The documents of the programme in Cosmos DB: one partition, point reads and writes alone. */
export const cosmosProgramme = (records: Documents): ProgrammeRecords => {
  const part = 'programme'
  const idOf = (id: string) => `programme:${createHash('sha256').update(id).digest('base64url')}`
  return {
    async get(id) {
      const found = await records.read<ProgrammeDocument>(idOf(id), part)
      return found && { record: found.document.record, version: found.etag }
    },
    async add(id, record) {
      return { kind: (await records.create({ id: idOf(id), part, record })) ? 'added' : 'duplicate' }
    },
    async replace(id, record, version) {
      const kept = await records.replace({ id: idOf(id), part, record }, part, version)
      return { kind: kept ? 'replaced' : 'conflict' }
    },
  }
}
