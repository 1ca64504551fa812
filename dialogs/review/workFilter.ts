import type { Places } from '../../knowledge/content/places.ts'
import type { Interest, ManagerKnows } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestStore.ts'
import { canonicalRole, canonicalTeam } from '../interest/slots/reviewFilter.ts'
import { searchWords } from '../interest/words.ts'
import type { Wording } from './wording.ts'

/** What HR narrows the work list to: what a store can find, and what is told only by reading an interest. */
export interface WorkFilter extends InterestFilter {
  /** Service, team or base, in the trust's own names. */
  team?: string
  /** Current role, in the trust's own names: HCA and health care assistant are one. */
  role?: string
  managerKnows?: ManagerKnows
  /** Who has it, by name. */
  assigneeName?: string
}

const READ = ['team', 'role', 'managerKnows', 'assigneeName'] as const

/** The part of the filter that a store answers. */
export const storePart = (filter: WorkFilter): InterestFilter => {
  const { team: _team, role: _role, managerKnows: _knows, assigneeName: _name, ...rest } = filter
  return rest
}

/** Whether interests have to be read to tell. */
export const needsReading = (filter: WorkFilter): boolean => READ.some((part) => filter[part] !== undefined)

const begins = (text: string, wanted: string): boolean => {
  const words = searchWords(text)
  return searchWords(wanted).every((part) => words.some((word) => word.startsWith(part)))
}

const REMEMBERED = 5000

/** A function of a text whose few distinct answers are kept. */
const remembering = (read: (text: string) => string | undefined): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED) known.clear()
    const made = read(text) ?? ''
    known.set(text, made)
    return made
  }
}

/** Tells whether an interest is in the filter, as far as the store could not. */
export const readingMatcher = (places?: Places) => {
  const role = remembering((text) => places && canonicalRole(text, places))
  const team = remembering((text) => places && canonicalTeam(text, places))
  return (filter: WorkFilter) =>
    ({ service, base, currentRole, managerKnows, assignee }: Interest): boolean =>
      (filter.team === undefined || begins(`${service} ${base} ${team(service)} ${team(base)}`, filter.team)) &&
      (filter.role === undefined || begins(currentRole, filter.role) || begins(role(currentRole), filter.role)) &&
      (filter.managerKnows === undefined || managerKnows === filter.managerKnows) &&
      (filter.assigneeName === undefined || begins(assignee?.name ?? '', filter.assigneeName))
}

export interface Chip {
  parts: readonly (keyof WorkFilter)[]
  text: string
}

const MANAGER_KNOWS: Record<ManagerKnows, string> = {
  yes: 'the manager knows and supports it',
  no: 'the manager does not know',
  'not-said': 'not said whether the manager knows',
}

/** The filter, part by part, in words. */
export function chipsOf(filter: WorkFilter, wording: Wording): Chip[] {
  const chips: Chip[] = []
  const add = (text: string | undefined | false, ...parts: (keyof WorkFilter)[]): void => {
    if (text) chips.push({ parts, text })
  }
  const dated = (before: string, from?: string, to?: string): string =>
    [before, from && `since ${wording.day(from)}`, to && `up to ${wording.day(to)}`].filter(Boolean).join(' ')
  add(filter.bands && `band ${filter.bands.join(' or ')}`, 'bands')
  add(filter.role, 'role')
  add(filter.team, 'team')
  add(filter.service && `service ${filter.service}`, 'service')
  add(filter.base && `base ${filter.base}`, 'base')
  add(filter.cohortIds?.map(wording.cohort).join(' or '), 'cohortIds')
  add(filter.statuses && `status ${filter.statuses.map(wording.status).join(' or ').toLowerCase()}`, 'statuses')
  add(filter.name && `called ${filter.name}`, 'name')
  add(filter.manager && `line manager ${filter.manager}`, 'manager')
  add(filter.managerKnows && MANAGER_KNOWS[filter.managerKnows], 'managerKnows')
  add(filter.assigneeName && `assigned to ${filter.assigneeName}`, 'assigneeName')
  add(
    filter.assignee !== undefined &&
      `assigned to ${filter.assignee === null ? 'nobody' : wording.officer(filter.assignee)}`,
    'assignee',
  )
  if (filter.registeredFrom || filter.registeredTo)
    add(dated('registered', filter.registeredFrom, filter.registeredTo), 'registeredFrom', 'registeredTo')
  if (filter.statusSinceFrom || filter.statusSinceTo)
    add(dated('at their status', filter.statusSinceFrom, filter.statusSinceTo), 'statusSinceFrom', 'statusSinceTo')
  return chips
}

/** The filter in words, for a heading, a log and a person who listens. */
export const filterInWords = (filter: WorkFilter, wording: Wording): string =>
  chipsOf(filter, wording)
    .map(({ text }) => text)
    .join(', ') || 'everyone'
