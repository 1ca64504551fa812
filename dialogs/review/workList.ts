import { type Actor, may } from '../access.ts'
import type { Interest, Status, StoredInterest } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { InterestPage } from '../interest/interestStore.ts'
import { searchWords } from '../reading/normalise.ts'
import { interestFinder, type StatusCounts } from './findInterests.ts'
import { type Forbidden, interestKey, loadByKey, logLook, type ReviewDeps } from './reviewDeps.ts'

const PAGE = 8

export interface ListRequest {
  filter: InterestFilter
  continuation?: string
  /** By time at its status. Oldest first begins with those that wait for HR. */
  order?: 'oldest' | 'newest'
}

export interface WorkListShown {
  kind: 'list'
  filter: InterestFilter
  order: 'oldest' | 'newest'
  interests: Interest[]
  counts: StatusCounts
  /** Present while there may be more. */
  next?: string
}

export type NameFound =
  | { kind: 'found'; interest: Interest }
  /** Several bear the name: ask which. */
  | { kind: 'ambiguous'; candidates: Interest[]; more: boolean }
  | { kind: 'none' }
  | Forbidden

type KeysFound = { kind: 'keys'; keys: string[]; more: boolean }

/** So many at the most are offered, where one of several is meant. */
export const CANDIDATES = 10
/** What is acted on at once. */
export const MOST_AT_ONCE = 200

/** Who must act next: one group of statuses after the other. */
const groupsOf = (deps: ReviewDeps, { statuses }: InterestFilter): Status[][] => {
  const asked = deps.statuses.filter(({ id }) => !statuses || statuses.includes(id))
  const order = statuses ? (['hr', 'person', 'nobody'] as const) : (['hr', 'person'] as const)
  return order
    .map((next) => asked.filter((one) => one.next === next).map(({ id }) => id))
    .filter((ids) => ids.length > 0)
}

const readContinuation = (text: string | undefined): { group: number; inner?: string } => {
  const [, group, inner] = /^(\d):(.*)$/s.exec(text ?? '') ?? []
  return { group: Number(group ?? 0), ...(inner ? { inner } : {}) }
}

/** What HR may see of the interests: lists, each look of it logged first. */
export const workLists = (deps: ReviewDeps) => {
  const finder = interestFinder(deps)

  const oldestFirst = async (filter: InterestFilter, continuation?: string): Promise<InterestPage> => {
    const groups = groupsOf(deps, filter)
    const items: StoredInterest[] = []
    let { group, inner } = readContinuation(continuation)
    for (; group < groups.length; group++, inner = undefined) {
      const left = PAGE - items.length
      if (left === 0) return { items, next: `${group}:` }
      const found = await finder.page({ ...filter, statuses: groups[group] }, { limit: left, continuation: inner })
      items.push(...found.items)
      if (found.next) return { items, next: `${group}:${found.next}` }
    }
    return { items }
  }

  return {
    /**
     * The work list: who must act next and since when, those who wait for HR first, the longest waiting first. Without a
     * status in the filter, those with nothing left to do are counted and not listed.
     * @throws StoreUnavailable
     */
    async workList(actor: Actor, request: ListRequest): Promise<WorkListShown | Forbidden> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const { filter, continuation, order = 'oldest' } = request
      const [found, counts] = await Promise.all([
        order === 'oldest'
          ? oldestFirst(filter, continuation)
          : finder.page(filter, { limit: PAGE, continuation, order }),
        finder.counts(filter),
      ])
      const interests = found.items.map(({ interest }) => interest)
      await logLook(deps, actor, 'list', interests, filter)
      return { kind: 'list', filter, order, interests, counts, next: found.next }
    },

    /**
     * The one interest of somebody by this name. Several are asked about, never guessed. Throws StoreUnavailable.
     * @param name a surname, or more of it: each word begins a word of the name
     */
    async findByName(actor: Actor, name: string): Promise<NameFound> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const found = await deps.store.page({ name }, { limit: CANDIDATES })
      const candidates = found.items.map(({ interest }) => interest)
      const [first, second] = candidates
      if (!first) return { kind: 'none' }
      await logLook(deps, actor, 'name', candidates, { name })
      if (!second) return { kind: 'found', interest: first }
      return { kind: 'ambiguous', candidates, more: found.next !== undefined }
    },

    /** All of a filter, for what is told of them together; the look is logged. Throws StoreUnavailable. */
    async allOf(actor: Actor, filter: InterestFilter): Promise<{ kind: 'all'; interests: Interest[] } | Forbidden> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const interests = await Array.fromAsync(finder.each(filter))
      await logLook(deps, actor, 'list', interests, filter)
      return { kind: 'all', interests }
    },

    /**
     * Those of some interests whom words of a message name, one for each run of words that is the name of one alone.
     * Nothing of them is told by it. Throws StoreUnavailable.
     */
    async namedAmong(actor: Actor, keys: readonly string[], names: readonly (readonly string[])[]): Promise<string[]> {
      if (!may(actor, 'review:read') || names.length === 0) return []
      const people: { key: string; words: string[] }[] = []
      for (const key of keys) {
        const name = (await loadByKey(deps, actor, key))?.interest.name
        if (name) people.push({ key, words: searchWords(name) })
      }
      return names.flatMap((said) => {
        const bear = people.filter(({ words }) => said.every((word) => words.includes(word)))
        return bear.length === 1 ? bear.map(({ key }) => key) : []
      })
    },

    /** The keys of all of a filter, for what is done to all of it. Throws StoreUnavailable. */
    async keysOf(actor: Actor, filter: InterestFilter): Promise<KeysFound | Forbidden> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const keys: string[] = []
      for await (const interest of finder.each(filter)) {
        if (keys.length === MOST_AT_ONCE) return { kind: 'keys', keys, more: true }
        keys.push(interestKey(interest))
      }
      return { kind: 'keys', keys, more: false }
    },
  }
}
