import { randomUUID } from 'node:crypto'
import type { ProgrammeRecords } from '../../../dialogs/cohorts/programmeRecords.ts'
import type { Database } from './database.ts'

/** The documents of the programme in SQLite. */
export const sqliteProgramme = (db: Database): ProgrammeRecords => ({
  async get(id) {
    const row = db.get('SELECT version, body FROM programme_record WHERE id = ?', id)
    return row && { record: JSON.parse(String(row.body)) as Record<string, unknown>, version: String(row.version) }
  },
  async add(id, record) {
    const sql = 'INSERT INTO programme_record (id, version, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
    return { kind: db.run(sql, id, randomUUID(), JSON.stringify(record)) > 0 ? 'added' : 'duplicate' }
  },
  async replace(id, record, version) {
    const sql = 'UPDATE programme_record SET version = ?, body = ? WHERE id = ? AND version = ?'
    const changed = db.run(sql, randomUUID(), JSON.stringify(record), id, version)
    return { kind: changed > 0 ? 'replaced' : 'conflict' }
  },
})
