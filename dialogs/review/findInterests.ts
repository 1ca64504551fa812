import type { Interest, Status, StoredInterest } from '../interest/interest.ts'
import type { InterestPage, PageRequest } from '../interest/interestStore.ts'
import type { ReviewDeps } from './reviewDeps.ts'
import { statusesOf } from './reviewDeps.ts'
import { needsReading, readingMatcher, storePart, type WorkFilter } from './workFilter.ts'

/** How many are read at once where reading tells. */
const CHUNK = 200
/** How many are read for counts before they become "at least". */
const COUNTED = 1000
/** More than so many are counted together, not status by status. */
const BY_STATUS = 2000

export interface StatusCounts {
  total: number
  /** Empty when there are too many to tell them apart in good time. */
  byStatus: Record<Status, number>
  /** There may be more. */
  atLeast: boolean
}

/** Pages and counts of a work filter, over a store that answers the most of it. */
export const interestFinder = (deps: Pick<ReviewDeps, 'store' | 'places' | 'statuses'>) => {
  const { store } = deps
  const matching = readingMatcher(deps.places)

  const page = async (filter: WorkFilter, request: PageRequest): Promise<InterestPage> => {
    const part = storePart(filter)
    if (!needsReading(filter)) return store.page(part, request)
    const fits = matching(filter)
    const items: StoredInterest[] = []
    let continuation = request.continuation
    for (;;) {
      const chunk = await store.page(part, { ...request, limit: CHUNK, continuation })
      for (const [i, stored] of chunk.items.entries()) {
        if (!fits(stored.interest)) continue
        items.push(stored)
        if (items.length < request.limit) continue
        const last = await store.page(part, { ...request, limit: i + 1, continuation })
        return { items, ...(last.next ? { next: last.next } : {}) }
      }
      if (!chunk.next) return { items }
      continuation = chunk.next
    }
  }

  /** All of a filter, oldest first. Throws StoreUnavailable. */
  const each = async function* (filter: WorkFilter): AsyncGenerator<Interest> {
    const fits = matching(filter)
    let continuation: string | undefined
    do {
      const found: InterestPage = await store.page(storePart(filter), { limit: CHUNK, continuation })
      for (const { interest } of found.items) if (fits(interest)) yield interest
      continuation = found.next
    } while (continuation)
  }

  const readCounts = async (filter: WorkFilter): Promise<StatusCounts> => {
    const byStatus: Record<Status, number> = {}
    let total = 0
    let read = 0
    const fits = matching(filter)
    let continuation: string | undefined
    do {
      const found: InterestPage = await store.page(storePart(filter), { limit: COUNTED / 2, continuation })
      for (const { interest } of found.items) {
        if (!fits(interest)) continue
        byStatus[interest.status] = (byStatus[interest.status] ?? 0) + 1
        total++
      }
      read += found.items.length
      continuation = found.next
    } while (continuation && read < COUNTED)
    return { total, byStatus, atLeast: continuation !== undefined }
  }

  const countsOfStore = async ({ cohortIds, bands, statuses }: WorkFilter): Promise<StatusCounts> => {
    const byStatus: Record<Status, number> = {}
    let total = 0
    for (const { cohortId, band, status, count } of await store.counts()) {
      if (cohortIds && !cohortIds.includes(cohortId)) continue
      if (bands && !bands.includes(band)) continue
      if (statuses && !statuses.includes(status)) continue
      byStatus[status] = (byStatus[status] ?? 0) + count
      total += count
    }
    return { total, byStatus, atLeast: false }
  }

  const isCounted = ({ cohortIds: _c, bands: _b, statuses: _s, ...rest }: WorkFilter): boolean =>
    Object.values(rest).every((part) => part === undefined)

  return {
    page,
    each,
    /** How many there are of each status. Throws StoreUnavailable. */
    async counts(filter: WorkFilter): Promise<StatusCounts> {
      if (isCounted(filter)) return countsOfStore(filter)
      if (needsReading(filter)) return readCounts(filter)
      const total = await store.count(storePart(filter))
      const byStatus: Record<Status, number> = {}
      if (total === 0 || total > BY_STATUS) return { total, byStatus, atLeast: false }
      for (const id of filter.statuses ?? statusesOf(deps).map((one) => one.id)) {
        const count = await store.count({ ...storePart(filter), statuses: [id] })
        if (count > 0) byStatus[id] = count
      }
      return { total, byStatus, atLeast: false }
    },
  }
}

export type InterestFinder = ReturnType<typeof interestFinder>
