import { existsSync } from 'node:fs'
import path from 'node:path'
import { inspect, parseArgs } from 'node:util'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { ConfigError, readConfig } from './config.ts'
import { type Restoration, type Restored, restore } from './stores/sqlite/restore.ts'

const USAGE = 'Usage: npm run restore -- BACKUP_FILE [--into DATA_DIR]'

class UsageError extends Error {}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' } } })
    const [copy, ...more] = positionals
    if (!copy || more.length > 0) throw new UsageError(USAGE)
    return { copy: path.resolve(copy), into: values.into }
  } catch (fault) {
    throw fault instanceof UsageError ? fault : new UsageError(`${(fault as Error).message.split('. ')[0]}. ${USAGE}`)
  }
}

const refusal = (outcome: Exclude<Restoration, Restored>, copy: string, database: string): string => {
  switch (outcome.kind) {
    case 'missing':
      return `There is no file at ${copy}: give the path of a copy that npm run backup made.`
    case 'unfinished':
      return `${copy} is not a whole copy, for its last changes stand in a file beside it: give one that npm run backup made.`
    case 'damaged':
      return `${copy} is damaged (${outcome.what}): give another copy.`
    case 'foreign':
      return `${copy} is not a copy of this bot's database: give one that npm run backup made.`
    case 'newer':
      return `${copy} is of version ${outcome.version} and this program knows ${outcome.known}: install the program that made it, or give an older copy.`
    case 'in-use':
      return `A bot, or another program, has ${database} open: stop it first.`
    case 'cannot-lock':
      return `${database} is damaged, so whether a bot has it open cannot be seen: stop the bot, move that file and any bot.sqlite-wal and bot.sqlite-shm elsewhere, and restore again.`
  }
}

const told = ({ interests, replaced, cameBack }: Restored, copy: string, database: string): string =>
  [
    `Restored ${copy} to ${database}: ${interests} ${interests === 1 ? 'interest' : 'interests'}. Now start the bot.`,
    ...(replaced ? [`What was there is kept in ${replaced}: delete it when you no longer need it.`] : []),
    ...(cameBack.length > 0
      ? [`Erased since that copy was made, and back with it: ${cameBack.join(', ')}. Erase them again.`]
      : []),
  ].join('\n')

/** Puts a copy in the place of the embedded database, while no bot runs on it. */
try {
  const { copy, into } = readArguments()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { cosmos, dataDir } = readConfig()
  if (cosmos) throw new UsageError('COSMOS_ENDPOINT is set: Azure Cosmos DB restores its own backups, see the runbook.')
  const database = path.join(into ? path.resolve(into) : dataDir, 'bot.sqlite')
  const outcome = await restore(copy, database)
  if (outcome.kind !== 'restored') throw new UsageError(refusal(outcome, copy, database))
  process.stdout.write(`${told(outcome, copy, database)}\n`)
} catch (fault) {
  const known = fault instanceof UsageError || fault instanceof ConfigError
  const unavailable = fault instanceof StoreUnavailable ? `${fault.message} ${inspect(fault.cause)}` : undefined
  process.stderr.write(`${known ? fault.message : (unavailable ?? inspect(fault))}\n`)
  process.exitCode = 1
}
