import { impliedTotal, type Range, type Report, rangeOf, type ShownRow, sum } from './disclosureRanges.ts'
import { TABLES } from './interestTables.ts'

/** How many values a hidden count must be able to have, for a reader who puts two weeks side by side. */
const SPREAD = 2

interface Week {
  rows: { hidden: boolean; range: Range }[]
  total: Range
}

/** The hidden counts of a table in two weeks, when no row became smaller: what each week says of the other. */
const growing = (first: Week, second: Week): Range[] => {
  const before = first.rows.map(({ range }, i) => ({
    lowest: range.lowest,
    highest: Math.min(range.highest, second.rows[i]?.range.highest ?? range.highest),
  }))
  const after = second.rows.map(({ range }, i) => ({
    lowest: Math.max(range.lowest, before[i]?.lowest ?? 0),
    highest: range.highest,
  }))
  /** What each row must have grown by. */
  const grown = before.map(({ highest }, i) => Math.max(0, (after[i]?.lowest ?? 0) - highest))
  return first.rows.flatMap((row, i) => {
    const one = before[i]
    const then = after[i]
    if (!one || !then) return []
    const rest = before.filter((_, j) => j !== i)
    const later = after.filter((_, j) => j !== i)
    const mustGrow = grown.reduce((all, by, j) => all + (j === i ? 0 : by), 0)
    const restMost = Math.min(sum(rest).highest, second.total.highest - then.lowest - mustGrow)
    const laterLeast = Math.max(sum(later).lowest, first.total.lowest - one.highest + mustGrow)
    const ranges: Range[] = []
    if (row.hidden)
      ranges.push({
        lowest: Math.max(one.lowest, first.total.lowest - restMost),
        highest: Math.min(one.highest, first.total.highest - sum(rest).lowest, second.total.highest - laterLeast),
      })
    if (second.rows[i]?.hidden)
      ranges.push({
        lowest: Math.max(then.lowest, second.total.lowest - sum(later).highest, first.total.lowest - restMost),
        highest: Math.min(then.highest, second.total.highest - laterLeast),
      })
    return ranges
  })
}

const weekOf = (rows: readonly ShownRow[], total: Range, limit: number): Week => ({
  rows: rows.map(({ shown }) => ({ hidden: shown.kind === 'fewer', range: rangeOf(shown, limit) })),
  total,
})

/** The rows of both weeks in one order; those of a new cohort are left aside. */
const paired = (a: readonly ShownRow[], b: readonly ShownRow[]): [ShownRow, ShownRow][] =>
  a.flatMap((row) => {
    const other = b.find(({ id }) => id === row.id)
    return other ? [[row, other] as [ShownRow, ShownRow]] : []
  })

/**
 * Whether a report may follow an earlier one. A reader who believes that nobody withdrew in between, or that nobody
 * joined, can subtract across weeks: what no longer fits in one week cannot have been in the other. No hidden count may
 * be told that way either.
 */
export const maySucceed = (report: Report, earlier: Report, limit: number): boolean => {
  const now = impliedTotal(report, limit)
  const then = impliedTotal(earlier, limit)
  return TABLES.every((name) => {
    const [rows, former] = [report.tables[name], earlier.tables[name]]
    if (!rows || !former) return true
    const both = paired(former, rows)
    if (both.length < Math.max(rows.length, former.length)) return true
    const first = weekOf(
      both.map(([row]) => row),
      then,
      limit,
    )
    const second = weekOf(
      both.map(([, row]) => row),
      now,
      limit,
    )
    const possible = ({ lowest, highest }: Range) => highest - lowest + 1 >= SPREAD || highest < lowest
    return growing(first, second).every(possible) && growing(second, first).every(possible)
  })
}
