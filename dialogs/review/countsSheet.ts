import { randomUUID } from 'node:crypto'
import { type Actor, may } from '../access.ts'
import type { Interest, Status } from '../interest/interest.ts'
import { recordExport } from './export/exporting.ts'
import { interestFinder } from './findInterests.ts'
import { auditActor, type Forbidden, type Invalid, type ReviewDeps } from './reviewDeps.ts'
import { currentWording } from './wording.ts'

interface CountsTable {
  title: string
  rows: { what: string; count: string }[]
}

export interface CountsSheet {
  kind: 'sheet'
  /** As at the end of this day: 2014-01-08. */
  asAt: string
  asAtWords: string
  total: string
  tables: CountsTable[]
}

/** A count as it may leave the trust: to the nearest 5, and no number small enough to point at somebody. */
const suppressed = (count: number, smallNumber: number): string =>
  count < smallNumber ? `fewer than ${smallNumber}` : String(Math.max(smallNumber, Math.round(count / 5) * 5))

/** Where it stood at a moment, by its own history. */
const statusAt = ({ history, status }: Interest, moment: string): Status => {
  const changes = history.flatMap(({ at, changes }) =>
    changes.flatMap((change) => (change.field === 'status' ? [{ at, ...change }] : [])),
  )
  const later = changes.find(({ at }) => at > moment)
  return later ? later.old : status
}

const PURPOSE = 'A sheet of counts for a freedom-of-information request'

/** Suppressed counts of those held, for a person to check before they leave the trust. */
export const countsSheet = (deps: ReviewDeps) => {
  const finder = interestFinder(deps)
  const table = (title: string, counts: ReadonlyMap<string, number>, order?: readonly string[]): CountsTable => {
    const named = order ?? [...counts.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    return { title, rows: named.map((what) => ({ what, count: suppressed(counts.get(what) ?? 0, deps.smallNumber) })) }
  }
  return {
    /**
     * The sheet as at the end of a day, in tables of one way each. It is in the register of exports before it is shown.
     * @param asAt 2014-01-08; today when left out
     * @throws StoreUnavailable
     */
    async sheet(actor: Actor, asAt?: string): Promise<CountsSheet | Invalid | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const today = deps.time.wallClock(deps.clock()).day
      const day = asAt?.trim() || today
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || day > today)
        return { kind: 'invalid', message: 'Enter a day up to today, such as 2014-01-08.' }
      const end = deps.time.endOf(day).toISOString()
      const wording = await currentWording(deps)
      const cohorts = wording.cohorts.map(({ name }) => name)
      const statuses = wording.statuses.map(({ label }) => label)
      const [status, cohort, band] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
      const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
      let total = 0
      for await (const interest of finder.each({ registeredTo: end })) {
        total++
        add(status, wording.status(statusAt(interest, end)))
        add(cohort, wording.cohort(interest.cohortId))
        add(band, `Band ${interest.band}`)
      }
      const left = { purpose: PURPOSE, format: 'sheet', filter: { registeredTo: end }, count: total } as const
      await recordExport(deps, { id: `export-${randomUUID()}`, actor: auditActor(actor), ...left }, [])
      return {
        kind: 'sheet',
        asAt: day,
        asAtWords: wording.day(end),
        total: suppressed(total, deps.smallNumber),
        tables: [table('By cohort', cohort, cohorts), table('By band', band), table('By status', status, statuses)],
      }
    },
  }
}
