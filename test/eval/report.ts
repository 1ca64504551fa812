import type { Asked, Result, Score } from './asked.ts'
import type { Calibration } from './calibration.ts'
import type { Expect } from './questions.ts'
import { changesSince, onlyMisses } from './regression.ts'
import { mcNemar, wilson } from './statistics.ts'

/** What is committed of a run: the score, what was missed, and how far its confidence was borne out. */
export interface Baseline {
  score: Score
  missed: string[]
  calibration?: Pick<Calibration, 'width' | 'eceWidth' | 'eceMass' | 'brier'>
}

export const baselineOf = ({ score, asked }: Result, { width, eceWidth, eceMass, brier }: Calibration): Baseline => ({
  score,
  missed: asked
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)
    .sort(),
  calibration: { width, eceWidth, eceMass, brier },
})

const percent = ([right, of]: readonly [number, number]): number => (100 * right) / of

/** One line a kind: right of asked, in per cent, its 95 % interval, and how far it is from the baseline. */
export function table(score: Score, baseline?: Baseline): string {
  return Object.entries(score)
    .map(([kind, got]) => {
      if (onlyMisses(kind)) return `${kind.padEnd(22)}${String(got[1]).padStart(9)}`
      const [low, high] = wilson(...got)
      const before = baseline?.score[kind]
      const change = before ? percent(got) - percent(before) : 0
      const words = Math.abs(change) < 0.05 ? '' : `${change > 0 ? '+' : ''}${change.toFixed(1)}`
      const interval = `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`
      return `${kind.padEnd(22)}${got.join('/').padStart(9)}${percent(got).toFixed(1).padStart(7)}%   ${interval.padEnd(15)}${words}`.trimEnd()
    })
    .join('\n')
}

/** What was missed and no longer is, the other way round, and whether chance would do as much. */
export function difference(result: Result, baseline: Baseline | undefined): string {
  if (!baseline) return 'There is no baseline to hold this against: write one with --update-baseline.'
  const { mended, broken } = changesSince(result, baseline)
  if (mended.length + broken.length === 0) return 'Nothing changed against the baseline.'
  const texts = new Map(result.asked.map(({ id, text }) => [id, text]))
  const lines = (word: string, ids: readonly string[]) =>
    [...ids].sort().map((id) => `${word}  ${id}  ${texts.get(id)}`)
  const chance = mcNemar(broken.length, mended.length)
  return [
    'Against the baseline:',
    ...lines('broken', broken),
    ...lines('mended', mended),
    `${mended.length} mended, ${broken.length} broken: p = ${chance.toFixed(3)} (exact McNemar, two-sided)${chance < 0.05 ? '' : ', so chance may be all there is to it'}`,
  ].join('\n')
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

function inWords({ alsoOk = [], ...expect }: Expect): string {
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
