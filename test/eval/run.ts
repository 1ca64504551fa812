/**
 * Asks the bot a set of questions and conversations over HTTP, as a channel would, and judges what it said.
 *
 *     npm run eval [-- --questions FILE --conversations FILE --facts FILE] [--held-out] [--json OUT] [--update-baseline]
 *
 * Without options it asks the questions and conversations beside this file. With `--questions` or `--conversations` only
 * what is named is asked; `--held-out` asks the further set that nothing is tuned to.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { askAll } from './asked.ts'
import { startAsking } from './asking.ts'
import { readConversations, readFacts, readQuestions } from './questions.ts'
import { type Baseline, baselineOf, difference, misses, table, times } from './report.ts'

const BASELINE = path.join(import.meta.dirname, 'eval.baseline.json')
const beside = (name: string): string => path.join(import.meta.dirname, name)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const { values: options } = parseArgs({
  options: {
    questions: { type: 'string' },
    conversations: { type: 'string' },
    facts: { type: 'string', default: beside('facts.json') },
    'held-out': { type: 'boolean', default: false },
    json: { type: 'string' },
    'update-baseline': { type: 'boolean', default: false },
  },
})
const heldOut = options['held-out']
const own = !options.questions && !options.conversations && !heldOut
const questionsFile =
  options.questions ?? (heldOut ? beside('heldout.jsonl') : own ? beside('questions.jsonl') : undefined)
const conversationsFile = options.conversations ?? (own ? beside('conversations.jsonl') : undefined)
const set = heldOut ? 'heldOut' : 'own'
const baselines: Record<string, Baseline> = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {}
const facts = readFacts(options.facts)
const questions = questionsFile ? readQuestions(questionsFile) : []
const conversations = conversationsFile ? readConversations(conversationsFile) : []

const asking = await startAsking()
const result = await askAll(asking, questions, conversations, facts).finally(() => asking.close())
const missed = misses(result)
if (missed) say(`${missed}\n`)
say(`${difference(result, baselines[set])}\n`)
say(table(result.score, baselines[set]))
say(times(result))

if (options.json) {
  const lines = result.asked.map(({ turn: { body: _, messages: __, ...turn }, ...one }) =>
    JSON.stringify({ ...one, ...turn }),
  )
  writeFileSync(options.json, `${lines.join('\n')}\n`)
}
if (options['update-baseline']) {
  if (options.questions || options.conversations) {
    process.stderr.write(
      '--update-baseline goes with the committed questions only: leave --questions and --conversations out.\n',
    )
    process.exitCode = 1
  } else {
    const next: Record<string, Baseline> = { ...baselines, [set]: baselineOf(result) }
    writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(Object.entries(next).sort()), null, 2)}\n`)
  }
}
