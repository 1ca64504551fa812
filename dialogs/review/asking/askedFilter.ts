import type { Status, StatusDefinition } from '../../interest/interest.ts'
import { bandText } from '../../reading/bands.ts'
import { fold } from '../../reading/normalise.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { ReviewFilter } from './reviewFilter.ts'
import { sinceWhen, type WhenContext } from './sinceWhen.ts'

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
        (part) => part.startsWith(word) || (word.length > 3 && word.startsWith(part.slice(0, 4)) && part.length > 3),
      )
  return cohorts
    .filter(({ id, name }) => id === said || (wanted.length > 0 && wanted.every((word) => begins(name, word))))
    .map(({ id }) => id)
}

const WAITING = /\b(waiting|outstanding|dealt with|touched|status|heard|got back|rung|contacted|overdue)\b/i

/** The statuses that nobody has dealt with yet: the first one of the list. */
const firstStatus = (statuses: AskContext['statuses']): string[] => statuses.slice(0, 1).map(({ id }) => id)

const UNTOUCHED =
  /\b(nobody|no one|noone|none of us|not yet|never|havent|hasnt|arent|not been|not)\b.{0,30}\b(dealt|touched|looked|actioned|opened|picked|seen)\b|\buntouched\b|\bnew (ones?|interests?|eois?|submissions?|names|registrations)\b|\bwhats new\b|\banyone new\b/i

const NO_NAME = /^(eois?|ones?|interests?|submissions?|names?|list)$/i
const ALL_REGISTERED = /\b(who|people|everyone|all|staff)( have| has|s)? registered\b/i

/** What a message narrows the list to, as the stores and the list know it. */
export function askedFilter(message: string, slots: ReviewFilter, context: AskContext): WorkFilter {
  const { now, statuses, cohorts, me } = context
  const filter: { -readonly [Part in keyof WorkFilter]: WorkFilter[Part] } = {}
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const fours = /\bbands? (two|three|four|five|six|seven|eight|nine)(?:e?s)\b/i.exec(message)?.[1]
  if (slots.bands ?? slots.band) filter.bands = slots.bands ?? [slots.band ?? '']
  else if (fours) filter.bands = [bandText(fours)]
  if (slots.role) filter.role = slots.role
  if (slots.team) filter.team = slots.team
  if (slots.manager) filter.manager = slots.manager
  if (slots.name && slots.name !== message.trim() && !NO_NAME.test(slots.name)) filter.name = slots.name
  if (slots.status && !ALL_REGISTERED.test(message)) filter.statuses = [slots.status]
  if (slots.notStatus) {
    const first = firstStatus(statuses)
    const later = statuses.findIndex(({ id }) => id === slots.notStatus)
    const notYet = /\b(not|havent|hasnt|yet|arent|isnt)\b/i.test(message.replace(/[’']/g, '')) && later > 0
    filter.statuses = notYet
      ? statuses.slice(0, later).map(({ id }) => id)
      : statuses.map(({ id }) => id).filter((id) => id !== slots.notStatus && !first.includes(slots.notStatus ?? ''))
  } else if (!slots.status && UNTOUCHED.test(message.replace(/[’']/g, ''))) filter.statuses = firstStatus(statuses)
  if (/^\W*include\b/i.test(message)) filter.statuses = statuses.map(({ id }) => id)
  if (slots.cohort) {
    const named = cohortsNamed(slots.cohort, cohorts)
    if (named.length > 0) filter.cohortIds = named
  }
  const waiting = WAITING.test(message)
  if (slots.olderThanDays !== undefined) filter[waiting ? 'statusSinceTo' : 'registeredTo'] = ago(slots.olderThanDays)
  const when = sinceWhen(message, context)
  if (when.from) filter.registeredFrom = when.from
  else if (slots.newerThanDays !== undefined) filter.registeredFrom = ago(slots.newerThanDays)
  if (when.to) filter.registeredTo = when.to
  if (slots.assignee) filter.assignee = slots.assignee === 'me' ? me : null
  else if (slots.assignedTo) filter.assigneeName = slots.assignedTo
  if (/\bmanager (support|back|know|agree)|\bwith manager\b/i.test(message) && !slots.manager)
    filter.managerKnows = 'yes'
  else if (/\bmanager (is )?not told|\bmanager (doesnt|does not|doesn’t) know/i.test(message))
    filter.managerKnows = 'no'
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
export const refines = (message: string): boolean =>
  /^\W*(and|now|only|just|which of|of (those|them)|narrow|same|what about|from (those|these|them)|filter (it|that|to|by|for)|hide|leave out|exclude|include|not (?!yet))\b/i.test(
    message.trim(),
  )

/** Whether a message takes every filter away. */
export const clears = (message: string): boolean =>
  /\b(clear|remove|reset|take off|drop) (the |all )?filters?\b|\btake the filter off\b|\b(show|list|back to|see) (me )?(all|everyone|everybody|everything|the (whole|full) list)\b|\b(whole|full) list\b/i.test(
    message,
  )
