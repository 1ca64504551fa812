import type { InterestFilter } from '../../interest/interestFilter.ts'
import { type AskContext, askedFilter, clears, refines } from './askedFilter.ts'
import type { ReviewSlots } from './extractReviewSlots.ts'
import type { Target } from './reviewTarget.ts'

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
  return {
    ...{ action, text, slots, filter, statuses: context.statuses },
    plain: text.replace(/[’']/g, ''),
    refine: refines(text) && !clears(text),
    target: targetOf(text, slots.target, filter),
  }
}
