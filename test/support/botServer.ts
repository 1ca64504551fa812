import type { Activity } from 'botbuilder'
import { type AdapterOptions, createAdapter, type ProgrammeAdapter, type TurnLogic } from '../../bot/adapter.ts'
import { readConfig } from '../../bot/config.ts'
import { createLogger } from '../../bot/logger.ts'
import { type BotServer, createServer, type ServerOptions } from '../../bot/server.ts'

export const tenantId = '0a000000-0000-4000-8000-000000000001'
export const objectId = '0b000000-0000-4000-8000-000000000001'

let last = 0

/** A message in a personal chat, as Teams posts it. */
export const message = (particular: Record<string, unknown> = {}): Partial<Activity> =>
  ({
    type: 'message',
    id: `activity-${++last}`,
    timestamp: '2026-01-08T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    text: 'How long is it?',
    from: { id: '29:sam', name: 'Sam Example', aadObjectId: objectId },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'a:conversation', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    deliveryMode: 'expectReplies',
    ...particular,
  }) as unknown as Partial<Activity>

export interface RunningBot extends BotServer {
  readonly url: string
  readonly adapter: ProgrammeAdapter
  /** Every line logged, as it was written. */
  readonly lines: string[]
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
}

export interface BotOptions extends Partial<Pick<ServerOptions, 'ready' | 'routes'>> {
  readonly env?: Record<string, string>
  readonly onTurn?: TurnLogic
  readonly adapter?: Omit<AdapterOptions, 'log'>
}

/** The real server and adapter on a free port; the bot behind them is whatever the test says. */
export const startBot = async (options: BotOptions = {}): Promise<RunningBot> => {
  const { env = {}, onTurn = async () => undefined, ready = async () => ({ ok: true }), routes, adapter: own } = options
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'debug', ...env })
  const lines: string[] = []
  const log = createLogger(config.logLevel, { write: (line) => lines.push(line) })
  const adapter = createAdapter(config, { log, ...own })
  const server = createServer({ config, log, adapter, onTurn, ready, routes })
  const url = await server.listen()
  return {
    ...server,
    url,
    adapter,
    lines,
    post: (body, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
