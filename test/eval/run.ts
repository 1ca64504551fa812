/**
 * Asks the bot a set of questions and conversations over HTTP, as a channel would, and judges what it said.
 *
 *     npm run eval [-- --questions FILE --conversations FILE --facts FILE] [--held-out | --blind] [--full] [--json OUT]
 *       [--update-baseline]
 *     npm run eval -- --claims
 *     npm run eval -- --picture
 *     npm run eval -- --public DIR [--set NAME]... [--k N] [--json OUT]
 *
 * Without options it asks the questions and conversations beside this file. With `--questions` or `--conversations` only
 * what is named is asked. `--held-out` asks the set that the confidence is fitted to and the content was widened on;
 * `--blind` the one that nothing is ever tuned on: read its score, never its misses. A run of a committed set ends with 1 on
 * a regression (`regression.ts` says what is one). `--json` writes one line for each question when OUT ends in .jsonl, else one
 * document with everything that was measured. `--update-baseline` also draws the picture of the reliability, which
 * `--picture` draws from the baseline without asking. `--claims` counts the straight answers to questions that expect a
 * yes or a no, and ends with 1 on a wrong one. `--public` measures the matcher and the answerer on public sets.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadKnowledge } from '../../knowledge/content/load.ts'
import { askAll, type Result } from './asked.ts'
import { startAsking } from './asking.ts'
import { type CommittedSet, PICTURE, pictureOf, readBaselines, writeBaselines } from './baseline.ts'
import { askClaims, readClaims } from './claims.ts'
import { type Measures, measuresOf } from './measures.ts'
import { measuresInWords } from './measuresReport.ts'
import { runPublic } from './public/run.ts'
import { readConversations, readFacts, readQuestions } from './questions.ts'
import { changesSince, regressions } from './regression.ts'
import { baselineOf, difference, misses, table, times } from './report.ts'

const beside = (name: string): string => path.join(import.meta.dirname, name)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const COMMITTED: Readonly<Record<CommittedSet, readonly [questions: string, conversations: string]>> = {
  own: ['questions.jsonl', 'conversations.jsonl'],
  heldOut: ['heldout.jsonl', 'heldoutConversations.jsonl'],
  blind: ['blind.jsonl', 'blindConversations.jsonl'],
}

const { values: options } = parseArgs({
  options: {
    questions: { type: 'string' },
    conversations: { type: 'string' },
    facts: { type: 'string', default: beside('facts.json') },
    'held-out': { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    json: { type: 'string' },
    'update-baseline': { type: 'boolean', default: false },
    claims: { type: 'boolean', default: false },
    picture: { type: 'boolean', default: false },
    public: { type: 'string' },
    set: { type: 'string', multiple: true },
    k: { type: 'string' },
  },
})

if (options.public) await runPublic(options.public, { sets: options.set, k: options.k, json: options.json, say })
else if (options.claims) await evaluateClaims()
else if (options.picture) writeFileSync(PICTURE, pictureOf(readBaselines()))
else await evaluate()

async function evaluateClaims(): Promise<void> {
  const asking = await startAsking()
  const { scores, missed } = await askClaims(asking, readClaims()).finally(() => asking.close())
  for (const { claim, score, entry, reply } of missed)
    say(`${score}  ${claim.truth}  ${claim.text}\n      ${entry}: ${reply}`)
  for (const [set, { right, none, wrong }] of Object.entries(scores))
    say(`${set}: ${right} right, ${none} without a straight answer, ${wrong} wrong`)
  if (scores.own.wrong + scores.blind.wrong > 0) process.exitCode = 1
}

async function evaluate(): Promise<void> {
  const named = options.questions !== undefined || options.conversations !== undefined
  const set: CommittedSet = options.blind ? 'blind' : options['held-out'] ? 'heldOut' : 'own'
  const [itsQuestions, itsConversations] = named ? [] : COMMITTED[set].map(beside)
  const questionsFile = options.questions ?? itsQuestions
  const conversationsFile = options.conversations ?? itsConversations
  const baselines = readBaselines()
  const baseline = baselines[set]
  const facts = readFacts(options.facts)
  const questions = questionsFile ? readQuestions(questionsFile) : []
  const conversations = conversationsFile ? readConversations(conversationsFile) : []

  const asking = await startAsking()
  const result = await askAll(asking, questions, conversations, facts).finally(() => asking.close())
  const measures = measuresOf(result, facts, loadKnowledge(path.resolve(process.env.KNOWLEDGE_DIR || 'knowledge')))
  const secret = set === 'blind' && !named
  const missed = secret ? '' : misses(result)
  if (missed) say(`${missed}\n`)
  if (!secret) say(`${difference(result, baseline)}\n`)
  say(`${table(result.score, baseline)}\n`)
  say(measuresInWords(measures, { full: options.full, ...(baseline && { baseline }) }))
  say(times(result))

  const update = options['update-baseline']
  if (options.json) writeFileSync(options.json, inJson(options.json, result, measures))
  if (update && named) {
    process.stderr.write(
      '--update-baseline goes with the committed questions only: leave --questions and --conversations out.\n',
    )
    process.exitCode = 1
  } else if (update) writeBaselines({ ...baselines, [set]: baselineOf(result, measures.calibration) })
  if (named) return
  const found = regressions(result, measures, update ? undefined : baseline)
  say(found.length > 0 ? `\nRegression:\n${found.map((one) => `  ${one}`).join('\n')}` : '\nNo regression.')
  if (found.length > 0) process.exitCode = 1

  function inJson(file: string, { score, asked }: Result, measured: Measures): string {
    const each = asked.map(({ turn: { body: _, messages: __, ...turn }, ...one }) => ({ ...one, ...turn }))
    if (file.endsWith('.jsonl')) return each.map((one) => `${JSON.stringify(one)}\n`).join('')
    const changes = baseline && changesSince(result, baseline)
    return `${JSON.stringify({ set: named ? 'named' : set, score, ...measured, changes, asked: each }, null, 1)}\n`
  }
}
