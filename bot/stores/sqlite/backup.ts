import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'

export interface BackupOptions {
  readonly now?: Date
  /** How many copies stay in the folder, the newest; all when left out. */
  readonly keep?: number
}

const COPY = /^backup-[\d-]+T[\d-]+\.\d+Z\.sqlite$/
const LOCK_TIMEOUT = 5000

/** Where the SHA-256 of a copy stands, in the form that `sha256sum --check` reads. */
export const sumFile = (copy: string): string => `${copy}.sha256`

/** The SHA-256 of a file, in hexadecimal. Rejects when it cannot be read. */
export const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Forces a file, or the entries of a folder, to the disk. */
export const toDisk = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const copyInto = (database: string, target: string): void => {
  closeSync(openSync(target, 'wx', 0o600))
  const source = new DatabaseSync(database, { timeout: LOCK_TIMEOUT })
  try {
    source.prepare('VACUUM INTO ?').run(target)
  } finally {
    source.close()
  }
}

const removeOlder = (folder: string, keep: number): void => {
  const copies = readdirSync(folder).filter((name) => COPY.test(name))
  for (const name of copies.sort().slice(0, -keep)) {
    rmSync(sumFile(join(folder, name)), { force: true })
    rmSync(join(folder, name))
  }
}

/**
 * Copies the embedded database while the bot runs: whole, consistent, on the disk, readable by its owner alone, in a
 * file named after the moment, with its SHA-256 beside it. A copy that failed leaves nothing under that name.
 * @returns the path of the copy
 * @throws StoreUnavailable when the database cannot be read or the copy not be written
 */
export const backup = async (database: string, folder: string, options: BackupOptions = {}): Promise<string> => {
  const { now = new Date(), keep } = options
  const name = `backup-${now.toISOString().replaceAll(':', '-')}.sqlite`
  const target = join(folder, name)
  const partial = `${target}.partial`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    copyInto(database, partial)
    toDisk(partial)
    await writeFile(sumFile(target), `${await sha256(partial)}  ${name}\n`, { mode: 0o600 })
    renameSync(partial, target)
    toDisk(folder)
    if (keep !== undefined) removeOlder(folder, keep)
    return target
  } catch (error) {
    rmSync(partial, { force: true })
    throw new StoreUnavailable('be backed up', error)
  }
}
