import type { Places } from '../../../knowledge/content/places.ts'
import type { Status } from '../../interest/interest.ts'
import { FIRST_STATUS } from '../../interest/statuses.ts'
import { beginsWith, endsWith, isOneOf, says } from '../../reading/phrases.ts'
import {
  joined,
  keyAt,
  type Message,
  readMessage,
  type Span,
  take,
  wordsBefore,
  wordsFrom,
} from '../../reading/tokens.ts'
import { type ReviewFilter, readReviewFilter } from './reviewFilter.ts'
import { asksChange, changedTo, reasonAfter, type StatusWords, statusesIn } from './reviewStatus.ts'
import { readTargetNames, readTargetReference, readWhich, type Target } from './reviewTarget.ts'

export interface ReviewSlots {
  filter: ReviewFilter
  target: Target
  /** The status that the message would give. */
  status?: Status
  /** Why, in HR's words: "marked by mistake". */
  reason?: string
}

/**
 * Takes from a message of HR's what it narrows the list to, whom it means, and the status that it gives.
 * @param statuses the trust's own, with the ways in which HR says each
 */
export function extractReviewSlots(said: string, vocabulary: Places, statuses: readonly StatusWords[]): ReviewSlots {
  const text = said.slice(0, 2000)
  const message = readMessage(text)
  const reference = readTargetReference(message)
  const found = statusesIn(message, statuses)
  const words = wordsFrom(message, 0)
  const asks =
    (says(words, 'asksWhetherAny') || says(words, 'asksWhichOfThose')) &&
    !beginsWith(wordsFrom(message, 0), 'changesStatus')
  const change = asks ? undefined : changedTo(message, found)
  const reason = change && reasonAfter(message, change)
  const payload = PAYLOADS.map((before) => before.exec(text)).find((match) => match !== null)
  const start = reason ? text.lastIndexOf(reason) : payload ? payload.index + payload[0].length : text.length
  const until = message.tokens.filter((token) => token.start < start).length
  if (payload) take(message, { from: until, to: message.tokens.length })
  if (reason) take(message, { from: until, to: message.tokens.length })
  for (const status of found) take(message, status)
  const filter = readReviewFilter(message, vocabulary)
  const which = reference ? undefined : readWhich(message, change !== undefined, ORDERS.test(text))
  const target: Target = { ...(reference && { reference }), ...(which && { which }) }
  for (const status of found.filter((one) => one !== change && one.from < until)) {
    if (status.denied) filter.notStatus = status.id
    else if (isGroup(message, status) || !(change || target.which)) filter.status = status.id
  }
  if (says(wordsFrom(message, 0), 'nobodyDealtWith')) filter.status ??= FIRST_STATUS
  placeName(message, filter, target, until, change !== undefined)
  if (change && !target.which && !target.name && !target.reference && Object.keys(filter).length > 0)
    target.which = { text: 'all', kind: 'all' }
  return { filter, target, ...(change && { status: change.id }), ...(reason && { reason }) }
}

/** Whether a message names some of the staff and says no more: "nursery nurses pls". */
export const namesNoMore = (said: string, vocabulary: Places): boolean => {
  const message = readMessage(said.slice(0, 200))
  readReviewFilter(message, vocabulary)
  const read = message.tokens.every(({ key }, i) => message.taken[i] || isOneOf(key, 'saysNoMore'))
  return read && !said.includes('?')
}

/** What a note, a hold or an assignment says stands behind these, and names nobody on the list. */
const PAYLOADS = [
  /\b(?:assign|give)\b.*\bto (?=\S)/i,
  /\bnotes?\b(?: (?:to|on|for|about) [^:,–-]{1,40})?\s*(?:[:,–]|\s-)\s*/i,
  /\bnotes? (?:to|on|for|about) (?:this(?: one)?|that(?: one)?|it|her|him|number \d{1,2}|\d{1,2}|ap-\S+)\s/i,
  /\bon hold\b\W*(?=\S)|\ba hold on (?:this|that|it|her|him)\b\W*(?=\S)/i,
]

/** Orders in which a bare digit is a place on the list, and "them" those shown. */
const ORDERS = /\b(?:open|hold|note|assign|undo|turn|release|number|meant|wrong one|same|and \d)\b/i

/** A person named is the target of a change, and what a list is searched for otherwise. */
function placeName(message: Message, filter: ReviewFilter, target: Target, until: number, changing: boolean): void {
  const [name, ...others] = target.reference ? [] : readTargetNames(message, until)
  if (name === undefined) return
  const at = message.tokens.findIndex(
    (token) => name.startsWith(token.text) && message.text.slice(token.start).startsWith(name),
  )
  const before = joined(message, { from: 0, to: Math.max(0, at) })
  if (/\bassigned to$/.test(before)) filter.assignedTo = name
  else if (changing || asksChange(message) || /\b(note|assign|stage)\b/.test(wordsFrom(message, 0))) {
    target.name = name
    if (others.length > 0) target.names = [name, ...others]
    if (target.which?.kind === 'shown') delete target.which
  } else if (endsWith(before, 'looksFor') || /^\p{Lu}/u.test(name) || name === message.text.trim())
    filter.name = /\bany$/.test(before) ? name.replace(/s$/, '') : name
}

/** Whether a status says whom a change is for: "move the new ones to reviewed". */
const isGroup = (message: Message, { from, to }: Span): boolean =>
  /\b(the|all|those|every|any)$/.test(wordsBefore(message, from, 2)) ||
  /^(ones|people|interests)$/.test(keyAt(message, to))
