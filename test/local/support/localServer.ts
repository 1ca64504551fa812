import type { AddressInfo } from 'node:net'
import type { Activity } from 'botbuilder'
import restify from 'restify'
import { mountLocalMode } from '../../../bot/local/localMode.ts'

export type AnswerActivity = (activity: Partial<Activity>) => Promise<{ status: number; body?: unknown }>

export interface LocalServer {
  readonly url: string
  readonly serviceUrl: string
  readonly port: number
  /** What was posted to /api/messages so far. */
  readonly received: Partial<Activity>[]
  /** Changes how the bot answers from now on; status 0 is none, and a broken connection. */
  answer(next: AnswerActivity): void
  conversationId(name: string): Promise<string>
  close(): Promise<void>
}

const readAll = async (stream: AsyncIterable<unknown>): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Local mode on a free port, before a bot that is whatever the test says. */
export const startLocalServer = async (first: AnswerActivity = async () => ({ status: 200 })): Promise<LocalServer> => {
  const server = restify.createServer()
  const received: Partial<Activity>[] = []
  let answer = first
  let port = 0
  const local = mountLocalMode(server, { port: () => port, log: { warn: () => undefined } })
  server.post('/api/messages', async (req, res) => {
    const activity = JSON.parse(await readAll(req)) as Partial<Activity>
    received.push(activity)
    const { status, body } = await answer(activity)
    if (status === 0) return void req.socket.destroy()
    res.writeHead(status, { 'content-type': 'application/json' })
    res.end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  port = (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    serviceUrl: `${url}/local`,
    port,
    received,
    answer: (next) => {
      answer = next
    },
    async conversationId(name) {
      const { people } = (await (await fetch(`${url}/local/people`)).json()) as {
        people: { name: string; conversationId: string }[]
      }
      const person = people.find((one) => one.name === name)
      if (!person) throw new Error(`Nobody is called ${name}.`)
      return person.conversationId
    },
    close: () =>
      new Promise((resolve) => {
        local.close()
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}
