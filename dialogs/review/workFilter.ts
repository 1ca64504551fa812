import type { ManagerKnows } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { Wording } from './wording.ts'

/** What HR narrows the work list to. A store finds all of it. */
export type WorkFilter = InterestFilter

interface Chip {
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
