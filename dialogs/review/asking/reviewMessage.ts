import type { InterestFilter } from '../../interest/interestFilter.ts'
import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'
import type { ReviewTable } from '../reviewMemory.ts'
import { type AskContext, askedFilter, isEmpty, withoutAsked } from './askedFilter.ts'
import type { ReviewSlots } from './extractReviewSlots.ts'
import { fieldAsked, type RecordField } from './recordFields.ts'
import { namesIn, type Target } from './reviewTarget.ts'

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

export const THIS = /\b(this|that|it|her|him|she|he|his|its)\b/i
export const BESIDE =
  /\b(next|previous)(?= (?:one|interest|person|in line|up|after)\b)|^\W*(?:and )?who(?:[’']?s| is| comes)? (?:the )?(?:next|after (?:that|this|him|her|them))\b|\bone (above|below|before|after|underneath)\b/i
const THESE = /\b(them|these|those|bulk|all three|all four|each)\b/i
const BOTH = /\b(both|the two|those two|these two|the pair)\b/i
const OTHER =
  /^\W*(?:and|what about|how about) (?:him|her|them|the other(?: one)?)\b|\b(?:the )?other (?:one|1|person)\b/i

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
  if (beginsWith(text, 'refines') || says(text, 'ofThoseShown')) return true
  const short = text.split(' ').length <= ELLIPSIS || says(text, 'notOf')
  return table.list !== undefined && short && !isEmpty(filter) && !filter.name && !beginsWith(text, 'listsAnew')
}

/** What a filter that a message gives leaves of the list shown. */
export const within = (target: TargetRef, { list }: ReviewTable): TargetRef =>
  target.kind === 'all-of' && list
    ? { kind: 'all-of', filter: { ...(list.named ? { keys: list.keys } : list.filter), ...target.filter } }
    : target

/** What is said of somebody in a note or a hold narrows no list. */
const TOLD = /^(\W*(?!(?:who|which|show|list|any)\b).*\b(?:on hold|notes?))\b.*$/is

/** A message with a pronoun for each name: "what did jade want" asks what "what did she want" does. */
const withPronoun = (text: string): string =>
  namesIn(text).reduce((said, words) => said.replace(new RegExp(`\\b${words.join('\\W+')}\\b`, 'iu'), 'she'), text)

const HELD_AGAINST = [
  { part: 'bands', field: 'band' },
  { part: 'role', field: 'role' },
  { part: 'shift', field: 'shift' },
  { part: 'cohortIds', field: 'cohort' },
  { part: 'team', field: 'place' },
] as const

/** The field of one person that a yes or no is asked of: "is she band 3", "does ben work nights". */
const fieldHeld = (text: string, filter: InterestFilter): RecordField | undefined =>
  /\b(?:is|isn[’']?t|was|does|doesn[’']?t|has)(?: not)? (?:she|he)\b|^\W*(?:so )?(?:she|he)[’']?s\b/i.test(text)
    ? HELD_AGAINST.find(({ part }) => filter[part] !== undefined)?.field
    : undefined

/** Reads a message, once it is known which action it is. Pure: the same words in the same place mean the same. */
export const readReviewMessage = (
  action: string,
  text: string,
  slots: ReviewSlots,
  context: AskContext,
): ReviewMessage => {
  const normalised = normalise(text)
  const spoken = context.named.length > 0 ? withPronoun(text) : text
  const given = askedFilter(text.replace(TOLD, '$1'), slots.filter, context)
  const whether = slots.status ? undefined : fieldHeld(spoken, given)
  const field = fieldAsked(spoken) ?? whether
  const filter = whether && field === whether ? {} : withoutAsked(given, normalised, field)
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
