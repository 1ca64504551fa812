import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../support/sources.ts'
import type { Grown, Step } from './measure.ts'
import { growthPicture } from './picture.ts'

export const SIZES = [500, 1000, 2000, 5000, 10_000]
export const PICTURE = path.join(ROOT, 'deploy', 'images', 'growth.svg')

export type Growth = Record<'words' | 'vectors', readonly Grown[]>

/** @throws Error when they are not counts, in order */
export function sizesOf(given: string | undefined): readonly number[] {
  if (given === undefined) return SIZES
  const sizes = given.split(',').map(Number)
  if (sizes.some((size, i) => !Number.isInteger(size) || size <= (sizes[i - 1] ?? 0)))
    throw new Error(`--sizes are counts of phrasings in rising order, such as 500,1000, not ${given}`)
  return sizes
}

/** Fits more and more phrasings while the fit before serves; prints a table and draws the picture. */
export async function benchGrowth(
  say: (line: string) => void,
  queries: readonly string[],
  sizes: readonly number[] = SIZES,
): Promise<void> {
  const growth: Growth = { words: await grow(false, queries, sizes), vectors: await grow(true, queries, sizes) }
  say(growthTable(growth))
  const failed = [...growth.words, ...growth.vectors].reduce((sum, { query }) => sum + query.during.failed, 0)
  const served = [...growth.words, ...growth.vectors].reduce((sum, { query }) => sum + query.during.queries, 0)
  say(`\nWhile the fits were made the fit before answered ${served} queries; ${failed} failed.`)
  writeFileSync(PICTURE, growthPicture(growth))
}

async function grow(vectors: boolean, queries: readonly string[], sizes: readonly number[]): Promise<Grown[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'growth-'))
  try {
    const steps: Grown[] = []
    for (const [i, to] of sizes.entries()) {
      steps.push(await measured({ from: sizes[i - 1] ?? 0, to, vectors, dir, queries }))
    }
    return steps
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measured(step: Step): Promise<Grown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(import.meta.dirname, 'measure.ts'),
    JSON.stringify(step),
  ])
  return JSON.parse(stdout)
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The growth as a Markdown table. */
export function growthTable(growth: Growth): string {
  const head = [
    '',
    'phrasings',
    'fitted and serving after',
    'memory before, at most',
    'query before the fit',
    'query of the last fit meanwhile',
    'query of the new fit',
  ]
  const ms = ({ median, p99 }: Grown['query']['quiet']): string => `${median.toFixed(1)}, ${p99.toFixed(1)} ms`
  const lines = Object.entries(growth).flatMap(([kind, steps]) =>
    steps.map(({ phrasings, fitSeconds, memoryMb, query }) =>
      row([
        kind === 'vectors' ? 'with vectors' : 'without vectors',
        phrasings.toLocaleString('en-GB'),
        `${fitSeconds.toFixed(1)} s`,
        `${memoryMb.before}, ${memoryMb.peak} MB`,
        ms(query.quiet),
        ms(query.during),
        ms(query.after),
      ]),
    ),
  )
  const note = 'Queries: median, 99th percentile; with vectors the sentence vector is part of them.'
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...lines, '', note].join('\n')
}
