import type { Status, StatusDefinition } from '../../interest/interest.ts'
import type { InterestFilter, Shift } from '../../interest/interestFilter.ts'
import { BANDS, bandText } from '../../reading/bands.ts'
import { sinceWhen, type When, type WhenContext } from '../../reading/dates.ts'
import { fold, normalise } from '../../reading/normalise.ts'
import { anyOf, isOneOf, says } from '../../reading/phrases.ts'
import type { ReviewMemory, ReviewTable } from '../reviewMemory.ts'
import type { RecordField } from './recordFields.ts'
import type { ReviewFilter } from './reviewFilter.ts'

/** What a message's words are held against. */
export interface AskContext extends WhenContext {
  statuses: readonly (StatusDefinition & { phrasings?: readonly string[] })[]
  cohorts: readonly { id: string; name: string }[]
  /** The officer's own object id. */
  me: string
  /** What of HR's work is on the table. */
  table: ReviewTable
  memory: Pick<ReviewMemory, 'did' | 'changed'>
  /** Those on the table whom words of the message name. */
  named: readonly string[]
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

const shiftAsked = (text: string): Shift | undefined => {
  const [nights, days] = [says(text, 'onNights'), says(text, 'onDays')]
  return nights === days ? undefined : nights ? 'nights' : 'days'
}

const managerAsked = (text: string): InterestFilter['managerKnows'] => {
  if (says(text, 'managerNotGiven')) return 'not-said'
  if (says(text, 'withoutManager')) return 'no'
  return says(text, 'withManager') ? (says(text, 'saysNot') ? 'no' : 'yes') : undefined
}

/** The week before that which the list shown is of, or before this one. */
const weekBefore = (text: string, { table, now, timeZone }: AskContext): When | undefined => {
  if (!/\b(?:week before|(?:previous|last) week|one before that)\b/.test(text)) return undefined
  const to = table.list?.filter.registeredFrom ?? sinceWhen('this week', { now, timeZone }).from
  return to === undefined ? undefined : { to, from: new Date(Date.parse(to) - 7 * DAY).toISOString() }
}

/** What a message narrows the list to, as the stores and the list know it. */
export function askedFilter(message: string, slots: ReviewFilter, context: AskContext): InterestFilter {
  const { now, statuses, cohorts, me } = context
  const { band, notBand, bands = band && [band], name, manager, assignee, olderThanDays, newerThanDays } = slots
  const text = normalise(message)
  const plural = BANDS_IN_PLURAL.exec(text)?.[1]
  const named = slots.cohort ? cohortsNamed(slots.cohort, cohorts) : []
  const before = weekBefore(text, context)
  const when = before ?? sinceWhen(message, context)
  const ago = (days: number | undefined) => days !== undefined && new Date(now.getTime() - days * DAY).toISOString()
  const waiting = says(text, 'waiting')
  const parts: { [Part in keyof InterestFilter]: InterestFilter[Part] | false | '' } = {
    bands: bands ?? (plural ? [bandText(plural)] : notBand && BANDS.filter((one) => one !== notBand)),
    shift: shiftAsked(text),
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
    managerKnows: !manager && managerAsked(text),
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

const TOLD_BY: Partial<Record<RecordField, keyof InterestFilter>> = {
  ...{
    manager: 'managerKnows',
    managerKnows: 'managerKnows',
    mayContact: 'managerKnows',
    shift: 'shift',
    status: 'statuses',
  },
}

/** A filter without what is asked of somebody: "does her manager know" narrows nothing, "who said the manager knows" does. */
export const withoutAsked = (filter: InterestFilter, text: string, field?: RecordField): InterestFilter => {
  const part = field && TOLD_BY[field]
  if (!part || says(text, 'someOfThem') || says(text, 'ofThoseShown')) return filter
  return { ...filter, [part]: undefined }
}

export const isEmpty = (filter: InterestFilter): boolean => Object.values(filter).every((part) => part === undefined)
