import type { Actor } from '../access.ts'
import {
  ANY_LATER_COHORT,
  type Entered,
  type Interest,
  type ManagerKnows,
  type Status,
  type StatusDefinition,
} from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import { BANDS } from '../reading/bands.ts'
import type { ReviewDeps } from './reviewDeps.ts'

/** How things are called when HR reads or hears them. */
export interface Wording {
  statuses: readonly StatusDefinition[]
  cohorts: readonly { id: string; name: string }[]
  status: (id: Status) => string
  cohort: (id: string) => string
  /** An officer's name, where it is known. */
  officer: (objectId: string) => string
  /** A moment as a day: 8 January 2014. */
  day: (moment: string) => string
  /** How long since a moment: "12 days". */
  since: (moment: string) => string
  /** How and when one came that HR entered: "e-mail on 8 January 2014". */
  received: (entered: Entered) => string
  /** Who must act next: "HR to act". */
  next: (status: Status) => string
}

const NEXT = { hr: 'HR to act', person: 'Waiting for the person', nobody: 'Nothing to do' }
const DAY = 24 * 60 * 60 * 1000

/**
 * Names, days and spans as they are now. Throws StoreUnavailable.
 * @param reader whoever reads it, who is told by name
 */
export const currentWording = async (deps: ReviewDeps, reader?: Actor): Promise<Wording> => {
  const { statuses, time, clock } = deps
  const stored = (await deps.cohorts.all()).map(({ cohort }) => cohort)
  const cohorts = [...stored, { id: ANY_LATER_COHORT, name: deps.laterName }]
  const day = (moment: string) => (Number.isNaN(Date.parse(moment)) ? moment : time.day(moment))
  const now = clock().getTime()
  const next = (id: Status) => statuses.find((one) => one.id === id)?.next ?? 'hr'
  return {
    statuses,
    cohorts,
    status: (id) => statuses.find((one) => one.id === id)?.label ?? id,
    cohort: (id) => cohorts.find((one) => one.id === id)?.name ?? id,
    officer: (objectId) => (objectId === reader?.objectId ? reader.name : 'one officer'),
    day,
    since(moment) {
      const days = Math.floor((now - Date.parse(moment)) / DAY)
      if (days < 1) return 'today'
      return days === 1 ? '1 day' : `${days} days`
    },
    received: ({ channel, receivedOn }) => `${channel === 'email' ? 'e-mail' : 'paper'} on ${day(receivedOn)}`,
    next: (id) => NEXT[next(id)],
  }
}

/** Whether the manager knows, as HR reads it of one interest. */
export const MANAGER_KNOWS: Record<ManagerKnows, string> = { yes: 'Yes', no: 'No', 'not-said': 'Did not say' }

/** The line manager, only where the person said yes; a manager must not hear of it from us otherwise. */
export const managerOf = ({ managerKnows, manager }: Pick<Interest, 'managerKnows' | 'manager'>): string =>
  managerKnows === 'yes' ? manager || 'Not given' : 'Do not contact the manager'

interface Chip {
  parts: readonly (keyof InterestFilter)[]
  text: string
}

const MANAGER_CHIPS: Record<ManagerKnows, string> = {
  yes: 'the manager knows and supports it',
  no: 'the manager does not know',
  'not-said': 'not said whether the manager knows',
}

/** Many bands are all but a few: "not band 4". */
const bandsInWords = (bands: readonly string[]): string => {
  const left = BANDS.filter((band) => !bands.includes(band))
  return left.length < bands.length && left.length > 0 ? `not band ${left.join(' or ')}` : `band ${bands.join(' or ')}`
}

/** The filter, part by part, in words. */
export function chipsOf(filter: InterestFilter, wording: Wording): Chip[] {
  const chips: Chip[] = []
  const add = (text: string | undefined | false, ...parts: (keyof InterestFilter)[]): void => {
    if (text) chips.push({ parts, text })
  }
  const dated = (before: string, from?: string, to?: string): string =>
    [before, from && `since ${wording.day(from)}`, to && `up to ${wording.day(to)}`].filter(Boolean).join(' ')
  add(filter.bands && bandsInWords(filter.bands), 'bands')
  add(filter.role, 'role')
  add(filter.team, 'team')
  add(filter.service && `service ${filter.service}`, 'service')
  add(filter.base && `base ${filter.base}`, 'base')
  add(filter.cohortIds?.map(wording.cohort).join(' or '), 'cohortIds')
  add(filter.statuses && `status ${filter.statuses.map(wording.status).join(' or ').toLowerCase()}`, 'statuses')
  add(filter.name && `called ${filter.name}`, 'name')
  add(filter.manager && `line manager ${filter.manager}`, 'manager')
  add(filter.managerKnows && MANAGER_CHIPS[filter.managerKnows], 'managerKnows')
  add(filter.assigneeName && `assigned to ${filter.assigneeName}`, 'assigneeName')
  add(
    filter.assignee !== undefined &&
      `assigned to ${filter.assignee === null ? 'nobody' : wording.officer(filter.assignee)}`,
    'assignee',
  )
  add(filter.shift && `works ${filter.shift}, as they say`, 'shift')
  add(filter.keys && `${filter.keys.length} of a list`, 'keys')
  if (filter.registeredFrom || filter.registeredTo)
    add(dated('registered', filter.registeredFrom, filter.registeredTo), 'registeredFrom', 'registeredTo')
  if (filter.statusSinceFrom || filter.statusSinceTo)
    add(dated('at their status', filter.statusSinceFrom, filter.statusSinceTo), 'statusSinceFrom', 'statusSinceTo')
  return chips
}

/** The filter in words, for a heading, a log and a person who listens. */
export const filterInWords = (filter: InterestFilter, wording: Wording): string =>
  chipsOf(filter, wording)
    .map(({ text }) => text)
    .join(', ') || 'everyone'
