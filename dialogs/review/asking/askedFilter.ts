import type { Status, StatusDefinition } from '../../interest/interest.ts'
import { bandText } from '../../reading/bands.ts'
import { sinceWhen, type WhenContext } from '../../reading/dates.ts'
import { fold, normalise } from '../../reading/normalise.ts'
import { anyOf, beginsWith, isOneOf, says } from '../../reading/phrases.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { ReviewFilter } from './reviewFilter.ts'

/** What a message's words are held against. */
export interface AskContext extends WhenContext {
  statuses: readonly (StatusDefinition & { phrasings?: readonly string[] })[]
  cohorts: readonly { id: string; name: string }[]
  /** The officer's own object id. */
  me: string
}

const DAY = 24 * 60 * 60 * 1000

const cohortsNamed = (said: string, cohorts: AskContext['cohorts']): string[] => {
  const wanted = fold(said)
    .split(' ')
    .filter((word) => !/^(cohort|intake|the)$/.test(word))
  const begins = (name: string, word: string) =>
    fold(name)
      .split(' ')
      .some(
        (part) => part.startsWith(word) || (word.length > 3 && part.length > 3 && word.startsWith(part.slice(0, 4))),
      )
  return cohorts
    .filter(({ id, name }) => id === said || (wanted.length > 0 && wanted.every((word) => begins(name, word))))
    .map(({ id }) => id)
}

const BANDS_IN_PLURAL = new RegExp(`\\bbands? (${anyOf('numbers')})e?s\\b`)

/** The statuses that a message asks for: one, all that come before one, all but one, or those that nobody has dealt with. */
function statusesAsked(text: string, slots: ReviewFilter, statuses: AskContext['statuses']): Status[] | undefined {
  const ids = statuses.map(({ id }) => id)
  if (text.startsWith('include ')) return ids
  if (slots.notStatus) {
    const at = ids.indexOf(slots.notStatus)
    const notYet = at > 0 && says(text, 'notYet')
    return notYet ? ids.slice(0, at) : ids.filter((id) => id !== slots.notStatus && slots.notStatus !== ids[0])
  }
  if (slots.status) return says(text, 'allRegistered') ? undefined : [slots.status]
  return says(text, 'notDealtWith') ? ids.slice(0, 1) : undefined
}

/** What a message narrows the list to, as the stores and the list know it. */
export function askedFilter(message: string, slots: ReviewFilter, context: AskContext): WorkFilter {
  const { now, statuses, cohorts, me } = context
  const { bands, band, role, team, manager, name, olderThanDays, newerThanDays } = slots
  const filter: { -readonly [Part in keyof WorkFilter]: WorkFilter[Part] } = {}
  const text = normalise(message)
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const plural = BANDS_IN_PLURAL.exec(text)?.[1]
  if (bands ?? band) filter.bands = bands ?? [band ?? '']
  else if (plural) filter.bands = [bandText(plural)]
  if (role) filter.role = role
  if (team) filter.team = team
  if (manager) filter.manager = manager
  if (name && name !== message.trim() && !isOneOf(name.toLowerCase(), 'noName')) filter.name = name
  const asked = statusesAsked(text, slots, statuses)
  if (asked) filter.statuses = asked
  const named = slots.cohort ? cohortsNamed(slots.cohort, cohorts) : []
  if (named.length > 0) filter.cohortIds = named
  if (olderThanDays !== undefined) filter[says(text, 'waiting') ? 'statusSinceTo' : 'registeredTo'] = ago(olderThanDays)
  const { from, to } = sinceWhen(message, context)
  if (from) filter.registeredFrom = from
  else if (newerThanDays !== undefined) filter.registeredFrom = ago(newerThanDays)
  if (to) filter.registeredTo = to
  if (slots.assignee) filter.assignee = slots.assignee === 'me' ? me : null
  else if (slots.assignedTo) filter.assigneeName = slots.assignedTo
  if (says(text, 'withManager') && !manager) filter.managerKnows = 'yes'
  else if (says(text, 'withoutManager')) filter.managerKnows = 'no'
  return filter
}

/** A status that stands in a message in its own words: "isn't going any further". */
export const statusSaid = (message: string, statuses: AskContext['statuses']): Status | undefined => {
  const text = ` ${fold(message.replace(/n[’']t\b/g, ' not'))} `
  return statuses.find(({ label, phrasings = [] }) =>
    [label, ...phrasings].some((way) => way.includes(' ') && text.includes(` ${fold(way)} `)),
  )?.id
}

/** Whether a message narrows what is shown, rather than asks anew. */
export const refines = (message: string): boolean => beginsWith(normalise(message), 'refines')

/** Whether a message takes every filter away. */
export const clears = (message: string): boolean => says(normalise(message), 'clearsFilters')
