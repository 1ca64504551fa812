import type { Interest } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import { interestKey } from './reviewDeps.ts'

/** What a conversation of HR's was last about: ids and choices from lists, nobody's words or names. */
export interface ReviewMemory {
  /** The keys of the interests shown last, in their order. */
  shown?: string[]
  /** The list's filter, without the names that were searched for. */
  filter?: InterestFilter
  /** The filter also had a name in it, which is not kept: the list cannot be made again from here. */
  named?: boolean
  order?: 'oldest' | 'newest'
  /** Where the next page begins, while there may be one. */
  next?: string
  /** The interest opened last. */
  opened?: string
  /** What was changed last, for "undo that". */
  changed?: string[]
  /** The questions shown last. */
  questions?: string[]
  /** When the list was last looked at. */
  at?: string
}

declare module '../turn.ts' {
  interface TurnMemory {
    /** HR's last list, so that "the first three" finds them. */
    review?: ReviewMemory
  }
}

/** Remembers a list that was shown, so that "the first three" finds them. */
export const rememberShown = (memory: ReviewMemory, interests: readonly Interest[]): void => {
  memory.shown = interests.map(interestKey)
  delete memory.opened
}

/** The filter as it may be kept: without names of people. */
export const withoutNames = (filter: InterestFilter): { filter: InterestFilter; named: boolean } => {
  const { name, manager, assigneeName, ...kept } = filter
  return { filter: kept, named: [name, manager, assigneeName].some((part) => part !== undefined) }
}
