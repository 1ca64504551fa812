import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from './openSqlite.ts'

/**
 * Copies the embedded database while the bot runs, to a file named after the moment.
 * @returns the path of the copy
 * @throws StoreUnavailable when it cannot be read or written
 */
export const backup = async (database: string, folder: string, now = new Date()): Promise<string> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, `backup-${now.toISOString().replaceAll(':', '-')}.sqlite`)
  const stores = openSqlite(database)
  try {
    await stores.backup(target)
    return target
  } finally {
    await stores.close()
  }
}
