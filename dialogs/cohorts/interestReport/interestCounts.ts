import type { Programme } from '../../../knowledge/content/schema.ts'
import { type Actor, may } from '../../access.ts'
import type { Clock } from '../../clock.ts'
import type { StatusDefinition } from '../../interest/interest.ts'
import { isActive } from '../../interest/interestDeps.ts'
import type { InterestStore } from '../../interest/interestStore.ts'
import { dayAfter, type LocalTime } from '../../localTime.ts'
import type { CohortStore } from '../cohortStore.ts'
import type { ProgrammeRecords } from '../programmeRecords.ts'
import {
  type Combination,
  type ExactTables,
  type ServiceWays,
  serviceNamer,
  stoodAt,
  tablesOf,
} from './interestTables.ts'
import { type Snapshot, snapshotStore } from './snapshotStore.ts'
import { changedEnough, suppressed } from './suppression.ts'

export interface InterestCountsDeps {
  cohorts: CohortStore
  interests: InterestStore
  /** Where the weekly snapshots are kept. */
  records: ProgrammeRecords
  programme: Pick<Programme, 'laterCohort'>
  clock: Clock
  /** The trust's clocks: a week begins there. */
  time: LocalTime
  /** Counts below it are not shown to managers. */
  smallNumber: number
  /** The trust's own services: no other name is ever shown. */
  services: readonly ServiceWays[]
  statuses?: readonly StatusDefinition[]
}

export type InterestCounts =
  /** For managers: rounded, the same for all of them until the week is over. `weeks`: those before, newest first. */
  | { kind: 'rounded'; snapshot: Snapshot; weeks: Snapshot[]; limit: number }
  /** For HR: as it stands now. */
  | { kind: 'exact'; tables: ExactTables; total: number; at: string; weeks: Snapshot[]; limit: number }
  | { kind: 'forbidden' }

const WEEKS = 12
const PAGE = 500

/** How many interests there are, by cohort, by band and by service. */
export const interestCounts = (deps: InterestCountsDeps) => {
  const snapshots = snapshotStore(deps.records)
  const lists = async () => ({
    cohorts: (await deps.cohorts.all()).map(({ cohort }) => cohort),
    laterName: deps.programme.laterCohort,
    services: deps.services,
  })

  /** Reads every interest, once a week at most, to see how it stood when the week began. */
  const combinationsAt = async (moment: Date): Promise<Combination[]> => {
    const found: Combination[] = []
    let continuation: string | undefined
    do {
      const page = await deps.interests.page({}, { limit: PAGE, ...(continuation && { continuation }) })
      for (const { interest } of page.items) {
        const then = stoodAt(interest, moment.toISOString(), deps.statuses)
        if (then) found.push({ ...then, count: 1 })
      }
      continuation = page.next
    } while (continuation)
    return found
  }

  const basisOf = (combinations: readonly Combination[]): Record<string, number> => {
    const name = serviceNamer(deps.services)
    const basis: Record<string, number> = {}
    for (const { cohortId, band, service, count } of combinations) {
      const key = JSON.stringify([cohortId, band, name(service)])
      basis[key] = (basis[key] ?? 0) + count
    }
    return basis
  }

  const before = async (week: string): Promise<Snapshot[]> => {
    const weeks = Array.from({ length: WEEKS }, (_, i) => dayAfter(week, -7 * (i + 1)))
    return (await Promise.all(weeks.map((one) => snapshots.get(one)))).filter((found) => found !== undefined)
  }

  const take = async (week: string, began: Date, weeks: readonly Snapshot[]): Promise<Snapshot> => {
    const combinations = await combinationsAt(began)
    const basis = basisOf(combinations)
    const [last] = weeks
    if (last && !changedEnough(new Map(Object.entries(last.basis)), new Map(Object.entries(basis)), deps.smallNumber))
      return snapshots.put(week, { ...last, week })
    const earlier = weeks.map(({ report }) => report)
    const report = suppressed(tablesOf(combinations, await lists()), deps.smallNumber, earlier)
    return snapshots.put(week, { week, asAt: week, report, basis })
  }

  return {
    /** Takes the snapshot of this week, if nobody has asked yet: for a timer. Shows nothing. Throws StoreUnavailable. */
    async keepSnapshot(): Promise<void> {
      const { week, began } = deps.time.weekOf(deps.clock())
      if (!(await snapshots.get(week))) await take(week, began, await before(week))
    },

    /** Throws StoreUnavailable. */
    async interestCounts(actor: Actor): Promise<InterestCounts> {
      const now = deps.clock()
      const { week, began } = deps.time.weekOf(now)
      const limit = deps.smallNumber
      if (may(actor, 'cohorts:interest-exact')) {
        const counts = await deps.interests.counts()
        const active = counts.filter(({ status }) => isActive(status, deps.statuses))
        const tables = tablesOf(active, await lists())
        const total = active.reduce((all, { count }) => all + count, 0)
        return { kind: 'exact', tables, total, at: now.toISOString(), weeks: await before(week), limit }
      }
      if (!may(actor, 'cohorts:interest-rounded')) return { kind: 'forbidden' }
      const weeks = await before(week)
      const snapshot = (await snapshots.get(week)) ?? (await take(week, began, weeks))
      return { kind: 'rounded', snapshot, weeks, limit }
    },
  }
}
