/**
 * Measures an answered turn over HTTP, with sentence vectors and without, beside a bare echo bot of the same framework.
 *
 *     npm run bench [-- --interest]
 *     npm run bench -- --growth [--sizes 500,1000]
 *
 * Every server is a process of its own, held to the same processor. The fits are made first, if they are not kept yet;
 * that takes minutes and is not measured. Prints a Markdown table. `--growth` measures something else alone: how a fit
 * grows with the phrasings while the last one serves, as a table and a picture.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readQuestions } from '../eval/questions.ts'
import { pinnedTo, startChild } from './child.ts'
import { benchGrowth, sizesOf } from './growth/run.ts'
import { type Measured, measure } from './load.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const { values: options } = parseArgs({
  options: {
    interest: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    sizes: { type: 'string' },
  },
})

const questions = readQuestions(path.join(import.meta.dirname, '..', 'eval', 'questions.jsonl'))
  .filter(({ kind }) => kind === 'answer')
  .map(({ text }) => text)
const LOAD = { warmUp: 50, single: 300, people: 8, seconds: 4 }

interface Column extends Measured {
  name: string
  readyMs: number
  memoryMb: number
}

async function column(name: string, file: string, env: Record<string, string>): Promise<Column> {
  const child = await startChild(file, env)
  try {
    const measured = await measure(child.url, questions, LOAD)
    return { name, readyMs: child.readyAfterMs, memoryMb: child.memoryMb(), ...measured }
  } finally {
    await child.stop()
  }
}

/** A bot with an empty store and the fits that are kept. It is started once before, so that its fit is there. */
async function botColumn(name: string, SENTENCE_VECTORS: 'on' | 'off'): Promise<Column> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const fits = path.resolve(process.env.DATA_DIR || '.data', 'fitted')
  mkdirSync(fits, { recursive: true })
  symlinkSync(fits, path.join(dataDir, 'fitted'))
  const env = { DATA_DIR: dataDir, SENTENCE_VECTORS, NODE_ENV: 'development', ROLES_FILE: '' }
  try {
    await (await startChild('bot/main.ts', env)).stop()
    return await column(name, 'bot/main.ts', env)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const table = (columns: readonly Column[]): string => {
  const row = (label: string, value: (column: Column) => string) => `| ${[label, ...columns.map(value)].join(' | ')} |`
  return [
    row('', ({ name }) => name),
    row('---', () => '---:'),
    row('turn, median', ({ medianMs }) => `${medianMs.toFixed(1)} ms`),
    row('turn, 99th percentile', ({ p99Ms }) => `${p99Ms.toFixed(1)} ms`),
    row(`turns a second, ${LOAD.people} people at once`, ({ perSecond }) => perSecond.toFixed(0)),
    row('start to ready, fit kept', ({ readyMs }) => `${(readyMs / 1000).toFixed(1)} s`),
    row('memory after the turns', ({ memoryMb }) => `${memoryMb.toFixed(0)} MB`),
  ].join('\n')
}

async function benchTurns(): Promise<void> {
  const columns = [
    await column('bare echo bot', 'test/bench/echoBot.ts', {}),
    await botColumn('this bot, without vectors', 'off'),
    await botColumn('this bot, with vectors', 'on'),
  ]
  say(table(columns))
}

if (options.growth) await benchGrowth(say, questions, sizesOf(options.sizes))
else await benchTurns()
say(
  `\nNode ${process.version} on ${cpus()[0]?.model.trim()}${pinnedTo && !options.growth ? ', each server held to one processor' : ''}.`,
)

if (options.interest) {
  const { interestBench } = await import('./interestBench.ts')
  say('')
  await interestBench(say)
}
