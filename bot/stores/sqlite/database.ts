import { chmodSync, existsSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { MIGRATIONS } from './migrations.ts'

export type Row = Record<string, unknown>

/** One connection. Its members throw StoreUnavailable when the database cannot be read or written. */
export interface Database {
  all(sql: string, ...values: SQLInputValue[]): Row[]
  get(sql: string, ...values: SQLInputValue[]): Row | undefined
  /** How many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number
  /** One write: all of it or nothing, and no other writer in between. */
  write<T>(work: () => T): T
  close(): void
}

const LOCK_TIMEOUT = 5000
const IN_MEMORY = ':memory:'

const guarded = <T>(operation: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ERR_SQLITE_ERROR' || code === 'ERR_INVALID_STATE') throw new StoreUnavailable(operation, error)
    throw error
  }
}

const inTransaction = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

const migrate = (database: DatabaseSync): void => {
  inTransaction(database, () => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
    if (version > MIGRATIONS.length) {
      throw new Error(
        `The database is of version ${version} and this program knows ${MIGRATIONS.length}. Start a newer program, or restore a backup made before it.`,
      )
    }
    for (const step of MIGRATIONS.slice(version)) database.exec(step)
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}

/**
 * Opens a connection and brings the database up to date. A new file is its owner's alone, and so is what SQLite puts beside it.
 * @param durability `full`: what was answered survives a power cut; `normal`: a crash of the process alone
 * @throws StoreUnavailable when the file cannot be opened or is locked; Error when a newer program wrote it
 */
export const openDatabase = (file: string, durability: 'full' | 'normal'): Database => {
  const database = guarded('open its database', () => {
    const isNew = file !== IN_MEMORY && !existsSync(file)
    const opened = new DatabaseSync(file, { timeout: LOCK_TIMEOUT })
    if (isNew) chmodSync(file, 0o600)
    opened.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'};
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -64000;
      PRAGMA temp_store = MEMORY;
    `)
    migrate(opened)
    return opened
  })
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    let prepared = statements.get(sql)
    if (!prepared) {
      if (statements.size >= 200) statements.clear()
      prepared = database.prepare(sql)
      statements.set(sql, prepared)
    }
    return prepared
  }
  return {
    all: (sql, ...values) => guarded('be read', () => statement(sql).all(...values)),
    get: (sql, ...values) => guarded('be read', () => statement(sql).get(...values)),
    run: (sql, ...values) => guarded('be written', () => Number(statement(sql).run(...values).changes)),
    write: (work) => guarded('be written', () => inTransaction(database, work)),
    close: () => {
      if (!database.isOpen) return
      statements.clear()
      database.close()
    },
  }
}
