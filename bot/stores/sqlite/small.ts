import { randomUUID } from 'node:crypto'
import type { Feedback, FeedbackStore } from '../../../dialogs/answers/feedbackStore.ts'
import type { Cohort, CohortStore, StoredCohort } from '../../../dialogs/cohorts/cohortStore.ts'
import { totalsByEntry } from '../feedbackTotals.ts'
import { StateConflict, type StateItem, type StateStore } from '../stateStore.ts'
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

/** Cohorts in SQLite. */
export const sqliteCohorts = (db: Database): CohortStore => {
  const storedOf = (row: Row): StoredCohort => ({
    cohort: JSON.parse(String(row.body)) as Cohort,
    version: String(row.version),
  })
  return {
    async all() {
      return db.all('SELECT version, body FROM cohort ORDER BY id').map(storedOf)
    },
    async get(id) {
      const row = db.get('SELECT version, body FROM cohort WHERE id = ?', id)
      return row && storedOf(row)
    },
    async add(cohort) {
      const sql = 'INSERT INTO cohort (id, version, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      return { kind: db.run(sql, cohort.id, randomUUID(), JSON.stringify(cohort)) > 0 ? 'added' : 'duplicate' }
    },
    async replace(cohort, version) {
      const sql = 'UPDATE cohort SET version = ?, body = ? WHERE id = ? AND version = ?'
      const changed = db.run(sql, randomUUID(), JSON.stringify(cohort), cohort.id, version)
      return { kind: changed > 0 ? 'replaced' : 'conflict' }
    },
  }
}

/** Bot state in SQLite: all the changes of one write, or none. */
export const sqliteState = (db: Database): StateStore => ({
  async read(keys) {
    const found: [string, StateItem][] = []
    for (const key of keys) {
      const row = db.get('SELECT version, body FROM state WHERE key = ?', key)
      if (row) found.push([key, { ...JSON.parse(String(row.body)), eTag: String(row.version) }])
    }
    return Object.fromEntries(found)
  },
  async write(changes) {
    db.write(() => {
      for (const [key, { eTag, ...item }] of Object.entries(changes)) {
        if (eTag !== undefined && eTag !== '*') {
          const there = db.get('SELECT version FROM state WHERE key = ?', key)
          if (there?.version !== eTag) throw new StateConflict(key)
        }
        const sql = 'INSERT OR REPLACE INTO state (key, version, written_at, body) VALUES (?, ?, ?, ?)'
        db.run(sql, key, randomUUID(), Date.now(), JSON.stringify(item))
      }
    })
  },
  async delete(keys) {
    db.write(() => {
      for (const key of keys) db.run('DELETE FROM state WHERE key = ?', key)
    })
  },
  async removeBefore(at) {
    return db.run('DELETE FROM state WHERE written_at < ?', Date.parse(at))
  },
})
