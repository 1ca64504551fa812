import type { Feedback, FeedbackStore } from '../../../dialogs/answers/feedbackStore.ts'
import { totalsByEntry } from '../feedbackTotals.ts'
import type { Database, Row } from './database.ts'

/** Thumbs in SQLite. */
export const sqliteFeedback = (db: Database): FeedbackStore => {
  const feedbackOf = (row: Row) => JSON.parse(String(row.body)) as Feedback
  return {
    async put(feedback) {
      const sql = 'INSERT OR REPLACE INTO feedback (turn_id, at, body) VALUES (?, ?, ?)'
      db.run(sql, feedback.turnId, feedback.at, JSON.stringify(feedback))
    },
    async list(limit) {
      return db.all('SELECT body FROM feedback ORDER BY at DESC, turn_id LIMIT ?', limit).map(feedbackOf)
    },
    async byEntry() {
      return totalsByEntry(db.all('SELECT body FROM feedback').map(feedbackOf))
    },
    async removeBefore(at) {
      return db.run('DELETE FROM feedback WHERE at < ?', at)
    },
  }
}
