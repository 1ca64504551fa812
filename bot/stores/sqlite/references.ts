import type {
  ConversationReferenceStore,
  PersonConversation,
} from '../../../dialogs/notices/conversationReferenceStore.ts'
import type { Database } from './database.ts'

/** Where people can be written to, in SQLite. */
export const sqliteReferences = (db: Database): ConversationReferenceStore => ({
  async put(conversation) {
    db.run(
      'INSERT OR REPLACE INTO conversation (tenant_id, person_id, body) VALUES (?, ?, ?)',
      ...[conversation.tenantId, conversation.personId, JSON.stringify(conversation)],
    )
  },
  async get(tenantId, personId) {
    const row = db.get('SELECT body FROM conversation WHERE tenant_id = ? AND person_id = ?', tenantId, personId)
    return row && (JSON.parse(String(row.body)) as PersonConversation)
  },
  async ofRole(role) {
    const sql = `SELECT body FROM conversation WHERE json_extract(body, '$.role') = ? ORDER BY tenant_id, person_id`
    return db.all(sql, role).map((row) => JSON.parse(String(row.body)) as PersonConversation)
  },
  async remove(tenantId, personId) {
    return db.run('DELETE FROM conversation WHERE tenant_id = ? AND person_id = ?', tenantId, personId) > 0
  },
})
