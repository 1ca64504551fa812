import { randomUUID } from 'node:crypto'
import type { ErasureRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import { emailKey } from '../../../dialogs/interest/interestId.ts'
import type { InterestStore } from '../../../dialogs/interest/interestStore.ts'
import { plainTerms, type SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Database } from './database.ts'
import { findsNothing, interestQuery, registeredOnly } from './interestQuery.ts'
import { COLUMNS, columnValues, PLACES, placeOf, searchColumns, storedOf } from './interestRow.ts'
import { fillWords, indexWords } from './interestWords.ts'

const SLOTS = 'place, id, version'
const INSERT = `INSERT INTO interest (${SLOTS}, ${COLUMNS.join(', ')}) VALUES (?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})`
const UPDATE = `UPDATE interest SET place = ?, version = ?, ${COLUMNS.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`
const SWEEP_PAGE = 50

/** Interests in SQLite. `keepErasure` adds to the audit log within the same transaction. */
export const sqliteInterests = (
  db: Database,
  keepErasure: (record: ErasureRecord) => void,
  terms: SearchTerms = plainTerms,
): InterestStore => {
  fillWords(db, terms)
  const byId = (id: string) =>
    db.get('SELECT place, version, status_since, search, body FROM interest WHERE id = ?', id)

  const freePlace = (moment: string): number => {
    const first = placeOf(moment)
    const last = db.get(
      'SELECT max(place) AS last FROM interest WHERE place BETWEEN ? AND ?',
      first,
      first + PLACES ** 2,
    )
    return typeof last?.last === 'number' ? last.last + 1 : first
  }
  const registered = () => {
    const end = (which: 'min' | 'max') => `(SELECT ${which}(registered_at) FROM interest)`
    const ends = db.get(`SELECT ${end('min')} AS first, ${end('max')} AS last`)
    return { first: String(ends?.first ?? ''), last: String(ends?.last ?? '') }
  }
  const index = (place: number, columns: string[]) => indexWords(db, place, columns)
  const unindex = (place: number) => db.run('DELETE FROM interest_words WHERE rowid = ?', place)

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
    const place = freePlace(interest.statusSince)
    const columns = searchColumns(interest, terms)
    db.run(INSERT, place, interest.id, version, ...columnValues(interest, columns.join('|')))
    index(place, columns)
    return { interest, version }
  }

  const remove = (id: string, version: string): boolean => {
    const row = byId(id)
    if (row?.version !== version) return false
    db.run('DELETE FROM interest WHERE id = ?', id)
    unindex(Number(row.place))
    return true
  }

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
        const columns = searchColumns(interest, terms)
        const search = columns.join('|')
        const old = Number(row.place)
        const place = row.status_since === interest.statusSince ? old : freePlace(interest.statusSince)
        if (place !== old || search !== row.search) {
          unindex(old)
          index(place, columns)
        }
        const next = randomUUID()
        db.run(UPDATE, place, next, ...columnValues(interest, search), interest.id)
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

    async page(filter, { limit, continuation, order = 'oldest' }) {
      if (findsNothing(filter)) return { items: [] }
      const { from, position, values } = interestQuery(
        filter,
        registered,
        continuation ? { after: { place: Number(continuation), order } } : {},
      )
      const sql = `SELECT ${position} AS place, i.version, i.body ${from} ORDER BY ${position} ${order === 'oldest' ? 'ASC' : 'DESC'} LIMIT ?`
      const rows = db.all(sql, ...values, limit + 1)
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return { items: items.map(storedOf), ...(rows.length > limit && last ? { next: String(last.place) } : {}) }
    },

    async count(filter) {
      if (findsNothing(filter)) return 0
      const { from, values } = registeredOnly(filter) ?? interestQuery(filter, registered, { counting: true })
      return Number(db.get(`SELECT count(*) AS found ${from}`, ...values)?.found)
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
