import { randomUUID } from 'node:crypto'
import { StateConflict, type StateItem, type StateStore } from '../stateStore.ts'
import type { Database } from './database.ts'

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
