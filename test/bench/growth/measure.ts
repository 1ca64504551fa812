/**
 * One step of the growth, in a process of its own, so that its memory is its own: the last fit answers a query every so
 * often while a worker makes the next one. Takes a Step as JSON, prints a Grown.
 */

import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { type Matcher, openMatcher } from '../../../knowledge/matching/matcher.ts'
import { trainingSet } from '../../../knowledge/matching/trainingSet.ts'
import { quantile } from '../../eval/statistics.ts'
import { ROOT } from '../../support/sources.ts'
import { grownTo } from './phrasings.ts'

export interface Step {
  /** Phrasings of the fit that serves, and of the one that is made. */
  from: number
  to: number
  vectors: boolean
  /** Where the steps keep their fits. */
  dir: string
  queries: readonly string[]
}

interface Times {
  queries: number
  failed: number
  median: number
  p99: number
}

export interface Grown {
  /** Phrasings of the new fit, without the duplicates. */
  phrasings: number
  /** From asking for the fit until it serves. */
  fitSeconds: number
  /** Of the whole process: before the fit, and the most while it was made. */
  memoryMb: { before: number; peak: number }
  /** Of the last fit before the worker began and while it worked; of the new one. A sentence vector is part of a query. */
  query: { quiet: Times; during: Times; after: Times }
}

const PAUSE_MS = 20
const QUERIES = 200

const { from, to, vectors, dir, queries } = JSON.parse(process.argv[2] ?? '{}') as Step
const shipped = loadKnowledge(path.join(ROOT, 'knowledge'))
const open = (size: number): Promise<Matcher> =>
  openMatcher(trainingSet(grownTo(size, shipped)), {
    shipped: path.join(dir, 'none'),
    cache: path.join(dir, String(size)),
    vectors,
  })

/** Asks on and on until it is enough. */
async function serve(matcher: Matcher, enough: (asked: number) => boolean): Promise<Times> {
  const times: number[] = []
  let failed = 0
  for (let n = 0; !enough(n); n++) {
    const started = performance.now()
    const [ranking] = await matcher.rank([queries[n % queries.length] as string])
    times.push(performance.now() - started)
    if (!ranking?.every(({ score }) => Number.isFinite(score))) failed++
    await wait(PAUSE_MS)
  }
  return { queries: times.length, failed, median: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

const last = await open(from)
await serve(last, (asked) => asked === 50)
const quiet = await serve(last, (asked) => asked === QUERIES)
const before = megabytes(process.memoryUsage.rss())
let done = false
const started = performance.now()
const fitting = open(to).finally(() => {
  done = true
})
const fitSeconds = fitting.then(() => (performance.now() - started) / 1000)
const during = await serve(last, () => done)
const next = await fitting
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
await serve(next, (asked) => asked === 50)
const after = await serve(next, (asked) => asked === QUERIES)
const phrasings = trainingSet(grownTo(to, shipped)).texts.length
const grown: Grown = {
  phrasings,
  fitSeconds: await fitSeconds,
  memoryMb: { before, peak },
  query: { quiet, during, after },
}
process.stdout.write(JSON.stringify(grown))
