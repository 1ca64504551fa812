import type { Report } from '../../../../dialogs/cohorts/interestReport/disclosureRanges.ts'
import type { ExactRow, ExactTables } from '../../../../dialogs/cohorts/interestReport/interestTables.ts'

type Shape = readonly [cohorts: number, bands: number, services: number]

const rows = (counts: readonly number[]): ExactRow[] => counts.map((count, i) => ({ id: `${i}`, label: `${i}`, count }))

/** Tables over people, each in one row of each. */
export const tables = (people: readonly (readonly [number, number, number])[], shape: Shape): ExactTables => {
  const table = (which: 0 | 1 | 2) =>
    rows(Array.from({ length: shape[which] }, (_, row) => people.filter((person) => person[which] === row).length))
  return { cohort: table(0), band: table(1), service: table(2) }
}

function* splits(total: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [total]
  else for (let n = 0; n <= total; n++) for (const rest of splits(total - n, parts - 1)) yield [n, ...rest]
}

/** Every set of tables of a shape, up to so many people. */
export function* populations([cohorts, bands, services]: Shape, most: number): Generator<ExactTables> {
  for (let total = 0; total <= most; total++)
    for (const cohort of splits(total, cohorts))
      for (const band of splits(total, bands))
        for (const service of splits(total, services))
          yield { cohort: rows(cohort), band: rows(band), service: rows(service) }
}

/** All that gets one and the same report: the values that each row takes among them, and the smallest total. */
interface Class {
  values: Set<number>[]
  least: number
  totals: Set<number>
}

/** Populations by the report that they get: what a reader who knows the method can tell. */
export const classesOf = (all: Iterable<ExactTables>, report: (one: ExactTables) => Report): Map<string, Class> => {
  const classes = new Map<string, Class>()
  for (const one of all) {
    const counts = [...one.cohort, ...one.band, ...one.service].map(({ count }) => count)
    const total = one.cohort.reduce((sum, { count }) => sum + count, 0)
    const { total: shown, tables: shownTables } = report(one)
    const key = JSON.stringify([
      shown,
      Object.entries(shownTables).map(([name, cells]) => [name, cells.map((cell) => cell.shown)]),
    ])
    const found = classes.get(key) ?? { values: counts.map(() => new Set<number>()), least: total, totals: new Set() }
    for (const [i, count] of counts.entries()) found.values[i]?.add(count)
    found.totals.add(total)
    classes.set(key, found)
  }
  return classes
}

/** The reports from which a count below the limit can be told; those near the largest population are not whole. */
export const pinned = (classes: Map<string, Class>, limit: number, most: number): string[] =>
  [...classes].flatMap(([key, { values, totals, least }]) =>
    least <= most && [...values, totals].some((set) => set.size === 1 && Math.max(...set) < limit) ? [key] : [],
  )
