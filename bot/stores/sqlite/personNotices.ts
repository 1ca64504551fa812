import { randomUUID } from 'node:crypto'
import type { PersonNotice, PersonNoticeStore, StoredPersonNotice } from '../../../dialogs/notices/personNotices.ts'
import type { Database, Row } from './database.ts'

const storedOf = (row: Row): StoredPersonNotice => ({
  notice: JSON.parse(String(row.body)) as PersonNotice,
  version: String(row.version),
})

const dueOf = ({ state, dueAt }: PersonNotice): string | null => (state === 'waiting' ? dueAt : null)

/** Notices that belong to no interest, in SQLite. */
export const sqlitePersonNotices = (db: Database): PersonNoticeStore => ({
  async add(notice) {
    const { id, tenantId, personId, expiresAt } = notice
    const sql = `INSERT INTO person_notice (id, version, tenant_id, person_id, due_at, expires_at, body)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
    const values = [id, randomUUID(), tenantId, personId, dueOf(notice), expiresAt, JSON.stringify(notice)]
    return { kind: db.run(sql, ...values) > 0 ? 'added' : 'duplicate' }
  },
  async get(id) {
    const row = db.get('SELECT version, body FROM person_notice WHERE id = ?', id)
    return row && storedOf(row)
  },
  async replace(notice, version) {
    const next = randomUUID()
    const sql = 'UPDATE person_notice SET version = ?, due_at = ?, body = ? WHERE id = ? AND version = ?'
    const changed = db.run(sql, next, dueOf(notice), JSON.stringify(notice), notice.id, version)
    return changed > 0 ? { kind: 'replaced', stored: { notice, version: next } } : { kind: 'conflict' }
  },
  async due(now, limit) {
    const sql = 'SELECT version, body FROM person_notice WHERE due_at <= ? ORDER BY due_at LIMIT ?'
    return db.all(sql, now, limit).map(storedOf)
  },
  async byPerson(tenantId, personId) {
    const sql = 'SELECT version, body FROM person_notice WHERE tenant_id = ? AND person_id = ? ORDER BY id'
    return db.all(sql, tenantId, personId).map((row) => storedOf(row).notice)
  },
  async forget(tenantId, personId) {
    return db.run('DELETE FROM person_notice WHERE tenant_id = ? AND person_id = ?', tenantId, personId)
  },
  async removeExpired(now) {
    return db.run('DELETE FROM person_notice WHERE expires_at <= ?', now)
  },
})
