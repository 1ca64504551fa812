import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import type { Stores } from './stores.ts'

/**
 * Opens the store that the settings name. Only the engine in use is loaded.
 * @throws StoreUnavailable when it cannot be reached
 */
export async function openStores({ cosmos, dataDir }: Pick<Config, 'cosmos' | 'dataDir'>): Promise<Stores> {
  if (cosmos) {
    const { openCosmos } = await import('./cosmos/openCosmos.ts')
    return openCosmos(cosmos)
  }
  const { openSqlite } = await import('./sqlite/openSqlite.ts')
  mkdirSync(dataDir, { recursive: true })
  return openSqlite(path.join(dataDir, 'bot.sqlite'))
}
