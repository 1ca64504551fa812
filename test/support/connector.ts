import type { Activity } from 'botbuilder'
import { listenOnLoopback, readAll } from './freePort.ts'

interface Arrived {
  readonly method: string
  readonly path: string
  readonly authorization?: string
  /** As it was on the wire. */
  readonly body: Partial<Activity> & Record<string, unknown>
}

export interface Connector {
  readonly serviceUrl: string
  readonly arrived: Arrived[]
  /** The next requests get these statuses instead of 200, in turn. */
  failNext(...failures: { status: number; headers?: Record<string, string> }[]): void
  close(): Promise<void>
}

/** A Bot Framework connector on loopback that keeps what arrives. */
export const startConnector = async (): Promise<Connector> => {
  const arrived: Arrived[] = []
  const failures: { status: number; headers?: Record<string, string> }[] = []

  const { url, close } = await listenOnLoopback(async (req, res) => {
    const text = await readAll(req)
    const { method = '', url: path = '', headers } = req
    arrived.push({ method, path, authorization: headers.authorization, body: text ? JSON.parse(text) : {} })
    const failure = failures.shift()
    res.writeHead(failure?.status ?? 200, { 'content-type': 'application/json', ...failure?.headers })
    res.end(JSON.stringify(failure ? { error: { code: 'Failed' } } : { id: `sent-${arrived.length}` }))
  })

  return { serviceUrl: url, arrived, failNext: (...next) => failures.push(...next), close }
}
