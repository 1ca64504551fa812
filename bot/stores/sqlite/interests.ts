import { randomUUID } from 'node:crypto'
import type { ErasureRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import { emailKey } from '../../../dialogs/interest/interestId.ts'
import type { InterestStore } from '../../../dialogs/interest/interestStore.ts'
import { plainTerms, type SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Database } from './database.ts'
import { continuationAt, interestQuery } from './interestQuery.ts'
import { columnsOf, storedOf } from './interestRow.ts'

const SWEEP_PAGE = 50

/** Interests in SQLite. `keepErasure` adds to the audit log within the same transaction. */
export const sqliteInterests = (
  db: Database,
  keepErasure: (record: ErasureRecord) => void,
  terms: SearchTerms = plainTerms,
): InterestStore => {
  const byId = (id: string) => db.get('SELECT version, body FROM interest WHERE id = ?', id)

  const update = (interest: Interest, version: string): void => {
    const columns = { version, ...columnsOf(interest, terms) }
    const set = Object.keys(columns).map((name) => `${name} = ?`)
    db.run(`UPDATE interest SET ${set.join(', ')} WHERE id = ?`, ...Object.values(columns), interest.id)
  }

  /**
   * Makes the columns of every interest anew when they were made with other terms: after a migration, and when the
   * vocabulary of places and roles changed. A program that has no vocabulary leaves what one with it made.
   */
  const refreshColumns = (): void => {
    const isDone = (): boolean => {
      const held = db.get('SELECT version FROM search_terms')?.version
      return held === terms.version || (held !== undefined && terms.version === plainTerms.version)
    }
    if (isDone()) return
    db.write(() => {
      if (isDone()) return
      for (const { id } of db.all('SELECT id FROM interest')) {
        const row = byId(String(id))
        if (row) update(storedOf(row).interest, String(row.version))
      }
      db.run('DELETE FROM search_terms')
      db.run('INSERT INTO search_terms (version) VALUES (?)', terms.version)
    })
  }

  /** Points its references at it. False when the present one is another's. */
  const claim = ({ id, reference, formerReferences, entered }: Interest): boolean => {
    const owner = db.get('SELECT interest_id FROM reference WHERE reference = ?', reference)
    if (owner && owner.interest_id !== id && owner.interest_id !== entered?.formerId) return false
    if (!owner) db.run('INSERT INTO reference (reference, interest_id) VALUES (?, ?)', reference, id)
    for (const former of formerReferences) {
      db.run(
        'INSERT INTO reference VALUES (?, ?) ON CONFLICT DO UPDATE SET interest_id = excluded.interest_id',
        former,
        id,
      )
    }
    return true
  }

  const insert = (interest: Interest): StoredInterest => {
    const version = randomUUID()
    const columns = { version, ...columnsOf(interest, terms) }
    const marks = Object.keys(columns).map(() => '?')
    db.run(
      `INSERT INTO interest (${Object.keys(columns).join(', ')}) VALUES (${marks.join(', ')})`,
      ...Object.values(columns),
    )
    return { interest, version }
  }

  const remove = (id: string, version: string): boolean =>
    db.run('DELETE FROM interest WHERE id = ? AND version = ?', id, version) > 0

  refreshColumns()
  return {
    async add(interest) {
      return db.write(() => {
        const existing = byId(interest.id)
        if (existing) return { kind: 'duplicate', existing: storedOf(existing) } as const
        if (!claim(interest)) return { kind: 'reference-taken' } as const
        return { kind: 'added', stored: insert(interest) } as const
      })
    },

    async get(id, cohortId) {
      const row = db.get('SELECT version, body FROM interest WHERE id = ? AND cohort_id = ?', id, cohortId)
      return row && storedOf(row)
    },

    async replace(interest, version) {
      return db.write(() => {
        const row = byId(interest.id)
        if (row?.version !== version) return { kind: 'conflict' } as const
        if (!claim(interest)) return { kind: 'reference-taken' } as const
        const next = randomUUID()
        update(interest, next)
        return { kind: 'replaced', stored: { interest, version: next } } as const
      })
    },

    async byPerson(tenantId, personId) {
      const sql = 'SELECT version, body FROM interest WHERE tenant_id = ? AND person_id = ? ORDER BY registered_at, id'
      return db.all(sql, tenantId, personId).map(storedOf)
    },

    async byEmail(tenantId, email) {
      if (email.trim() === '') return []
      const sql = `SELECT version, body FROM interest WHERE tenant_id = ? AND email_key = ? AND email_key <> '' ORDER BY id`
      return db.all(sql, tenantId, emailKey(email)).map(storedOf)
    },

    async byReference(reference) {
      const sql = `SELECT i.version, i.body FROM reference r JOIN interest i ON i.id = r.interest_id WHERE r.reference = ?`
      const row = db.get(sql, reference)
      return row && storedOf(row)
    },

    async page(filter, { limit, ...request }) {
      const { where, values } = interestQuery(filter, request)
      const direction = request.order === 'newest' ? 'DESC' : 'ASC'
      const rows = db.all(
        `SELECT status_since, place, version, body FROM interest INDEXED BY interest_in_order ${where}
         ORDER BY status_since ${direction}, place ${direction} LIMIT ?`,
        ...[...values, limit + 1],
      )
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return { items: shown.map(storedOf), ...(rows.length > limit && last ? { next: continuationAt(last) } : {}) }
    },

    async count(filter) {
      const { where, values } = interestQuery(filter)
      const sql = `SELECT count(*) AS found FROM interest INDEXED BY interest_by_status ${where}`
      return Number(db.get(sql, ...values)?.found)
    },

    async counts(cohortId) {
      const rows = db.all(
        `SELECT cohort_id, band, service, status, count(*) AS found FROM interest ${cohortId ? 'WHERE cohort_id = ?' : ''}
         GROUP BY cohort_id, band, service, status`,
        ...(cohortId ? [cohortId] : []),
      )
      return rows.map((row) => ({
        cohortId: String(row.cohort_id),
        band: String(row.band),
        service: String(row.service),
        status: String(row.status),
        count: Number(row.found),
      }))
    },

    async *pastRetention(now) {
      let after = ['', '']
      for (;;) {
        const rows = db.all(
          `SELECT id, expires_at, version, body FROM interest WHERE expires_at <= ? AND (expires_at, id) > (?, ?)
           AND (held_until IS NULL OR held_until <= ?) ORDER BY expires_at, id LIMIT ?`,
          ...[now, ...after, now, SWEEP_PAGE],
        )
        const last = rows.at(-1)
        if (!last) return
        after = [String(last.expires_at), String(last.id)]
        yield* rows.map(storedOf)
      }
    },

    async withNoticesDue(now, limit) {
      const sql = 'SELECT version, body FROM interest WHERE notice_due <= ? ORDER BY notice_due LIMIT ?'
      return db.all(sql, now, limit).map(storedOf)
    },

    async join(from, to) {
      return db.write(() => {
        const existing = byId(to.id)
        if (existing) return { kind: 'duplicate', existing: storedOf(existing) } as const
        if (!remove(from.interest.id, from.version)) return { kind: 'conflict' } as const
        db.run('UPDATE reference SET interest_id = ? WHERE interest_id = ?', to.id, from.interest.id)
        return { kind: 'joined', stored: insert(to) } as const
      })
    },

    async erase({ interest, version }, record) {
      return db.write(() => {
        if (!remove(interest.id, version)) return { kind: 'conflict' } as const
        db.run('DELETE FROM reference WHERE interest_id = ?', interest.id)
        keepErasure(record)
        return { kind: 'erased' } as const
      })
    },
  }
}
