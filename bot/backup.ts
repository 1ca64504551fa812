import { existsSync } from 'node:fs'
import path from 'node:path'
import { inspect, parseArgs } from 'node:util'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { ConfigError, readConfig } from './config.ts'
import { backup } from './stores/sqlite/backup.ts'

const USAGE = 'Usage: npm run backup -- FOLDER [--keep N]'

class UsageError extends Error {}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } })
    const [folder, ...more] = positionals
    if (!folder || more.length > 0) throw new UsageError(USAGE)
    if (values.keep !== undefined && !/^[1-9]\d{0,3}$/.test(values.keep)) {
      throw new UsageError('--keep is not a whole number from 1 to 9999: say how many copies stay, or leave it out.')
    }
    return { folder: path.resolve(folder), ...(values.keep && { keep: Number(values.keep) }) }
  } catch (fault) {
    throw fault instanceof UsageError ? fault : new UsageError(`${(fault as Error).message.split('. ')[0]}. ${USAGE}`)
  }
}

/**
 * Copies the embedded database, while the bot runs or not, to a file in the folder that is named after the moment. With
 * `--keep`, only that many copies stay there.
 */
try {
  const { folder, ...options } = readArguments()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { cosmos, dataDir } = readConfig()
  if (cosmos) throw new UsageError('COSMOS_ENDPOINT is set: Azure Cosmos DB makes its own backups, see the runbook.')
  const database = path.join(dataDir, 'bot.sqlite')
  if (!existsSync(database))
    throw new UsageError(`There is no database at ${database}: set DATA_DIR as the bot has it.`)
  process.stdout.write(`${await backup(database, folder, options)}\n`)
} catch (fault) {
  const known = fault instanceof UsageError || fault instanceof ConfigError
  const unavailable = fault instanceof StoreUnavailable ? `${fault.message} ${inspect(fault.cause)}` : undefined
  process.stderr.write(`${known ? fault.message : (unavailable ?? inspect(fault))}\n`)
  process.exitCode = 1
}
