import { randomUUID } from 'node:crypto'
import type { Cohort, CohortStore, StoredCohort } from '../../../dialogs/cohorts/cohortStore.ts'
import type { Database, Row } from './database.ts'

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
