import { readReference } from '../../interest/reference.ts'
import { fold } from '../../reading/normalise.ts'
import { numberOf, ordinalOf } from '../../reading/numbers.ts'
import { personAt } from '../../reading/person.ts'
import { isOneOf } from '../../reading/phrases.ts'
import { findEach, joined, keyAt, type Message, readMessage, type Span, spanText, take } from '../../reading/tokens.ts'
import { isCapital, likeness } from '../../reading/wordKinds.ts'

/** Which of the interests on the list a message means. */
export interface Which {
  /** As typed. */
  text: string
  kind: 'all' | 'first' | 'last' | 'numbers' | 'rest' | 'shown'
  /** How many, for the first or last. */
  count?: number
  /** Places on the list, from 1. */
  numbers?: number[]
}

export interface Target {
  name?: string
  /** When it names more than one. */
  names?: string[]
  which?: Which
  reference?: string
}

const countOf = (word: string): number | undefined => (word === 'couple' ? 2 : numberOf(word) || undefined)

/** A reference that cannot be one is kept, so that it is looked for in vain rather than passed over. */
const asTyped = (typed: string): string | undefined => {
  const bare = typed.toUpperCase().replace(/[\s-]+/g, '')
  return /^AP/.test(bare) && /\d/.test(bare) ? `AP-${bare.slice(2, 6)}-${bare.slice(6)}` : undefined
}

/** The reference in a message; its words are taken. */
export function readTargetReference(message: Message): string | undefined {
  for (let from = 0; from < message.tokens.length; from++) {
    for (let to = Math.min(from + 3, message.tokens.length); to > from; to--) {
      const typed = spanText(message, { from, to })
      if (!/^[a-z]{2}[ -]?[a-z0-9]{4}[ -]?[a-z0-9]{2}$/i.test(typed) || !/\d|^ap[ -]/i.test(typed)) continue
      const reference = readReference(typed) ?? asTyped(typed)
      if (!reference) continue
      take(message, { from, to })
      return reference
    }
  }
  return undefined
}

/** What follows a number that is no place on the list: "2 weeks", "4 june". */
const isUnit = (word: string): boolean => /^(days?|weeks?|months?|years?|pm|am)$/.test(word) || isOneOf(word, 'months')

/** Words that stand for interests in a change, the surest first. */
const STANDS_FOR = [
  ['rest', 'theRest'],
  ['all', 'everyone'],
  ['shown', 'thoseShown'],
] as const

/** "first three", "the second one", "number 3", "1 2 and 4", "all of them", "the rest", "her". */
export function readWhich(message: Message, changing: boolean, orders = changing): Which | undefined {
  const key = (i: number) => keyAt(message, i)
  const free = (i: number) => message.taken[i] === false
  const made = (from: number, to: number, which: Omit<Which, 'text'>): Which => {
    take(message, { from, to })
    return { text: spanText(message, { from, to }), ...which }
  }
  /** The places from a token on: "2 and 4". */
  const places = (from: number, at: number, read: (word: string) => number | undefined): Which | undefined => {
    const numbers: number[] = []
    let to = at
    for (let next = at; free(next); next = key(to) === 'and' ? to + 1 : to) {
      const number = read(key(next))
      if (number === undefined) break
      numbers.push(number)
      to = next + 1
    }
    return numbers.length > 0 ? made(from, to, { kind: 'numbers', numbers }) : undefined
  }
  for (let i = 0; i < message.tokens.length; i++) {
    if (!free(i)) continue
    const end = /^(first|top|next)$/.test(key(i)) ? 'first' : /^(last|bottom)$/.test(key(i)) ? 'last' : undefined
    const count = free(i + 1) ? (countOf(key(i + 1)) ?? 0) : 0
    if (end && count > 1 && !/^(days?|weeks?|months?)$/.test(key(i + 2))) return made(i, i + 2, { kind: end, count })
    if (end === 'last' && (changing || key(i + 1) === 'one')) return made(i, i + 1, { kind: 'last', count: 1 })
    const pointed = changing || key(i + 1) === 'one' || /^(the|open|show|view)$/.test(key(i - 1))
    const ordinal = pointed && !/^(newest|oldest|latest|name)$/.test(key(i - 1))
    const digits =
      (changing || orders) &&
      /^\d{1,2}$/.test(key(i)) &&
      !isUnit(key(i + 1)) &&
      (i === 0 || isOneOf(key(i - 1), 'beforePlaceOnList'))
    const which =
      (ordinal ? places(i, i, ordinalOf) : undefined) ??
      (/^(number|no|nos|numbers|num)$/.test(key(i)) ? places(i, i + 1, countOf) : undefined) ??
      (digits ? places(i, i, countOf) : undefined)
    if (which) return which
  }
  for (const [kind, list] of changing ? STANDS_FOR : []) {
    const at = message.tokens.findIndex((token, i) => free(i) && isOneOf(token.key, list))
    if (at >= 0) return made(at, at + 1, { kind })
  }
  return undefined
}

/** The people whom a message of HR's names. */
export function readTargetNames(message: Message, until: number): string[] {
  let from = 0
  while (from < until && (isOneOf(keyAt(message, from), 'beforeTargetName') || message.taken[from])) from++
  const stops = (at: number) => at >= until || message.taken[at] === true
  const people = findEach(message, (at) =>
    at < from || at >= until ? undefined : personAt(message, at, { labelled: true, stops }),
  ).filter((span) => isName(message, span))
  for (const span of people) take(message, span)
  return people.map((span) => spanText(message, span).replace(/['’]s$/, ''))
}

const isName = (message: Message, span: Span): boolean =>
  message.tokens
    .slice(span.from, span.to)
    .some((token) => likeness(token) === 'name' || (likeness(token) === 'perhaps' && isCapital(token))) &&
  !/^(list|lists|ones)$/.test(joined(message, span))

/** The runs of words in a message that may be a name, as words that are compared: "ian", "lucy jones". */
export function namesIn(text: string): string[][] {
  const { tokens } = readMessage(text)
  const runs: string[][] = []
  let open = false
  for (const token of tokens) {
    const like = likeness(token)
    const may = like === 'name' || (like === 'perhaps' && isCapital(token))
    const word = fold(token.text.replace(/['’]s?$/, ''))
    if (may && open && !token.breaks) runs.at(-1)?.push(word)
    else if (may) runs.push([word])
    open = may
  }
  return runs
}

/** The name that a message consists of, with nothing else: "jones", "lucy jones?". */
export const nameAlone = (text: string): string | undefined => {
  const [words = [], ...others] = namesIn(text)
  if (isOneOf(words.join(' '), 'noName')) return undefined
  return others.length === 0 && words.length === readMessage(text).tokens.length
    ? words.join(' ') || undefined
    : undefined
}
