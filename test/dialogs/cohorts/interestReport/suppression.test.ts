import { assert } from 'chai'
import fc from 'fast-check'
import { type Report, type Shown, shownCount } from '../../../../dialogs/cohorts/interestReport/disclosureRanges.ts'
import { type ExactRow, type ExactTables, TABLES } from '../../../../dialogs/cohorts/interestReport/interestTables.ts'
import { changedEnough, suppressed } from '../../../../dialogs/cohorts/interestReport/suppression.ts'
import { classesOf, pinned, populations, tables } from './populations.ts'

const rows = (counts: readonly number[]): ExactRow[] => counts.map((count, i) => ({ id: `${i}`, label: `${i}`, count }))

/** Which counts a number may stand for, found by trying them all. */
const readings = (shown: Shown, limit: number): number[] =>
  Array.from({ length: 400 }, (_, count) => count).filter(
    (count) => JSON.stringify(shownCount(count, limit)) === JSON.stringify(shown),
  )

/** The totals that a list of numbers can come to. */
const sums = (parts: readonly (readonly number[])[]): Set<number> =>
  parts.reduce<Set<number>>(
    (all, part) => new Set(Array.from(all).flatMap((sum) => part.map((n) => sum + n))),
    new Set([0]),
  )

/** The values of each hidden count that agree with every number of a report: differencing, by brute force. */
const hiddenValues = (report: Report, limit: number): Set<number>[] => {
  const shownTables = TABLES.flatMap((name) => (report.tables[name] ? [report.tables[name]] : []))
  const parts = shownTables.map((table) => table.map(({ shown }) => readings(shown, limit)))
  const totals = parts.map(sums)
  const agreed = readings(report.total, limit).filter((total) => totals.every((possible) => possible.has(total)))
  return shownTables.flatMap((table, i) => {
    const hidden = table.findIndex(({ shown }) => shown.kind === 'fewer')
    if (hidden < 0) return []
    const others = sums((parts[i] ?? []).filter((_, j) => j !== hidden))
    const values = Array.from({ length: limit }, (_, n) => n)
    return [new Set(values.filter((n) => agreed.some((total) => others.has(total - n))))]
  })
}

describe('What a manager may see of the counts', () => {
  it('rounds a count to the nearest 5, and hides one below the limit, zero too', () => {
    const shown = [0, 1, 4, 5, 7, 8, 12, 13].map((count) => shownCount(count, 5))
    const fewer = { kind: 'fewer', than: 5 }
    const about = (count: number) => ({ kind: 'about', count })
    assert.deepEqual(shown, [fewer, fewer, fewer, about(5), about(5), about(10), about(10), about(15)])
    assert.deepEqual([shownCount(12, 12), shownCount(2, 2)], [about(15), about(5)])
  })

  it('shows the total alone, when the numbers together would give a hidden one away', () => {
    const four = (...counts: number[]): ExactTables => ({
      cohort: rows([counts.reduce((all, count) => all + count, 0)]),
      band: rows(counts),
      service: rows([counts.reduce((all, count) => all + count, 0)]),
    })
    assert.deepEqual(suppressed(four(8, 8, 8, 8, 0), 5), { total: { kind: 'about', count: 30 }, tables: {} })
    assert.hasAllKeys(suppressed(four(14, 6, 1, 0, 0), 5).tables, ['cohort', 'band', 'service'])
    assert.hasAllKeys(suppressed(four(4, 4), 5).tables, ['cohort', 'service'], 'two rows are never shown')
  })

  it('gives no hidden count away, whoever differences the totals and the parts (random populations)', () => {
    const person = fc.tuple(fc.nat(2), fc.nat(11), fc.nat(28))
    const limits = fc.constantFrom(2, 3, 5, 5, 5, 10)
    fc.assert(
      fc.property(fc.array(person, { maxLength: 70 }), limits, (people, limit) => {
        const report = suppressed(tables(people, [3, 12, 29]), limit)
        for (const values of hiddenValues(report, limit)) assert.isAtLeast(values.size, Math.min(3, limit))
      }),
      { numRuns: 150 },
    )
  })

  it('gives none away to who knows the method, over every population there can be', function () {
    this.timeout(60_000)
    const shapes: [number, number, number, number, number][] = [
      [1, 2, 1, 5, 30],
      [1, 3, 1, 5, 40],
      [1, 4, 1, 5, 30],
      [2, 3, 1, 5, 24],
      [3, 3, 1, 5, 18],
      [1, 3, 3, 5, 18],
      [2, 2, 2, 3, 20],
      [1, 3, 1, 7, 40],
      [1, 3, 1, 10, 44],
      [1, 5, 1, 2, 18],
    ]
    for (const [cohorts, bands, services, limit, most] of shapes) {
      const classes = classesOf(populations([cohorts, bands, services], most), (one) => suppressed(one, limit))
      assert.deepEqual(pinned(classes, limit, most - 10), [], `${cohorts} × ${bands} × ${services}, limit ${limit}`)
    }
  })

  it('gives none away to who puts two weeks side by side, whatever they believe happened in between', function () {
    this.timeout(60_000)
    const limit = 5
    const all = [...populations([1, 3, 1], 17)].map((tables) => {
      const report = suppressed(tables, limit)
      return { tables, report, key: JSON.stringify(report), bands: tables.band.map(({ count }) => count) }
    })
    const seen = new Map<string, Map<string, Set<number>[]>>()
    const beliefs: Record<string, (a: readonly number[], b: readonly number[]) => boolean> = {
      anything: () => true,
      'nobody withdrew': (a, b) => a.every((count, i) => count <= (b[i] ?? 0)),
      'nobody joined': (a, b) => a.every((count, i) => count >= (b[i] ?? 0)),
    }
    const following = new Map<string, string>()
    for (const before of all)
      for (const now of all) {
        const changes = before.bands.reduce((sum, count, i) => sum + Math.abs(count - (now.bands[i] ?? 0)), 0)
        if (changes < limit) continue
        const pair = before.key + now.key
        const next = following.get(pair) ?? JSON.stringify(suppressed(now.tables, limit, [before.report]))
        following.set(pair, next)
        for (const [belief, holds] of Object.entries(beliefs)) {
          if (!holds(before.bands, now.bands) || (belief === 'nobody joined' && next !== now.key)) continue
          const classes = seen.get(belief) ?? new Map<string, Set<number>[]>()
          seen.set(belief, classes)
          const values = classes.get(before.key + next) ?? Array.from({ length: 6 }, () => new Set<number>())
          classes.set(before.key + next, values)
          for (let i = 0; i < 3; i++) {
            values[i]?.add(before.bands[i] ?? 0)
            values[i + 3]?.add(now.bands[i] ?? 0)
          }
        }
      }
    for (const [belief, classes] of seen) {
      const given = [...classes].filter(([, sets]) => sets.some((set) => set.size === 1 && Math.max(...set) < limit))
      assert.deepEqual(
        given.map(([key]) => key),
        [],
        belief,
      )
    }
  })

  it('lets the same numbers stand until as many interests have changed as the limit', () => {
    const map = (counts: Record<string, number>) => new Map(Object.entries(counts))
    assert.isFalse(changedEnough(map({ a: 3 }), map({ a: 5, b: 2 }), 5))
    assert.isTrue(changedEnough(map({ a: 3 }), map({ a: 6, b: 2 }), 5))
    assert.isTrue(changedEnough(map({ a: 3, c: 2 }), map({ b: 0 }), 5))
  })
})
