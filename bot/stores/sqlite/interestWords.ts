import { plainTerms, type SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Database } from './database.ts'
import { searchColumns, storedOf } from './interestRow.ts'

const INSERT = `INSERT INTO interest_words (rowid, name, service, base, manager, team, role, assignee, facets)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
const BATCH = 500

/** Puts the words of one interest into the search index. */
export const indexWords = (db: Database, place: number, columns: string[]): void => {
  db.run(INSERT, place, ...columns)
}

/**
 * Fills the search index anew when it was made with other terms: after a migration, and when the vocabulary of places
 * and roles changed. A program that has no vocabulary leaves what one with it made.
 */
export const fillWords = (db: Database, terms: SearchTerms): void => {
  const isDone = (): boolean => {
    const held = db.get('SELECT version FROM search_terms')?.version
    return held === terms.version || (held !== undefined && terms.version === plainTerms.version)
  }
  if (isDone()) return
  db.write(() => {
    if (isDone()) return
    db.run('DELETE FROM interest_words')
    let after = -1
    for (;;) {
      const rows = db.all(
        'SELECT place, version, body FROM interest WHERE place > ? ORDER BY place LIMIT ?',
        after,
        BATCH,
      )
      const last = rows.at(-1)
      if (!last) break
      for (const row of rows) {
        const columns = searchColumns(storedOf(row).interest, terms)
        indexWords(db, Number(row.place), columns)
        db.run('UPDATE interest SET search = ? WHERE place = ?', columns.join('|'), Number(row.place))
      }
      after = Number(last.place)
    }
    db.run('DELETE FROM search_terms')
    db.run('INSERT INTO search_terms (version) VALUES (?)', terms.version)
  })
}
