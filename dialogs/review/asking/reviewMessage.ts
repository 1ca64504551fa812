import type { Status, StatusDefinition } from '../../interest/interest.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { bandText } from '../../reading/bands.ts'
import { sinceWhen, type WhenContext } from '../../reading/dates.ts'
import { fold, normalise } from '../../reading/normalise.ts'
import { anyOf, beginsWith, isOneOf, says } from '../../reading/phrases.ts'
import type { ReviewSlots } from './extractReviewSlots.ts'
import type { ReviewFilter } from './reviewFilter.ts'
import type { Target } from './reviewTarget.ts'

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
function askedFilter(message: string, slots: ReviewFilter, context: AskContext): InterestFilter {
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

/** Whom a message means. */
export type TargetRef =
  | { kind: 'reference'; reference: string }
  | { kind: 'names'; names: string[] }
  /** Places on the list shown last, from 0; negative from its end. */
  | { kind: 'places'; from: number; count: number }
  | { kind: 'numbers'; numbers: number[] }
  | { kind: 'shown' }
  /** All on the list that were not opened or changed. */
  | { kind: 'rest' }
  /** "it", "her", "this one": what was opened or shown last. */
  | { kind: 'this' }
  /** The one after or before what was opened last. */
  | { kind: 'beside'; step: 1 | -1 }
  | { kind: 'all-of'; filter: InterestFilter }
  | { kind: 'nobody' }

/** A message of HR's as it was read: by it a command tells whether it is meant. */
export interface ReviewMessage {
  /** The action that the message was matched to. */
  action: string
  text: string
  /** The text without apostrophes. */
  plain: string
  slots: ReviewSlots
  filter: InterestFilter
  /** Whether the filter narrows the list shown last. */
  refine: boolean
  target: TargetRef
  statuses: AskContext['statuses']
}

export const isEmpty = (filter: InterestFilter): boolean => Object.values(filter).every((part) => part === undefined)

export const THIS = /\b(this|that|it|her|him|she|he|his|its)\b/i
export const BESIDE = /\b(next|previous) (one|interest)\b/i
const THESE = /\b(them|these|those|bulk)\b/i

/** Whom a message means, by what it names first: a reference, places on the list, a name, or all of a filter. */
function targetOf(message: string, { reference, which, name, names }: Target, filter: InterestFilter): TargetRef {
  if (reference) return { kind: 'reference', reference }
  switch (which?.kind) {
    case 'numbers':
      return { kind: 'numbers', numbers: which.numbers ?? [] }
    case 'first':
      return { kind: 'places', from: 0, count: which.count ?? 1 }
    case 'last':
      return { kind: 'places', from: -(which.count ?? 1), count: which.count ?? 1 }
    case 'rest':
      return { kind: 'rest' }
    case 'all':
      return isEmpty(filter) ? { kind: 'shown' } : { kind: 'all-of', filter }
  }
  if (name) return { kind: 'names', names: names ?? [name] }
  if (filter.name) return { kind: 'names', names: [filter.name] }
  if (!isEmpty(filter)) return { kind: 'all-of', filter }
  const beside = BESIDE.exec(message)?.[1]
  if (beside) return { kind: 'beside', step: beside.toLowerCase() === 'next' ? 1 : -1 }
  if (THESE.test(message)) return { kind: 'shown' }
  return { kind: THIS.test(message) ? 'this' : 'nobody' }
}

/** Reads a message, once it is known which action it is. Pure: the same words in the same place mean the same. */
export const readReviewMessage = (
  action: string,
  text: string,
  slots: ReviewSlots,
  context: AskContext,
): ReviewMessage => {
  const filter = askedFilter(text, slots.filter, context)
  const normalised = normalise(text)
  return {
    action,
    text,
    slots,
    filter,
    statuses: context.statuses,
    plain: text.replace(/[’']/g, ''),
    refine: beginsWith(normalised, 'refines') && !says(normalised, 'clearsFilters'),
    target: targetOf(text, slots.target, filter),
  }
}
