import type { Asked, Result, Score } from './asked.ts'
import type { Expect } from './questions.ts'

/** What is committed of a run: the score, and what was missed. */
export interface Baseline {
  score: Score
  missed: string[]
}

export const baselineOf = ({ score, asked }: Result): Baseline => ({
  score,
  missed: asked
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)
    .sort(),
})

const percent = ([right, of]: readonly [number, number]): number => (100 * right) / of

/** One line a kind: right of asked, in per cent, and how far that is from the baseline. */
export function table(score: Score, baseline?: Baseline): string {
  return Object.entries(score)
    .map(([kind, got]) => {
      const before = baseline?.score[kind]
      const change = before ? percent(got) - percent(before) : 0
      const words = Math.abs(change) < 0.05 ? '' : `  ${change > 0 ? '+' : ''}${change.toFixed(1)}`
      return `${kind.padEnd(22)}${got.join('/').padStart(9)}${percent(got).toFixed(1).padStart(7)}%${words}`
    })
    .join('\n')
}

/** What was missed and no longer is, and the other way round; a question that was not asked is neither. */
export function difference({ asked }: Result, baseline: Baseline | undefined): string {
  if (!baseline) return 'There is no baseline to hold this against: write one with --update-baseline.'
  const before = new Set(baseline.missed)
  const lines = asked.flatMap(({ id, ok, text }) =>
    ok === before.has(id) ? [`${ok ? 'mended' : 'broken'}  ${id}  ${text}`] : [],
  )
  return lines.length > 0
    ? `Against the baseline:\n${lines.sort().join('\n')}`
    : 'Nothing changed against the baseline.'
}

/** Every miss: what was asked, what was expected, what was said, and what the bot weighed. */
export const misses = ({ asked }: Result): string =>
  asked
    .filter(({ ok }) => !ok)
    .map(miss)
    .join('\n\n')

function miss({ id, kind, text, expect, turn }: Asked): string {
  const { decision, outcomes, said, status } = turn
  const action = decision.action ? ` ${decision.action}` : ''
  const weighed = (decision.entries ?? [])
    .slice(0, 3)
    .map(({ id: entry, confidence }) => `${entry} ${confidence.toFixed(2)}`)
  return [
    `${id} (${kind}) “${text}”`,
    `  expected  ${inWords(expect)}`,
    `  was       ${outcomes.join(' + ') || `status ${status}`}${action}: ${firstLine(said)}`,
    `  weighed   ${weighed.join(', ') || 'nothing'}`,
  ].join('\n')
}

const firstLine = (said: string): string => (said.trim().split('\n')[0] ?? '').slice(0, 160)

export function inWords({ alsoOk = [], ...expect }: Expect): string {
  if (expect.parts) return expect.parts.map(inWords).join(expect.all ? ' and ' : ' or ')
  const own = Object.entries(expect).map(([name, value]) => {
    if (value === true) return name
    return `${name} ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : value}`
  })
  return [own.join('; '), ...alsoOk.map(inWords)].join(', or ')
}

/** Median and 99th percentile of the questions' turn times. */
export function times({ asked }: Result): string {
  const sorted = asked
    .filter(({ kind }) => kind !== 'turn')
    .map(({ turn }) => turn.ms)
    .sort((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]?.toFixed(1) ?? '-'
  return `turn ms: median ${at(0.5)}, 99th percentile ${at(0.99)}`
}
