import { type Answered, type InProcessBot, startInProcess } from '../../bot/inProcess.ts'
import type { Role } from '../../dialogs/access.ts'
import { listenOnLoopback } from '../support/freePort.ts'

const IDS: Readonly<Record<Role, string>> = {
  staff: '11111111-1111-4111-8111-111111111111',
  manager: '22222222-2222-4222-8222-222222222222',
  hr: '33333333-3333-4333-8333-333333333333',
}
const TENANT = '00000000-0000-4000-8000-000000000001'

/** Somebody in a chat of their own with the bot. */
interface Chat {
  say(text: string): Promise<Answered & { ms: number }>
}

export interface Asking {
  bot: InProcessBot
  /** Opens a new chat. Staff are somebody new for each number; managers and HR are always the same. */
  chat(role: Role, who?: { name?: string; letter: 'a' | 'b'; number: number }): Chat
  close(): Promise<void>
}

/** The composed bot without a model, and the channel in front of it: it answers who somebody is, and takes what the bot sends by itself. */
export async function startAsking(): Promise<Asking> {
  const people = new Map<string, object>()
  let sent = 0
  const channel = await listenOnLoopback((req, res) => {
    req.resume()
    const [, member] = /\/v3\/conversations\/[^/]+\/(?:paged)?members\/?([^/?]*)/.exec(req.url ?? '') ?? []
    res.setHeader('content-type', 'application/json')
    if (req.method !== 'GET' || member === undefined) return res.end(JSON.stringify({ id: `a${++sent}` }))
    const id = decodeURIComponent(member)
    const person = people.get(id) ?? { id, name: 'Sam Example' }
    res.end(JSON.stringify(member ? person : { members: [person] }))
  })
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AZURE_)?OPENAI_/.test(name)))
  const bot = await startInProcess({ env, roles: { manager: [IDS.manager], hr: [IDS.hr] } })
  let count = 0
  return {
    bot,
    chat(role, { name = 'Sam Example', letter, number } = { letter: 'a', number: 0 }) {
      const objectId = role === 'staff' ? staffId(letter, number) : IDS[role]
      const id = `29:${objectId}`
      const email = 'person@example.nhs.uk'
      people.set(id, { id, name, aadObjectId: objectId, tenantId: TENANT, email, userPrincipalName: email })
      const conversation = `conv-${objectId}-${++count}`
      return {
        async say(text) {
          const started = performance.now()
          const turn = await bot.post({
            type: 'message',
            id: `act-${++count}`,
            text,
            textFormat: 'plain',
            timestamp: new Date().toISOString(),
            channelId: 'msteams',
            serviceUrl: channel.url,
            locale: 'en-GB',
            from: { id, name, aadObjectId: objectId },
            recipient: { id: '28:bot', name: 'bot' },
            conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
            channelData: { tenant: { id: TENANT } },
          })
          return { ...turn, ms: performance.now() - started }
        },
      }
    },
    async close() {
      await bot.close()
      await channel.close()
    },
  }
}

const staffId = (letter: string, number: number): string =>
  `${letter.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`
