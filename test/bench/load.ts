import { Agent, request } from 'node:http'
import { transcriptOf } from '../../bot/turnTranscript.ts'

export interface Measured {
  medianMs: number
  p99Ms: number
  perSecond: number
}

export interface Load {
  warmUp: number
  /** Turns sent one after another. Each is timed; one that was not answered does not count. */
  single: number
  /** People who ask at once, each in a chat of their own, for so long. */
  people: number
  seconds: number
}

const TENANT = '00000000-0000-4000-8000-000000000001'

/** Asks the questions over and over, first one at a time, then by several people at once. */
export async function measure(url: string, questions: readonly string[], load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.people })
  let count = 0
  const ask = (person: number) => {
    count += 1
    return post(agent, `${url}/api/messages`, activity(questions[count % questions.length] as string, person, count))
  }
  for (let i = 0; i < load.warmUp; i++) await ask(0)
  const times: number[] = []
  for (let i = 0; i < load.single; i++) {
    const started = performance.now()
    const body = await ask(0)
    const ms = performance.now() - started
    const { outcomes } = transcriptOf(JSON.parse(body).activities)
    if (outcomes.length === 0 || outcomes.includes('answered')) times.push(ms)
  }
  const started = performance.now()
  const end = started + load.seconds * 1000
  let turns = 0
  await Promise.all(
    Array.from({ length: load.people }, async (_, person) => {
      for (; performance.now() < end; turns++) await ask(person + 1)
    }),
  )
  const perSecond = turns / ((performance.now() - started) / 1000)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return { medianMs: at(0.5), p99Ms: at(0.99), perSecond }
}

const activity = (text: string, person: number, count: number): object => {
  const id = `aaaaaaaa-0000-4000-8000-${String(person).padStart(12, '0')}`
  return {
    type: 'message',
    id: `bench-${count}`,
    text,
    textFormat: 'plain',
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: `29:${id}`, name: 'Sam Example', aadObjectId: id },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { id: `conv-${id}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    deliveryMode: 'expectReplies',
  }
}

const post = (agent: Agent, url: string, body: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(text) : reject(new Error(`The bot answered ${answer.statusCode}: ${text}`)),
      )
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
