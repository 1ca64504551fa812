import type { Request, Response, Server } from 'restify'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const loopbackAddresses = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const sameHost = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).protocol === 'http:' && new URL(origin).host === host.toLowerCase()

/**
 * Why a request is refused, or nothing. In local mode the bot believes whoever posts to it, so that a web page open in
 * the same browser must not be able to: neither by a form (Origin) nor by a name it points at 127.0.0.1 (Host).
 */
export const refusal = (req: Pick<Request, 'headers' | 'method'>, remoteAddress = ''): string | undefined => {
  const host = req.headers.host ?? ''
  if (!loopbackAddresses.test(remoteAddress)) return 'Local mode serves this computer only.'
  if (!loopbackNames.has(hostName(host))) return 'Local mode answers at 127.0.0.1 or localhost only.'
  const origin = req.headers.origin
  if (origin !== undefined && !sameHost(origin, host)) return 'Local mode takes nothing from another web page.'
  const site = req.headers['sec-fetch-site']
  const opensPage = req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate'
  if ((site === 'cross-site' || site === 'same-site') && !opensPage) {
    return 'Local mode takes nothing from another web page.'
  }
  return undefined
}

/** Puts the whole server, the bot's own route included, behind the check. */
export const guardLoopback = (server: Server): void => {
  server.pre((req: Request, res: Response, next) => {
    const why = refusal(req, req.socket.remoteAddress)
    if (why === undefined) return next()
    res.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    res.end(why)
    return next(false)
  })
}
