import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations.ts'

/** What a file that should be a copy of the database is. */
export type Copy =
  | { readonly kind: 'whole'; readonly interests: number }
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number; readonly known: number }

const schemaOf = (database: DatabaseSync): string =>
  JSON.stringify(
    database
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1, 2")
      .all(),
  )

/** The tables as the first so many migrations make them. */
const schemaAt = (version: number): string => {
  const database = new DatabaseSync(':memory:')
  try {
    for (const step of MIGRATIONS.slice(0, version)) database.exec(step)
    return schemaOf(database)
  } finally {
    database.close()
  }
}

const numberOf = (database: DatabaseSync, sql: string): number =>
  Number(Object.values(database.prepare(sql).get() ?? {})[0])

/** Tables whose `body` is JSON: a fault that the pages' structure does not show would show there. */
const tablesWithBody = (database: DatabaseSync): string[] =>
  database
    .prepare(
      "SELECT s.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type = 'table' AND c.name = 'body'",
    )
    .all()
    .map(({ name }) => String(name))

const faultOf = (database: DatabaseSync): string | undefined => {
  const [first] = database.prepare('PRAGMA integrity_check(1)').all()
  if (first?.integrity_check !== 'ok') return String(first?.integrity_check)
  const spoilt = tablesWithBody(database).find(
    (table) => numberOf(database, `SELECT count(*) FROM "${table}" WHERE NOT json_valid(body)`) > 0,
  )
  return spoilt && `a row of ${spoilt} cannot be read`
}

const inspect = (database: DatabaseSync): Copy => {
  const version = numberOf(database, 'PRAGMA user_version')
  if (version > MIGRATIONS.length) return { kind: 'newer', version, known: MIGRATIONS.length }
  if (version < 1 || schemaOf(database) !== schemaAt(version)) return { kind: 'foreign' }
  const what = faultOf(database)
  return what === undefined
    ? { kind: 'whole', interests: numberOf(database, 'SELECT count(*) FROM interest') }
    : { kind: 'damaged', what }
}

const NOT_A_DATABASE = 26

/** Inspects a file that nobody else has open: whose it is, of which version, and whether it is whole. */
export const inspectCopy = (file: string): Copy => {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    return inspect(database)
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error)) throw error
    return error.errcode === NOT_A_DATABASE ? { kind: 'foreign' } : { kind: 'damaged', what: error.message }
  } finally {
    database.close()
  }
}
