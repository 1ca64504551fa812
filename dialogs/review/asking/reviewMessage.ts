import type { Status, StatusDefinition } from '../../interest/interest.ts'
import type { InterestFilter, Shift } from '../../interest/interestFilter.ts'
import { BANDS, bandText } from '../../reading/bands.ts'
import { sinceWhen, type WhenContext } from '../../reading/dates.ts'
import { fold, normalise } from '../../reading/normalise.ts'
import { anyOf, beginsWith, isOneOf, says } from '../../reading/phrases.ts'
import type { ReviewMemory, ReviewTable } from '../reviewMemory.ts'
import type { ReviewSlots } from './extractReviewSlots.ts'
import { fieldAsked, type RecordField } from './recordFields.ts'
import type { ReviewFilter } from './reviewFilter.ts'
import type { Target } from './reviewTarget.ts'

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

/** What a message narrows the list to, as the stores and the list know it. */
function askedFilter(message: string, slots: ReviewFilter, context: AskContext): InterestFilter {
  const { now, statuses, cohorts, me } = context
  const { band, notBand, bands = band && [band], name, manager, assignee, olderThanDays, newerThanDays } = slots
  const text = normalise(message)
  const plural = BANDS_IN_PLURAL.exec(text)?.[1]
  const named = slots.cohort ? cohortsNamed(slots.cohort, cohorts) : []
  const when = sinceWhen(message, context)
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
  /** `others`: not the one that is open. */
  | { kind: 'names'; names: string[]; others?: boolean }
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
  /** Those on the table whom it names. */
  | { kind: 'keys'; keys: readonly string[] }
  | { kind: 'both' }
  /** "And her?": the other one of two. */
  | { kind: 'other' }
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
  /** Whether it speaks of a person, or of several, without a name. */
  person: boolean
  people: boolean
  /** The field of a record that it asks for. */
  field?: RecordField
  /** By which time the list is to be in order. */
  order?: 'oldest' | 'newest'
  table: ReviewTable
  memory: AskContext['memory']
  statuses: AskContext['statuses']
}

export const isEmpty = (filter: InterestFilter): boolean => Object.values(filter).every((part) => part === undefined)

export const THIS = /\b(this|that|it|her|him|she|he|his|its)\b/i
export const BESIDE = /\b(next|previous)(?= (?:one|interest|person)\b)|\bone (above|below|before|after|underneath)\b/i
const THESE = /\b(them|these|those|bulk|all three|all four|each)\b/i
const BOTH = /\b(both|the two|the pair)\b/i
const OTHER = /^\W*(?:and|what about|how about) (?:him|her|them|the other(?: one)?)\b|\bthe other one\b/i

/** Whom a message means, by what it names first: a reference, places on the list, a name, or all of a filter. */
function targetOf(
  message: string,
  { reference, which, name, names }: Target,
  filter: InterestFilter,
  named: readonly string[],
): TargetRef {
  if (reference) return { kind: 'reference', reference }
  if (BOTH.test(message) && which?.kind !== 'numbers') return { kind: 'both' }
  if (named.length > 0 && which?.kind !== 'numbers') return { kind: 'keys', keys: named }
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
  const beside = BESIDE.exec(message)
  if (beside) return { kind: 'beside', step: /next|below|after|underneath/i.test(beside[0]) ? 1 : -1 }
  if (OTHER.test(message)) return { kind: 'other' }
  if (THESE.test(message)) return { kind: 'shown' }
  return { kind: THIS.test(message) ? 'this' : 'nobody' }
}

const orderOf = (text: string): Pick<ReviewMessage, 'order'> => {
  if (/\b(newest|latest|most recent)\b/.test(text)) return { order: 'newest' }
  return /\b(oldest|longest)\b/.test(text) ? { order: 'oldest' } : {}
}

/** A message of so many words that orders nothing leans on the list shown: "kirkby ones", "and nights". */
const ELLIPSIS = 4

const refines = (text: string, filter: InterestFilter, { table }: AskContext): boolean => {
  if (beginsWith(text, 'refines')) return true
  const short = text.split(' ').length <= ELLIPSIS || says(text, 'notOf')
  return table.list !== undefined && short && !isEmpty(filter) && !filter.name && !beginsWith(text, 'listsAnew')
}

/** What a filter that a message gives leaves of the list shown. */
export const within = (target: TargetRef, { list }: ReviewTable): TargetRef =>
  target.kind === 'all-of' && list
    ? { kind: 'all-of', filter: { ...(list.named ? { keys: list.keys } : list.filter), ...target.filter } }
    : target

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
const withoutAsked = (filter: InterestFilter, text: string, field?: RecordField): InterestFilter => {
  const part = field && TOLD_BY[field]
  if (!part || says(text, 'someOf')) return filter
  return { ...filter, [part]: undefined }
}

/** Reads a message, once it is known which action it is. Pure: the same words in the same place mean the same. */
export const readReviewMessage = (
  action: string,
  text: string,
  slots: ReviewSlots,
  context: AskContext,
): ReviewMessage => {
  const normalised = normalise(text)
  const field = fieldAsked(text)
  const filter = withoutAsked(askedFilter(text, slots.filter, context), normalised, field)
  return {
    action,
    text,
    slots,
    filter,
    statuses: context.statuses,
    plain: text.replace(/[’']/g, ''),
    refine: refines(normalised, filter, context) && !says(normalised, 'clearsFilters'),
    target: targetOf(text, slots.target, filter, context.named),
    person: says(normalised, 'aboutPerson') || says(normalised, 'aboutThing'),
    field,
    people: says(normalised, 'aboutPeople'),
    ...orderOf(normalised),
    table: context.table,
    memory: context.memory,
  }
}
