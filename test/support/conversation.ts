import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { type Answered, type InProcessBot, startInProcess } from '../../bot/inProcess.ts'
import { type LocalRole, localPeople } from '../../bot/local/people.ts'
import { faultOfShippedFit, SHIPPED } from './shippedFit.ts'

/** A trust that is not the one that ships, so that nothing here passes because of words in code. */
export const RIVERSIDE = path.join(import.meta.dirname, '..', 'conversations', 'knowledge')

const fits = mkdtempSync(path.join(tmpdir(), 'bot-fits-'))
process.once('exit', () => rmSync(fits, { recursive: true, force: true }))

export interface ConversationOptions {
  as?: LocalRole
  /** The folder of content; Riverside's when it is not given. */
  knowledge?: string
  conversationType?: 'personal' | 'groupChat' | 'channel'
  /** Settings beside those of the content. */
  env?: Record<string, string>
}

/** What a turn is held against beside its words. */
interface HeardToo {
  outcome?: string | string[]
  action?: string
  step?: string
  /** What the message gave, among other things perhaps. */
  slots?: Record<string, unknown>
  /** The first entry of the trace. */
  entry?: string
  cited?: number
  /** One of the suggestions. */
  suggests?: string
}

/** What is said, what is heard, and what else is held against the turn. */
export type Row = readonly [said: string, words: RegExp, also?: HeardToo]

export interface Chat {
  bot: InProcessBot
  say(text: string, particular?: object): Promise<Answered>
  /** Any other activity of this person in this conversation. */
  send(particular: object): Promise<Answered>
  close(): Promise<void>
}

/**
 * A bot of its own, with sentence vectors only where the content ships its fit, and one person in a chat with it.
 * @throws Error when that fit is not there: to make it takes minutes
 */
export async function openChat(options: ConversationOptions = {}): Promise<Chat> {
  const { as = 'staff', knowledge = RIVERSIDE, conversationType = 'personal' } = options
  const fault = knowledge === SHIPPED ? await faultOfShippedFit() : undefined
  if (fault) throw new Error(fault)
  const env = { KNOWLEDGE_DIR: knowledge, SENTENCE_VECTORS: knowledge === SHIPPED ? 'on' : 'off', ...options.env }
  const bot = await startInProcess({ env, fitted: path.join(fits, path.basename(knowledge)) })
  const person = localPeople.find(({ role }) => role === as)
  if (!person) throw new Error(`Nobody is ${as}`)
  const { role: _, jobTitle: __, ...from } = person
  let count = 0
  const send = (particular: object) =>
    bot.post({
      id: `said-${++count}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${bot.url}/local`,
      from,
      recipient: { id: '28:bot', name: 'bot' },
      conversation: { id: 'a:conversation', conversationType, tenantId: from.tenantId },
      channelData: { tenant: { id: from.tenantId } },
      ...particular,
    })
  return {
    bot,
    send,
    say: (text, particular = {}) => send({ type: 'message', text, textFormat: 'plain', ...particular }),
    close: () => bot.close(),
  }
}

/** A test that is a table of what is said and what is heard, run through the whole bot. */
export const conversation = (name: string, options: ConversationOptions, rows: readonly Row[]): void => {
  it(name, async () => {
    const chat = await openChat(options)
    try {
      for (const [said, words, also = {}] of rows) holds(said, await chat.say(said), words, also)
    } finally {
      await chat.close()
    }
  })
}

function holds(said: string, turn: Answered, words: RegExp, also: HeardToo): void {
  const { decision, outcomes } = turn
  const when = `after “${said}”, where it said “${turn.said.trim()}” (${JSON.stringify(decision)})`
  expect(turn.status, when).to.equal(200)
  expect(turn.said, when).to.match(words)
  if (also.outcome) expect(outcomes, when).to.deep.equal([also.outcome].flat())
  if (also.action) expect(decision.action, when).to.equal(also.action)
  if (also.step) expect(decision.step, when).to.equal(also.step)
  if (also.slots) expect(decision.slots, when).to.include(also.slots)
  if (also.entry) expect(decision.entries?.[0]?.id, when).to.equal(also.entry)
  if (also.cited !== undefined) expect(turn.citations, when).to.have.length(also.cited)
  if (also.suggests) expect(turn.suggestions, when).to.include(also.suggests)
}
