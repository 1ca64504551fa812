import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inspect, parseArgs } from 'node:util'
import { ContentError } from '../knowledge/content/fault.ts'
import { ConfigError } from './config.ts'
import { type InProcessBot, startInProcess } from './inProcess.ts'
import { type LocalPerson, localPeople } from './local/people.ts'
import type { TurnTranscript } from './turnTranscript.ts'

const USAGE =
  'Usage: npm run ask -- "question" [--json] [--as staff|manager|hr], or a question a line on standard input for a conversation'

class UsageError extends Error {}

const write = (text: string): void => void process.stdout.write(`${text}\n`)
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, as: { type: 'string', default: 'staff' } },
    })
    const person = localPeople.find(({ role }) => role === values.as)
    if (!person) throw new UsageError(`--as is not staff, manager or hr. ${USAGE}`)
    const question = positionals.join(' ').trim()
    if (!question && process.stdin.isTTY) throw new UsageError(`There is no question. ${USAGE}`)
    return { person, json: values.json, question }
  } catch (fault) {
    throw fault instanceof UsageError ? fault : new UsageError(`${(fault as Error).message.split('. ')[0]}. ${USAGE}`)
  }
}

/** One message in the person's own chat with the bot. */
const messageOf = (
  { url }: InProcessBot,
  { role: _, jobTitle: __, ...from }: LocalPerson,
  text: string,
  n: number,
) => ({
  type: 'message',
  id: `ask-${n}`,
  text,
  textFormat: 'plain',
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: `${url}/local`,
  locale: 'en-GB',
  from,
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: `a:local-${from.aadObjectId}`, conversationType: 'personal', tenantId: from.tenantId },
  channelData: { tenant: { id: from.tenantId } },
})

function inWords({ said, citations, suggestions }: TurnTranscript): string {
  const sources = citations.map(
    ({ position, appearance: { name, url } }) => `[${position}] ${name}${url ? ` ${url}` : ''}`,
  )
  const next = suggestions.length > 0 ? [`You can ask: ${suggestions.join(' · ')}`] : []
  return [said.trim(), ...(sources.length > 0 ? [sources.join('\n')] : []), ...next].join('\n\n')
}

try {
  const { person, json, question } = readArguments()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const questions = question ? [question] : createInterface({ input: process.stdin })
  let bot: InProcessBot | undefined
  let asked = 0
  for await (const line of questions) {
    const text = line.trim()
    if (!text) continue
    bot ??= await startInProcess()
    asked += 1
    const turn = await bot.post(messageOf(bot, person, text, asked))
    if (turn.status !== 200) throw new Error(`The bot answered with status ${turn.status}.`)
    const { said, decision, citations, suggestions } = turn
    if (json) write(JSON.stringify({ said: said.trim(), decision, citations, suggestions }))
    else write(question ? inWords(turn) : `${asked > 1 ? '\n' : ''}> ${text}\n\n${inWords(turn)}`)
  }
  await bot?.close()
  if (asked === 0) throw new UsageError(`There is no question. ${USAGE}`)
} catch (fault) {
  const known = fault instanceof UsageError || fault instanceof ConfigError || fault instanceof ContentError
  process.stderr.write(`${known ? fault.message : inspect(fault)}\n`)
  process.exitCode = 1
}
