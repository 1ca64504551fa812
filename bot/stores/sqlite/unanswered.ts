import { randomUUID } from 'node:crypto'
import type { StoredQuestion, UnansweredQuestion, UnansweredStore } from '../../../dialogs/answers/unansweredStore.ts'
import { counted, forgotten, questionId, sent } from '../questions.ts'
import type { Database, Row } from './database.ts'

const storedOf = (row: Row): StoredQuestion => ({
  question: JSON.parse(String(row.body)) as UnansweredQuestion,
  version: String(row.version),
})

/** What could not be answered, in SQLite. */
export const sqliteUnanswered = (db: Database): UnansweredStore => {
  const find = (id: string): StoredQuestion | undefined => {
    const row = db.get('SELECT version, body FROM question WHERE id = ?', id)
    return row && storedOf(row)
  }
  const put = (question: UnansweredQuestion): void => {
    db.run(
      'INSERT OR REPLACE INTO question (id, version, state, count, expires_at, body) VALUES (?, ?, ?, ?, ?, ?)',
      ...[question.id, randomUUID(), question.state, question.count, question.expiresAt, JSON.stringify(question)],
    )
    db.run('DELETE FROM question_person WHERE question_id = ?', question.id)
    for (const by of question.askedBy) {
      db.run('INSERT OR IGNORE INTO question_person VALUES (?, ?, ?)', by.tenantId, by.personId, question.id)
    }
  }
  const sentBy = (tenantId: string, personId: string): UnansweredQuestion[] =>
    db
      .all(
        `SELECT q.version, q.body FROM question_person p JOIN question q ON q.id = p.question_id
         WHERE p.tenant_id = ? AND p.person_id = ?`,
        ...[tenantId, personId],
      )
      .map((row) => storedOf(row).question)

  return {
    async count(asking) {
      const id = questionId(asking.group)
      db.write(() => put(counted(find(id)?.question, asking)))
      return id
    },
    async send(id, by) {
      return db.write(() => {
        const found = find(id)
        if (found) put(sent(found.question, by))
        return found !== undefined
      })
    },
    async get(id) {
      return find(id)
    },
    async replace(question, version) {
      return db.write(() => {
        if (find(question.id)?.version !== version) return { kind: 'conflict' } as const
        put(question)
        return { kind: 'replaced' } as const
      })
    },
    async list(state, limit) {
      const sql = 'SELECT version, body FROM question WHERE state = ? ORDER BY count DESC, id LIMIT ?'
      return db.all(sql, state, limit).map(storedOf)
    },
    async sentBy(tenantId, personId) {
      return sentBy(tenantId, personId)
    },
    async forget(tenantId, personId) {
      return db.write(() => {
        const questions = sentBy(tenantId, personId)
        for (const question of questions) put(forgotten(question, tenantId, personId))
        return questions.length
      })
    },
    async removeExpired(now) {
      return db.write(() => {
        db.run('DELETE FROM question_person WHERE question_id IN (SELECT id FROM question WHERE expires_at <= ?)', now)
        return db.run('DELETE FROM question WHERE expires_at <= ?', now)
      })
    },
  }
}
