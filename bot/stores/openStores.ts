import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { SearchTerms } from '../../dialogs/review/searchTerms.ts'
import type { Config } from '../config.ts'
import type { Stores } from './stores.ts'

/**
 * Opens the store that the settings name. Only the engine in use is loaded.
 * @param terms by which teams and roles are found; as typed when left out
 * @throws StoreUnavailable when it cannot be reached
 */
export async function openStores(
  { cosmos, dataDir }: Pick<Config, 'cosmos' | 'dataDir'>,
  terms?: SearchTerms,
): Promise<Stores> {
  if (cosmos) {
    const { openCosmos } = await import('./cosmos/openCosmos.ts')
    return openCosmos({ ...cosmos, ...(terms && { terms }) })
  }
  const { openSqlite } = await import('./sqlite/openSqlite.ts')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return openSqlite(path.join(dataDir, 'bot.sqlite'), terms)
}
