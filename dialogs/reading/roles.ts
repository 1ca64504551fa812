import type { Places, RoleWays } from '../../knowledge/content/places.ts'
import { endsWith, isOneOf } from './phrases.ts'
import { joins, keyAt, type Message, readMessage, type Span, wordsBefore } from './tokens.ts'
import { findAt, nearAt, type Vocabulary, vocabularyOf } from './vocabulary.ts'
import { isCapital, isGrammar, isLight } from './wordKinds.ts'

export interface RoleFound extends Span {
  /** The listed role; none for one that only its last word tells. */
  item?: RoleWays
  plural: boolean
  /** The words before it say that the person is one, or that it is their job. */
  own: boolean
}

/** Takes in what may stand before a job: "senior", "community", "bank". */
function widen(message: Message, { from, to }: Span, vocabulary: Vocabulary): Span {
  for (const at of joins(message, from) ? [from - 2, from - 1] : []) {
    const found = at < 0 ? undefined : findAt(vocabulary.qualifiers, message, at)
    if (found?.to === from) return widen(message, { from: at, to }, vocabulary)
  }
  return { from, to }
}

/** A job that is not listed, told by its last word: "dietetic assistant", "a trainee nurse", "im a nurse". */
function unlisted(message: Message, at: number, vocabulary: Vocabulary): Span | undefined {
  const head = message.tokens[at]
  if (!head || !vocabulary.roleWords.has(head.key.replace(/s$/, ''))) return undefined
  const wide = widen(message, { from: at, to: at + 1 }, vocabulary)
  if (wide.from < at || endsWith(wordsBefore(message, at), 'unlistedOwnRole')) return wide
  const before = message.tokens[at - 1]
  if (!joins(message, at) || !before || message.taken[at - 1] || isLight(before) || isGrammar(before)) return undefined
  if (/\d/.test(before.key) || isOneOf(before.key, 'noKindOfRole')) return undefined
  // "Danielle Harte nurse": a surname and a job, not a kind of nurse.
  return isCapital(before) && !isCapital(head) ? undefined : { from: at - 1, to: at + 1 }
}

/** Every job in a message, in its order, listed, perhaps misspelt, or told by its last word. */
export function rolesIn(message: Message, vocabulary: Vocabulary): RoleFound[] {
  const found: RoleFound[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const listed = findAt(vocabulary.roles, message, i) ?? nearAt(vocabulary.roles, message, i)
    const span = listed ?? unlisted(message, i, vocabulary)
    if (!span) continue
    const wide = widen(message, span, vocabulary)
    // "NN" said in passing within a longer, listed role has been found as that already.
    const last = found.at(-1)
    if (last && wide.from < last.to) {
      last.to = Math.max(last.to, wide.to)
      i = last.to - 1
      continue
    }
    const words = wordsBefore(message, wide.from, 5)
    const own = endsWith(words, 'ownRole') && !endsWith(words, 'wantedAsRole')
    found.push({ ...wide, item: listed?.item, plural: listed?.plural ?? false, own })
    i = wide.to - 1
  }
  return found
}

/** Whether a job in a message of one's own can be the person's: not one that they want, work with, or speak of. */
export function isOwnRole(message: Message, role: RoleFound, asking: boolean): boolean {
  const next = keyAt(message, role.to)
  if (role.own) return !/^(programme|program|course|degree|thing|scheme)$/.test(next)
  if (asking) return true
  const words = wordsBefore(message, role.from, 5)
  if (endsWith(words, 'wantedRole')) return false
  if (!role.item?.programme && !role.item?.name.includes('assistant practitioner')) return !role.plural
  return !isOneOf(next, 'afterProgramme') && !/\b(the|an?|this|that|in|on)$/.test(words) && words !== ''
}

/** The vocabulary's name for the role that a text names, so that HCA and health care assistant are one. */
export const canonicalRole = (text: string, places: Places): string | undefined =>
  rolesIn(readMessage(text), vocabularyOf(places)).find((role) => role.item)?.item?.name
