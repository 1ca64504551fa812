import type { Interest, Status } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { InterestPage } from '../interest/interestStore.ts'
import type { ReviewDeps } from './reviewDeps.ts'

/** How many are read at once, where all are wanted. */
const CHUNK = 200
/** More than so many are counted together, not status by status. */
const BY_STATUS = 2000

export interface StatusCounts {
  total: number
  /** Empty when there are too many to tell them apart in good time. */
  byStatus: Record<Status, number>
}

/** Counts of a work filter, and all of it, over a store that answers it page by page. */
export const interestFinder = (deps: Pick<ReviewDeps, 'store' | 'statuses'>) => {
  const { store } = deps

  const countsOfStore = async ({ cohortIds, bands, statuses }: InterestFilter): Promise<StatusCounts> => {
    const byStatus: Record<Status, number> = {}
    let total = 0
    for (const { cohortId, band, status, count } of await store.counts()) {
      if (cohortIds && !cohortIds.includes(cohortId)) continue
      if (bands && !bands.includes(band)) continue
      if (statuses && !statuses.includes(status)) continue
      byStatus[status] = (byStatus[status] ?? 0) + count
      total += count
    }
    return { total, byStatus }
  }

  const isCounted = ({ cohortIds: _c, bands: _b, statuses: _s, ...rest }: InterestFilter): boolean =>
    Object.values(rest).every((part) => part === undefined)

  return {
    /** All of a filter, oldest first. Throws StoreUnavailable. */
    async *each(filter: InterestFilter): AsyncGenerator<Interest> {
      let continuation: string | undefined
      do {
        const found: InterestPage = await store.page(filter, { limit: CHUNK, continuation })
        for (const { interest } of found.items) yield interest
        continuation = found.next
      } while (continuation)
    },

    /** How many there are of each status. Throws StoreUnavailable. */
    async counts(filter: InterestFilter): Promise<StatusCounts> {
      if (isCounted(filter)) return countsOfStore(filter)
      const total = await store.count(filter)
      const byStatus: Record<Status, number> = {}
      if (total === 0 || total > BY_STATUS) return { total, byStatus }
      for (const id of filter.statuses ?? deps.statuses.map(({ id }) => id)) {
        const count = await store.count({ ...filter, statuses: [id] })
        if (count > 0) byStatus[id] = count
      }
      return { total, byStatus }
    },
  }
}
