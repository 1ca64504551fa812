import { readReference } from '../../interest/reference.ts'
import { numberOf, ordinalOf } from '../../reading/numbers.ts'
import { personAt } from '../../reading/person.ts'
import { joined, keyAt, type Message, type Span, spanText, take } from '../../reading/tokens.ts'
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

const count = (word: string): number | undefined => (word === 'couple' ? 2 : numberOf(word) || undefined)

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

const EVERY = /^(all|every|everyone|everybody|everything|lot)$/
const SHOWN = /^(them|these|those|it|her|him|this|that|she|he|they)$/

/** "first three", "the second one", "number 3", "1 2 and 4", "all of them", "the rest", "her". */
export function readWhich(message: Message, changing: boolean): Which | undefined {
  const keys = message.tokens.map((token) => token.key)
  const free = (i: number) => message.taken[i] === false
  const made = (from: number, to: number, which: Omit<Which, 'text'>): Which => {
    take(message, { from, to })
    return { text: spanText(message, { from, to }), ...which }
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? ''
    if (!free(i)) continue
    const end = /^(first|top|next)$/.test(key) ? 'first' : /^(last|bottom)$/.test(key) ? 'last' : undefined
    const many = count(keys[i + 1] ?? '')
    if (end && many !== undefined && many > 1 && free(i + 1) && !/^(days?|weeks?|months?)$/.test(keys[i + 2] ?? ''))
      return made(i, i + 2, { kind: end, count: many })
    if (end === 'last' && (changing || keys[i + 1] === 'one')) return made(i, i + 1, { kind: 'last', count: 1 })
    const place = ordinalOf(key)
    const one = keys[i + 1] === 'one' || /^(the|open|show|view)$/.test(keys[i - 1] ?? '')
    if (place !== undefined && (changing || one) && !/^(newest|oldest|latest|name)$/.test(keys[i - 1] ?? ''))
      return numbers(message, i, [place], ordinalOf, made)
    const number = /^(number|no|nos|numbers|num)$/.test(key) ? count(keys[i + 1] ?? '') : undefined
    if (number !== undefined && free(i + 1)) return numbers(message, i + 1, [number], count, made, i)
    if (
      changing &&
      /^\d{1,2}$/.test(key) &&
      (i === 0 || /^(mark|set|and|close|shortlist|move|update|done|contacted)$/.test(keys[i - 1] ?? ''))
    )
      return numbers(message, i, [Number(key)], count, made)
  }
  if (!changing) return undefined
  const at = (pattern: RegExp) => keys.findIndex((key, i) => free(i) && pattern.test(key))
  const rest = at(/^(rest|others|remaining)$/)
  if (rest >= 0) return made(rest, rest + 1, { kind: 'rest' })
  const every = at(EVERY)
  if (every >= 0) return made(every, every + 1, { kind: 'all' })
  const shown = at(SHOWN)
  if (shown >= 0) return made(shown, shown + 1, { kind: 'shown' })
  return undefined
}

/** Goes on over "2 and 4" after the first place. */
function numbers(
  message: Message,
  at: number,
  first: number[],
  read: (word: string) => number | undefined,
  made: (from: number, to: number, which: Omit<Which, 'text'>) => Which,
  from = at,
): Which {
  let to = at + 1
  const all = [...first]
  for (;;) {
    const skip = keyAt(message, to) === 'and' ? 1 : 0
    const next = read(keyAt(message, to + skip))
    if (next === undefined || message.taken[to + skip] !== false) break
    all.push(next)
    to += skip + 1
  }
  return made(from, to, { kind: 'numbers', numbers: all })
}

const VERB =
  /^(please|can|could|you|kindly|ok|right|now|and|then|just|also|sorry|oops|actually|i|ive|we|weve|id|like|have|mark|set|change|update|move|put|flag|tick|make|switch|progress|send|take|record|revert|undo|close|shut|off|down|shortlist|reopen|open|contacted|spoke|spoken|rang|rung|phoned|emailed|dealt|with|to|add|assign|show|find|look|for|up|view|see|a|an|the|note|on|that|status|of|me|done|unshortlist|messaged|texted|pull|bring|get|display|search|any|is|there|name|surname|called|named|only|list|where|whos|who|details|about)$/

/** The people whom a message of HR's names. */
export function readTargetNames(message: Message, until: number): string[] {
  const names: string[] = []
  let from = 0
  while (from < until && (VERB.test(keyAt(message, from)) || message.taken[from])) from++
  for (let i = from; i < until; i++) {
    if (message.taken[i]) continue
    const span = personAt(message, i, { labelled: true, stops: (at) => at >= until || message.taken[at] === true })
    if (!span) continue
    if (fits(message, span)) {
      take(message, span)
      names.push(spanText(message, span).replace(/['’]s$/, ''))
    }
    i = span.to - 1
  }
  return names
}

const fits = (message: Message, span: Span): boolean =>
  message.tokens
    .slice(span.from, span.to)
    .some((token) => likeness(token) === 'name' || (likeness(token) === 'perhaps' && isCapital(token))) &&
  !/^(list|lists|ones)$/.test(joined(message, span))
