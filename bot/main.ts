import { existsSync } from 'node:fs'
import { inspect } from 'node:util'
import { ContentError } from '../knowledge/content/fault.ts'
import { compose } from './compose.ts'
import { ConfigError, readConfig } from './config.ts'
import { drainOnSignal } from './drain.ts'
import { createLogger } from './logger.ts'

/** A fault that somebody can mend is told in its own words, any other with all that is known of it. */
const explain = (fault: unknown): string =>
  fault instanceof ConfigError || fault instanceof ContentError ? fault.message : inspect(fault)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig()
  const log = createLogger(config.logLevel)
  const bot = await compose(config, { log })
  const address = await bot.listen()
  say(
    config.localMode
      ? `Local mode, on this machine alone. Chat with the bot at ${address}/`
      : `Listening at ${address}`,
  )
  drainOnSignal({ log, close: [bot.close] })
  const started = performance.now()
  await bot.knowledgeReady()
  if (performance.now() - started > 2000) say('The knowledge is ready.')
} catch (fault) {
  process.stderr.write(`${explain(fault)}\n`)
  process.exit(1)
}
