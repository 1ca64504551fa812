import type { ManagerKnows, Status } from './interest.ts'

/**
 * What a work list is narrowed to; every part given must hold. Texts match the beginnings of words, whatever the case
 * or accents: "huy" finds "Huyton school health".
 */
export interface InterestFilter {
  cohortIds?: readonly string[]
  bands?: readonly string[]
  statuses?: readonly Status[]
  service?: string
  base?: string
  name?: string
  manager?: string
  /** Where they work: service, team or base, as typed or in the trust's own names. */
  team?: string
  /** What they do, as typed or in the trust's own names. */
  role?: string
  managerKnows?: ManagerKnows
  /** Who has it, by name. */
  assigneeName?: string
  /** Object id of the assignee, or null for those nobody has. */
  assignee?: string | null
  /** At its status since this moment or earlier. */
  statusSinceTo?: string
  /** At its status since this moment or later. */
  statusSinceFrom?: string
  registeredFrom?: string
  registeredTo?: string
  /** When they work, as they wrote it themselves: no store has it in a column of its own. */
  shift?: Shift
  /** These alone, by their points in the store. */
  keys?: readonly string[]
}

export type Shift = 'days' | 'nights'
