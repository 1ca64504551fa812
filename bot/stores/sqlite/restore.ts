import { constants, existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { erasureId } from '../../../dialogs/interest/erasure.ts'
import type { Interest } from '../../../dialogs/interest/interest.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { sha256, sumFile, toDisk } from './backup.ts'
import { type Copy, inspectCopy } from './inspectCopy.ts'

export type Restored = {
  readonly kind: 'restored'
  readonly interests: number
  /** Where the database that was there is kept. */
  readonly replaced?: string
  /** References of interests that were erased after the copy was made, and came back with it. */
  readonly cameBack: readonly string[]
}

export type Restoration =
  | Restored
  | Exclude<Copy, { kind: 'whole' }>
  | { readonly kind: 'missing' }
  /** Its last changes stand in a file beside it, as a running bot leaves them. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'in-use' }
  /** The database that is there is damaged: whether a bot has it open cannot be known. */
  | { readonly kind: 'cannot-lock' }

const BUSY = 5
/** What SQLite puts beside a database. One that is left over would be read into whatever database takes the name. */
const BESIDE = ['-wal', '-shm', '-journal']

/**
 * Takes a database for this process alone. A bot holds a shared lock for as long as it runs, so that the change of
 * journal, which needs every lock, fails then; it also brings what waits beside the file into it.
 */
const takeAlone = (file: string): DatabaseSync | 'in-use' | 'cannot-lock' => {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    if (!(error instanceof Error) || !('errcode' in error)) throw error
    return error.errcode === BUSY ? 'in-use' : 'cannot-lock'
  }
}

/** References of interests in the restored file whose erasure the replaced one records; the sweep finds its own again. */
const backAgain = (restored: string, replaced: DatabaseSync | undefined): string[] => {
  if (replaced?.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get() === undefined) return []
  const erased = new Set(
    replaced
      .prepare("SELECT id FROM audit WHERE kind = 'erasure' AND json_extract(body, '$.why') <> 'retention'")
      .all()
      .map(({ id }) => id),
  )
  const database = new DatabaseSync(restored, { timeout: 0 })
  try {
    const interests = database.prepare('SELECT body FROM interest').all()
    return interests
      .map(({ body }) => JSON.parse(String(body)) as Interest)
      .filter(({ id, createdAt }) => erased.has(erasureId({ id, createdAt })))
      .map(({ reference }) => reference)
      .sort()
  } finally {
    database.close()
  }
}

const looksFinished = (copy: string): boolean =>
  ['-wal', '-journal'].every((end) => !statSync(`${copy}${end}`, { throwIfNoEntry: false })?.size)

const sumDiffers = async (copy: string, file: string): Promise<boolean> =>
  existsSync(sumFile(copy)) && !readFileSync(sumFile(copy), 'utf8').startsWith(await sha256(file))

/** Puts the checked file in the place of what is there, which is kept aside under a name of its own. */
const exchange = async (
  file: string,
  database: string,
  now: Date,
): Promise<Omit<Restored, 'kind' | 'interests'> | 'in-use' | 'cannot-lock'> => {
  const there = existsSync(database) ? takeAlone(database) : undefined
  if (typeof there === 'string') return there
  try {
    const cameBack = backAgain(file, there)
    const replaced = path.join(path.dirname(database), `replaced-${now.toISOString().replaceAll(':', '-')}.sqlite`)
    for (const end of ['', ...BESIDE]) {
      if (existsSync(`${database}${end}`)) await rename(`${database}${end}`, `${replaced}${end}`)
    }
    await rename(file, database)
    toDisk(path.dirname(database))
    return { cameBack, ...(there && { replaced }) }
  } finally {
    there?.close()
  }
}

/**
 * Puts a copy in the place of the embedded database. Refuses a file that is damaged or none of the bot's, and a folder
 * that a bot works on; the database that was there is kept beside it. Migrations run at the bot's next start.
 * @param copy a file that the backup made
 * @param database where the bot keeps its own; its folder is made when it is not there
 * @throws StoreUnavailable when a file cannot be read or written
 */
export const restore = async (copy: string, database: string, now = new Date()): Promise<Restoration> => {
  if (!statSync(copy, { throwIfNoEntry: false })?.isFile()) return { kind: 'missing' }
  if (!looksFinished(copy)) return { kind: 'unfinished' }
  const folder = path.dirname(database)
  const incoming = path.join(folder, `incoming-${process.pid}.sqlite`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await copyFile(copy, incoming, constants.COPYFILE_EXCL)
    await chmod(incoming, 0o600)
    if (await sumDiffers(copy, incoming)) return { kind: 'damaged', what: `it is not what ${sumFile(copy)} says` }
    const inspection = inspectCopy(incoming)
    if (inspection.kind !== 'whole') return inspection
    toDisk(incoming)
    const exchanged = await exchange(incoming, database, now)
    if (typeof exchanged === 'string') return { kind: exchanged }
    return { kind: 'restored', interests: inspection.interests, ...exchanged }
  } catch (error) {
    throw new StoreUnavailable('be restored', error)
  } finally {
    for (const end of ['', ...BESIDE]) await rm(`${incoming}${end}`, { force: true })
  }
}
