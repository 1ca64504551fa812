import { existsSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { ConfigError, readConfig } from './config.ts'
import { backup } from './stores/sqlite/backup.ts'

const USAGE = 'Usage: npm run backup -- FOLDER'

class UsageError extends Error {}

/** Copies the embedded database, while the bot runs or not, to a file in the folder that is named after the moment. */
try {
  const [folder, ...more] = process.argv.slice(2)
  if (!folder || more.length > 0) throw new UsageError(USAGE)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { cosmos, dataDir } = readConfig()
  if (cosmos) throw new UsageError('COSMOS_ENDPOINT is set: Azure Cosmos DB makes its own backups, see the runbook.')
  const database = path.join(dataDir, 'bot.sqlite')
  if (!existsSync(database))
    throw new UsageError(`There is no database at ${database}: set DATA_DIR as the bot has it.`)
  process.stdout.write(`${await backup(database, path.resolve(folder))}\n`)
} catch (fault) {
  const known = fault instanceof UsageError || fault instanceof ConfigError
  const unavailable = fault instanceof StoreUnavailable ? `${fault.message} ${inspect(fault.cause)}` : undefined
  process.stderr.write(`${known ? fault.message : (unavailable ?? inspect(fault))}\n`)
  process.exitCode = 1
}
