import type { DraftStore } from '../../../dialogs/interest/draftStore.ts'
import type { InterestDraft } from '../../../dialogs/interest/interest.ts'
import type { Database } from './database.ts'

/** Drafts in SQLite. */
export const sqliteDrafts = (db: Database): DraftStore => ({
  async put(draft) {
    db.run(
      'INSERT OR REPLACE INTO draft (tenant_id, person_id, expires_at, body) VALUES (?, ?, ?, ?)',
      ...[draft.tenantId, draft.personId, draft.expiresAt, JSON.stringify(draft)],
    )
  },
  async get(tenantId, personId, now) {
    const sql = 'SELECT body FROM draft WHERE tenant_id = ? AND person_id = ? AND expires_at > ?'
    const row = db.get(sql, tenantId, personId, now)
    return row && (JSON.parse(String(row.body)) as InterestDraft)
  },
  async remove(tenantId, personId) {
    return db.run('DELETE FROM draft WHERE tenant_id = ? AND person_id = ?', tenantId, personId) > 0
  },
  async removeExpired(now) {
    return db.run('DELETE FROM draft WHERE expires_at <= ?', now)
  },
})
