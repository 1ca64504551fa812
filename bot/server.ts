import { type Server as HttpServer, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import restify, { type Request, type Response, type Server } from 'restify'
import { type Config, ConfigError } from './config.ts'
import { type MessagesOptions, messagesRoute } from './messagesRoute.ts'
import { respond } from './respond.ts'

export type Readiness = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** Adds routes to the server. What it returns is closed before the server: event streams, for one. */
type MountRoutes = (server: Server, port: () => number) => { close(): void } | undefined

export interface ServerOptions extends MessagesOptions {
  readonly config: Pick<Config, 'host' | 'port' | 'identity' | 'rateLimit' | 'localMode'>
  /** `why` names what is not ready, such as the store or the knowledge. */
  readonly ready: () => Promise<Readiness>
  readonly routes?: readonly MountRoutes[]
}

export interface BotServer {
  readonly server: Server
  /** Resolves to the address, such as http://127.0.0.1:3978. Rejects with a ConfigError when the port can't be had. */
  listen(): Promise<string>
  /** Takes no new connection and lets requests in flight finish; after `timeoutMs` (10 s) breaks them off. */
  close(timeoutMs?: number): Promise<void>
}

/** The bot's HTTP server: `POST /api/messages`, `GET /healthz`, `GET /readyz`, and the routes it is given. */
export const createServer = ({ config, log, adapter, onTurn, ready, routes = [] }: ServerOptions): BotServer => {
  const server = restify.createServer({ name: '', strictFormatters: false })
  const http = server.server as HttpServer
  http.requestTimeout = 30_000
  http.keepAliveTimeout = 240_000 // longer than Azure's front end keeps one, which would else post into a closed socket
  const open = new Set<ServerResponse>()
  let draining = false

  server.pre((req: Request, res: Response, next) => {
    for (const [name, value] of Object.entries(securityHeaders(config.localMode))) res.setHeader(name, value)
    if (draining) res.setHeader('connection', 'close')
    open.add(res)
    res.once('close', () => open.delete(res))
    req.once('error', (err) => log.debug({ err }, 'A request broke off'))
    next()
  })
  server.on('restifyError', plainError(log))
  server.on('error', (err: unknown) => log.error({ err }, 'The server failed'))

  const port = (): number => (http.address() as AddressInfo | null)?.port ?? config.port
  const mounted = routes.map((mount) => mount(server, port))
  server.post('/api/messages', messagesRoute({ config, log, adapter, onTurn }))
  server.get('/healthz', async (_req: Request, res: Response) => respond(res, 200, { status: 'alive' }))
  server.get('/readyz', async (_req: Request, res: Response) => {
    const state = draining ? { ok: false as const, why: 'stopping' } : await readyInTime(ready)
    respond(res, state.ok ? 200 : 503, state.ok ? { status: 'ready' } : { status: 'not ready', why: state.why })
  })

  return {
    server,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, config)))
        server.listen(config.port, config.host, () => resolve(`http://${urlHost(config.host)}:${port()}`))
      }),
    async close(timeoutMs = 10_000) {
      draining = true
      for (const routes of mounted) routes?.close()
      for (const res of open) if (!res.headersSent) res.setHeader('connection', 'close')
      const closed = new Promise<void>((resolve) => {
        http.close(() => resolve())
      })
      const sweep = setInterval(() => http.closeIdleConnections(), 100)
      http.closeIdleConnections()
      const inTime = await Promise.race([closed.then(() => true), wait(timeoutMs, false, { ref: false })])
      clearInterval(sweep)
      if (!inTime) log.warn({ open: open.size }, 'Stopped with requests still in flight')
      http.closeAllConnections()
      await closed
    },
  }
}

const securityHeaders = (localMode: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  ...(localMode ? {} : { 'strict-transport-security': 'max-age=31536000' }),
})

/** Answers an error with the words of its status alone: restify's own answers repeat the path, or say what went wrong. */
const plainError =
  (log: ServerOptions['log']) =>
  (_req: Request, res: Response, error: { statusCode?: unknown }, done: () => void): void => {
    const status = typeof error?.statusCode === 'number' ? error.statusCode : 500
    if (status >= 500) log.error({ err: error }, 'A request failed')
    if (res.headersSent) res.destroy()
    else respond(res, status, STATUS_CODES[status])
    Object.assign(res, { _sent: true }) // restify's own mark; without it, it would answer once more
    done()
  }

const readyInTime = async (ready: ServerOptions['ready']): Promise<Readiness> => {
  const late = new AbortController()
  try {
    const tooLate: Readiness = { ok: false, why: 'no answer in time' }
    return await Promise.race([ready(), wait(3000, tooLate, { signal: late.signal })])
  } catch {
    return { ok: false, why: 'unknown' }
  } finally {
    late.abort()
  }
}

const urlHost = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

const cannotListen = (error: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`PORT ${port} is in use by another program: stop it, or set PORT to another number.`)
    case 'EACCES':
      return new ConfigError(`PORT ${port} may not be used by this account: set PORT to a number above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `HOST ${host} is not an address of this computer: set HOST to one that is, or leave it out.`,
      )
    default:
      return new Error('The server could not listen.', { cause: error })
  }
}
