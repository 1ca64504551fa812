import { TABLES, type TableName } from './interestTables.ts'

export type Shown = { kind: 'about'; count: number } | { kind: 'fewer'; than: number }

export interface ShownRow {
  id: string
  label: string
  shown: Shown
}

/** What is shown. A table that is not there was left out. */
export interface Report {
  total: Shown
  tables: Partial<Record<TableName, readonly ShownRow[]>>
}

export interface Range {
  lowest: number
  highest: number
}

const STEP = 5

/** The smallest count that is shown. */
export const leastShown = (limit: number): number => Math.ceil(limit / STEP) * STEP

/** A count as it is shown. */
export const shownCount = (count: number, limit: number): Shown =>
  count < limit
    ? { kind: 'fewer', than: limit }
    : { kind: 'about', count: Math.max(leastShown(limit), Math.round(count / STEP) * STEP) }

/** The counts that are shown like this. */
export const rangeOf = (shown: Shown, limit: number): Range => {
  if (shown.kind === 'fewer') return { lowest: 0, highest: shown.than - 1 }
  const below = shown.count === leastShown(limit) ? limit : shown.count - 2
  return { lowest: Math.max(limit, below), highest: shown.count + 2 }
}

/** What several counts come to together. */
export const sum = (ranges: readonly Range[]): Range => ({
  lowest: ranges.reduce((all, { lowest }) => all + lowest, 0),
  highest: ranges.reduce((all, { highest }) => all + highest, 0),
})

/** What agrees with both. */
export const both = (a: Range, b: Range): Range => ({
  lowest: Math.max(a.lowest, b.lowest),
  highest: Math.min(a.highest, b.highest),
})

/** The tables that are shown. */
export const tablesIn = (report: Report): (readonly ShownRow[])[] =>
  TABLES.flatMap((name) => (report.tables[name] ? [report.tables[name]] : []))

/** All that the numbers of a report say of the total, together. */
export const impliedTotal = (report: Report, limit: number): Range => {
  const said = tablesIn(report).map((rows) => sum(rows.map(({ shown }) => rangeOf(shown, limit))))
  return said.reduce(both, rangeOf(report.total, limit))
}
