import type { Bin } from './calibration.ts'
import type { Measures } from './measures.ts'
import { COSTS, type Mistake } from './mistakes.ts'
import type { Baseline } from './report.ts'

const SHOWN = 5
const three = (number: number): string => number.toFixed(3)

/** The measures in a few lines; with `full` each table whole. */
export function measuresInWords(
  measures: Measures,
  { full, baseline }: { full: boolean; baseline?: Baseline },
): string {
  return [
    calibration(measures, baseline, full),
    cost(measures),
    facts(measures, full),
    coverage(measures, full),
    confusions(measures, full),
  ].join('\n')
}

function calibration({ calibration: now }: Measures, baseline: Baseline | undefined, full: boolean): string {
  const before = baseline?.calibration
  const was = before ? ` (baseline ${three(before.eceWidth)}, ${three(before.eceMass)}, ${three(before.brier)})` : ''
  const said =
    `calibration of the first confidence, ${now.count} questions: expected error ${three(now.eceWidth)} in bins of equal width, ` +
    `${three(now.eceMass)} in bins of equal mass, Brier score ${three(now.brier)}${was}`
  return full ? [said, bins('equal width', now.width), bins('equal mass', now.mass)].join('\n') : said
}

const bins = (name: string, some: readonly Bin[]): string =>
  [
    `  ${name.padEnd(12)} questions  confidence  right`,
    ...some.map(({ count, confidence, right }) =>
      [
        ' '.repeat(14),
        String(count).padStart(10),
        confidence.toFixed(2).padStart(12),
        (right / count).toFixed(2).padStart(7),
      ].join(''),
    ),
  ].join('\n')

function cost({ cost: { counts, per100 } }: Measures): string {
  const each = Object.entries(counts) as [Mistake, number][]
  const words = each.sort(([a], [b]) => COSTS[b] - COSTS[a]).map(([what, n]) => `${what} ${n} × ${COSTS[what]}`)
  return `cost of the mistakes, in needless askings back, of 100 questions and turns: ${per100.toFixed(1)} (${words.join(', ') || 'none'})`
}

function facts({ facts: all }: Measures, full: boolean): string {
  const wrong = all.filter(([, right, of]) => right < of)
  const list = (full ? all : wrong.slice(0, SHOWN)).map(([fact, right, of]) => `${fact} ${right}/${of}`)
  return `facts and silences asked for: ${all.length}, always right: ${all.length - wrong.length}${told(list, full, wrong.length)}`
}

function coverage({ coverage: { entries, unreached } }: Measures, full: boolean): string {
  const reached = entries - unreached.length
  return `answers and silences reached: ${reached} of ${entries}${full ? told(unreached, true, unreached.length) : ''}`
}

function confusions({ confusions: all }: Measures, full: boolean): string {
  const list = (full ? all : all.slice(0, SHOWN)).map(
    ({ expected, given, count, missed }) =>
      `${expected} → ${given} ${count}${missed < count ? ` (${missed} wrong)` : ''}`,
  )
  return `taken for one another: ${all.length} pairs${told(list, full, all.length)}`
}

/** A list after its heading: all of it line by line, or the first few in one line. */
function told(list: readonly string[], full: boolean, of: number): string {
  if (list.length === 0) return ''
  if (full) return `\n${list.map((one) => `  ${one}`).join('\n')}`
  return `: ${list.join(', ')}${of > list.length ? ', …' : ''}`
}
