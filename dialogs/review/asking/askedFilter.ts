import type { Status, StatusDefinition } from '../../interest/interest.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { bandText } from '../../reading/bands.ts'
import { sinceWhen, type WhenContext } from '../../reading/dates.ts'
import { fold, normalise } from '../../reading/normalise.ts'
import { anyOf, beginsWith, isOneOf, says } from '../../reading/phrases.ts'
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
export function askedFilter(message: string, slots: ReviewFilter, context: AskContext): InterestFilter {
  const { now, statuses, cohorts, me } = context
  const { band, bands = band && [band], name, manager, assignee, olderThanDays, newerThanDays } = slots
  const text = normalise(message)
  const plural = BANDS_IN_PLURAL.exec(text)?.[1]
  const named = slots.cohort ? cohortsNamed(slots.cohort, cohorts) : []
  const when = sinceWhen(message, context)
  const ago = (days: number | undefined) => days !== undefined && new Date(now.getTime() - days * DAY).toISOString()
  const waiting = says(text, 'waiting')
  const parts: { [Part in keyof InterestFilter]: InterestFilter[Part] | false | '' } = {
    bands: bands ?? (plural && [bandText(plural)]),
    role: slots.role,
    team: slots.team,
    manager,
    name: name !== message.trim() && !isOneOf((name ?? '').toLowerCase(), 'noName') && name,
    statuses: statusesAsked(text, slots, statuses),
    cohortIds: named.length > 0 && named,
    statusSinceTo: waiting && ago(olderThanDays),
    registeredTo: when.to ?? (!waiting && ago(olderThanDays)),
    registeredFrom: when.from ?? ago(newerThanDays),
    assignee: assignee && (assignee === 'me' ? me : null),
    assigneeName: !assignee && slots.assignedTo,
    managerKnows: !manager && says(text, 'withManager') ? 'yes' : says(text, 'withoutManager') && 'no',
  }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part === null || part))
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
