import type { Interest, Status } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { InterestPage, PageRequest } from '../interest/interestStore.ts'
import { interestKey, type ReviewDeps } from './reviewDeps.ts'
import { shiftOf } from './shift.ts'

/** How many are read at once, where all are wanted. */
const CHUNK = 200
/** More than so many are counted together, not status by status. */
const BY_STATUS = 2000

export interface StatusCounts {
  total: number
  /** Empty when there are too many to tell them apart in good time. */
  byStatus: Record<Status, number>
}

/** Whether a filter has parts that only the interests themselves can be held against. */
const isRead = ({ shift, keys }: InterestFilter): boolean => shift !== undefined || keys !== undefined

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

  /** All that the stores find, without those that the parts of a filter leave out which no store knows. */
  async function* eachStored({ shift, keys, ...stored }: InterestFilter, order?: PageRequest['order']) {
    let continuation: string | undefined
    do {
      const found: InterestPage = await store.page(stored, { limit: CHUNK, continuation, order })
      for (const item of found.items) {
        const { interest } = item
        if (shift && shiftOf(interest) !== shift) continue
        if (!keys || keys.includes(interestKey(interest))) yield item
      }
      continuation = found.next
    } while (continuation)
  }

  return {
    /** All of a filter, oldest first. Throws StoreUnavailable. */
    async *each(filter: InterestFilter): AsyncGenerator<Interest> {
      for await (const { interest } of eachStored(filter)) yield interest
    },

    /** A page of a filter, as the store's own are. Throws StoreUnavailable. */
    async page(filter: InterestFilter, { limit, continuation, order }: PageRequest): Promise<InterestPage> {
      if (!isRead(filter)) return store.page(filter, { limit, continuation, order })
      const all = await Array.fromAsync(eachStored(filter, order))
      const from = Number(continuation ?? 0) || 0
      const items = all.slice(from, from + limit)
      return { items, ...(from + limit < all.length && { next: String(from + limit) }) }
    },

    /** How many there are of each status. Throws StoreUnavailable. */
    async counts(filter: InterestFilter): Promise<StatusCounts> {
      if (isCounted(filter)) return countsOfStore(filter)
      const byStatus: Record<Status, number> = {}
      if (isRead(filter)) {
        const statuses = (await Array.fromAsync(eachStored(filter))).map(({ interest }) => interest.status)
        for (const status of statuses) byStatus[status] = (byStatus[status] ?? 0) + 1
        return { total: statuses.length, byStatus }
      }
      const total = await store.count(filter)
      if (total === 0 || total > BY_STATUS) return { total, byStatus }
      for (const id of filter.statuses ?? deps.statuses.map(({ id }) => id)) {
        const count = await store.count({ ...filter, statuses: [id] })
        if (count > 0) byStatus[id] = count
      }
      return { total, byStatus }
    },
  }
}
