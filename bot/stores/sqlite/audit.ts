import type { AuditLog, AuditRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Database } from './database.ts'

/** Keeps one record; the same id again changes nothing. Within the caller's transaction, if there is one. */
export const keepRecord = (db: Database, record: AuditRecord): boolean =>
  db.run(
    'INSERT INTO audit (id, kind, at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ...[record.id, record.kind, record.at, JSON.stringify(record)],
  ) > 0

/** The audit log in SQLite. */
export const sqliteAudit = (db: Database): AuditLog => ({
  async append(record) {
    keepRecord(db, record)
  },

  async appendExport(record, interestIds) {
    db.write(() => {
      if (!keepRecord(db, record)) return
      for (const id of new Set(interestIds)) db.run('INSERT INTO export_interest VALUES (?, ?)', id, record.id)
    })
  },

  async page(kind, { limit, continuation }) {
    const after = continuation ? (JSON.parse(continuation) as [string, string]) : undefined
    const rows = db.all(
      `SELECT id, at, body FROM audit WHERE kind = ? ${after ? 'AND (at, id) < (?, ?)' : ''} ORDER BY at DESC, id DESC LIMIT ?`,
      ...[kind, ...(after ?? []), limit + 1],
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      records: shown.map(({ body }) => JSON.parse(String(body)) as AuditRecord),
      ...(rows.length > limit && last ? { next: JSON.stringify([last.at, last.id]) } : {}),
    }
  },

  async flagExports(interestId, at) {
    const set = `UPDATE audit SET body = json_insert(body, '$.erasedSince[#]', ?)`
    return db.run(`${set} WHERE id IN (SELECT export_id FROM export_interest WHERE interest_id = ?)`, at, interestId)
  },

  async removeBefore(at) {
    return db.write(() => {
      db.run('DELETE FROM export_interest WHERE export_id IN (SELECT id FROM audit WHERE at < ?)', at)
      return db.run('DELETE FROM audit WHERE at < ?', at)
    })
  },
})
