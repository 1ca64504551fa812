import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Activity } from 'botbuilder'
import { compose } from './compose.ts'
import { readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { type TurnTranscript, transcriptOf } from './turnTranscript.ts'

/** Settings of a deployment, which must not reach a bot that only its own process talks to. */
const DEPLOYED = /^(MICROSOFT_|COSMOS_|GRAPH_|OTEL_|APPLICATIONINSIGHTS_|STAFF_|ROLES_FILE$|NODE_ENV$|HOST$|PORT$)/

interface InProcessOptions {
  env?: NodeJS.ProcessEnv
  /** Where fits of changed content are kept from one run to the next; `fitted` in DATA_DIR when it is not given. */
  fitted?: string
  /** The object ids of managers and of HR; without it the people of the chat page are what they say. */
  roles?: { manager: readonly string[]; hr: readonly string[] }
}

/** The response to a posted activity. */
export interface Answered extends TurnTranscript {
  status: number
  body: unknown
}

/**
 * The whole bot in this process, in local mode on a free port of this computer. Its store is empty and goes when it closes;
 * only the fit of the knowledge is kept.
 * @throws ConfigError or ContentError, as a start does
 */
export async function startInProcess({ env = process.env, fitted, roles }: InProcessOptions = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bot-'))
  const cache = path.resolve(fitted ?? path.join(env.DATA_DIR || '.data', 'fitted'))
  mkdirSync(cache, { recursive: true })
  symlinkSync(cache, path.join(dataDir, 'fitted'))
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !DEPLOYED.test(name)))
  const rolesFile = path.join(dataDir, 'roles.json')
  if (roles) writeFileSync(rolesFile, JSON.stringify(roles), { mode: 0o600 })
  const settings = {
    RATE_LIMIT: 'off',
    ...own,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    ...(roles && { ROLES_FILE: rolesFile }),
  }
  const forget = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const bot = await compose(readConfig(settings), { log: createLogger('silent') })
    const url = await bot.listen()
    await bot.knowledgeReady()
    return {
      url,
      dataDir,
      /** Posts an activity as a channel does; what it answers comes back with the request. */
      async post(activity: object): Promise<Answered> {
        const response = await fetch(`${url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ deliveryMode: 'expectReplies', ...activity }),
        })
        const text = await response.text()
        const body: unknown = text.startsWith('{') ? JSON.parse(text) : text
        const activities = (body as { activities?: Partial<Activity>[] } | undefined)?.activities ?? []
        return { status: response.status, body, ...transcriptOf(activities) }
      },
      async close(): Promise<void> {
        await bot.close()
        forget()
      },
    }
  } catch (fault) {
    forget()
    throw fault
  }
}

export type InProcessBot = Awaited<ReturnType<typeof startInProcess>>
