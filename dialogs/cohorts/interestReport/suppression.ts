/**
 * What a manager may see of the counts of interest, so that nothing in it reveals a small count.
 *
 * 1. **Each number by itself.** A count below the limit, zero included, is shown as "fewer than"; every other one is
 *    rounded to the nearest 5, and never below the first multiple of 5 that is not under the limit. Totals are rounded by
 *    themselves, never added up. A table always holds the same rows, so that a row being there says nothing.
 * 2. **Numbers together.** Rounding is not enough. Two groups shown as "fewer than 5" with a total of "10" are 4 and 4;
 *    four of "10" with a total of "30" leave nobody for the fifth. All tables count the same interests, so each of them
 *    is a total of the others as well. For every hidden count, and for what all the hidden ones of a table come to, the
 *    range that the published numbers leave open is worked out. When one is narrower than `SPREAD` values, the total
 *    alone is shown that week. There is one thing to fall back on and no choice of what to leave out: a choice would
 *    itself tell a reader who knows this method what the numbers must have been. For the same reason a table with so few
 *    rows that falling back could only mean one thing (`isCramped`) is never shown, whatever is in it.
 * 3. **One week and the next.** Everyone sees one snapshot a week, and it is replaced only when at least the limit of
 *    interests have changed (`changedEnough`), so that what differs between two reports is never the doing of fewer. Nor
 *    may a report tell a hidden count to who holds it beside an earlier one and believes that nobody withdrew, or that
 *    nobody joined, in between (`maySucceed`); then, too, the total alone is shown.
 *
 * What this does not stop: somebody who already knows all but one of the people in a group.
 */

import {
  both,
  impliedTotal,
  leastShown,
  type Range,
  type Report,
  rangeOf,
  type ShownRow,
  shownCount,
  sum,
  tablesIn,
} from './disclosureRanges.ts'
import { type ExactTables, TABLES, type TableName } from './interestTables.ts'
import { maySucceed } from './suppressionOverTime.ts'

/** How many values a hidden count must be able to have, as far as a reader can tell. */
const SPREAD = 3

/** What one part can be, when it and the others come to something in `whole`. */
const partOf = (whole: Range, part: Range, others: Range): Range =>
  both(part, { lowest: whole.lowest - others.highest, highest: whole.highest - others.lowest })

/** What each hidden count of a report can be, as far as its numbers tell; and all the hidden ones of a table together. */
const hiddenRanges = (report: Report, limit: number): Range[] => {
  const total = impliedTotal(report, limit)
  const ranges = tablesIn(report).flatMap((rows) => {
    const each = rows.map(({ shown }) => ({ hidden: shown.kind === 'fewer', range: rangeOf(shown, limit) }))
    const whole = sum(each.map(({ range }) => range))
    const hidden = each.filter((row) => row.hidden).map(({ range }) => range)
    if (hidden.length === 0) return []
    const shown = sum(each.filter((row) => !row.hidden).map(({ range }) => range))
    const one: Range = { lowest: 0, highest: limit - 1 }
    const others: Range = { lowest: whole.lowest, highest: whole.highest - one.highest }
    return [partOf(total, one, others), partOf(total, sum(hidden), shown)]
  })
  return total.highest < limit ? [...ranges, total] : ranges
}

const isSafe = (report: Report, limit: number): boolean =>
  hiddenRanges(report, limit).every(
    ({ lowest, highest }) => lowest >= limit || highest - lowest + 1 >= Math.min(SPREAD, limit),
  )

/**
 * Whether a table of so many rows can be told from the total alone: when every row is hidden at its highest, the rounded
 * total says so, and no other table with that total would have been left out.
 */
const isCramped = (rows: number, limit: number): boolean => {
  const highest = rows * (limit - 1)
  const onlyReading = rangeOf(shownCount(highest, limit), limit).lowest === highest
  return rows > 1 && onlyReading && highest + 4 < 4 * (leastShown(limit) + 3)
}

/**
 * The report that a manager gets.
 * @param exact tables that each add up to the same
 * @param limit counts below it are hidden
 * @param earlier the reports of weeks before, that the reader may have kept
 */
export const suppressed = (exact: ExactTables, limit: number, earlier: readonly Report[] = []): Report => {
  const rows = (name: TableName): ShownRow[] =>
    exact[name].map(({ id, label, count }) => ({ id, label, shown: shownCount(count, limit) }))
  const counted = exact.cohort.reduce((all, { count }) => all + count, 0)
  const total = shownCount(counted, limit)
  const named = TABLES.filter((name) => !isCramped(exact[name].length, limit)).map(
    (name) => [name, rows(name)] as const,
  )
  const whole: Report = { total, tables: Object.fromEntries(named) }
  const safe = isSafe(whole, limit) && earlier.every((report) => maySucceed(whole, report, limit))
  return safe ? whole : { total, tables: {} }
}

/** How many interests differ between two counts of the same combinations, at the least. */
export const changedEnough = (
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  limit: number,
): boolean => {
  const keys = new Set([...before.keys(), ...now.keys()])
  const changes = [...keys].reduce((all, key) => all + Math.abs((before.get(key) ?? 0) - (now.get(key) ?? 0)), 0)
  return changes >= limit
}
