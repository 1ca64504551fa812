import { joined, joins, keyAt, type Message, type Span, wordsBefore } from './message.ts'
import { likeness, NUMBER_WORDS as WORDS } from './words.ts'

export const BANDS = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const

/** The band in what a person typed ("Band 3", "b3", "three", "8A"), as it is compared with BANDS. */
export const bandText = (typed: string): string => {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^(afc\s*)?(band|b)\s*/, '')
    .replace(/\s+/g, '')
  const word = WORDS.indexOf(bare)
  return word < 0 ? bare : String(word)
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
const LEAD = /^(bands?|bnd|bandd|ban|banding|grade|afc|paygrade)$/
const GLUED = /^(?:bands?|bnd|b|bd)-?(\d{1,3})([a-z]?)$/
/** What is counted or numbered, so that a bare number is not a band. */
const UNITS =
  /^(years?|yrs?|months?|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?|times?|kids?|children|of|st|nd|rd|th|am|pm|points?|sites?|teams?|people|patients|nights?|shifts?|percent|miles?|questions?|things?|jobs?|days?|steps?)$/
const NUMBERED =
  /^(ward|room|floor|phase|unit|team|no|number|cohort|step|question|option|level|nvq|site|bay|for|in|at|of|year|sept|september|team|top|first|last|than|within|by|x)$/
/** "b4 i forget": before. */
const BEFORE = /^(i|we|you|u|they|he|she|it|my|the|that|this|lunch|end|work|long|then|anyone|someone|going|starting)$/

export interface BandFound extends Span {
  /** '3' or '8a' when there is such a band; else as said. */
  band: string
  valid: boolean
  /** A number alone, without the word band. */
  bare: boolean
}

/** A number as a band is written: '3', 'three', '8a', 'iii'. */
function numberOf(key: string, words: boolean): string | undefined {
  if (/^\d+\.\d+$/.test(key)) return key
  if (/^\d{1,3}[a-z]?$/.test(key)) return key
  const word = WORDS.indexOf(key)
  if (words && word >= 0) return String(word)
  const roman = ROMAN.indexOf(key)
  return words && roman > 1 ? String(roman) : undefined
}

const isBand = (band: string): boolean => band === '8' || (BANDS as readonly string[]).includes(band)

function at(message: Message, i: number): BandFound | undefined {
  const key = keyAt(message, i).replace(/s$/, '')
  const found = (from: number, to: number, number: string, bare: boolean): BandFound => {
    const part = /^[a-d]$/.exec(keyAt(message, to))?.[0]
    const split = number === '8' && part !== undefined && part !== 'a' && joins(message, to)
    const alone = number === '8' && part === 'a' && joins(message, to) && !/^(\p{L}{2,})$/u.test(keyAt(message, to + 1))
    const band = split || alone ? number + part : number
    return { from, to: split || alone ? to + 1 : to, band, valid: isBand(band), bare }
  }
  const glued = GLUED.exec(key)
  if (glued) {
    const before = key.startsWith('b4') && BEFORE.test(keyAt(message, i + 1)) && joins(message, i + 1)
    return before ? undefined : found(i, i + 1, `${glued[1]}${glued[2]}`, false)
  }
  if (LEAD.test(keyAt(message, i)) || (key === 'b' && /^\d/.test(keyAt(message, i + 1)))) {
    let next = i + 1
    while (/^(is|a|now|of|afc|band)$/.test(keyAt(message, next)) && next < i + 3) next++
    const number = numberOf(keyAt(message, next).replace(/(\d)s$/, '$1'), true)
    return number ? found(i, next + 1, number, false) : undefined
  }
  const decimal = message.tokens[i]?.text.match(/^\d\.\d$/)?.[0]
  const number = numberOf(decimal ?? keyAt(message, i), false)
  return number ? found(i, i + 1, number, true) : undefined
}

/**
 * Every band in a message; bare numbers only where they can be nothing else.
 * @param asking whether the band was just asked for
 * @param beside whether a word belongs to a role or a team, so that a number beside it is a band
 */
export function bandsIn(message: Message, asking: boolean, beside: (at: number) => boolean = () => false): BandFound[] {
  const found: BandFound[] = []
  const besides = ({ from, to, valid }: BandFound) =>
    valid && ((joins(message, from) && beside(from - 1)) || (joins(message, to) && beside(to)))
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const here = at(message, i) ?? (asking ? worded(message, i) : undefined)
    if (!here) continue
    if (!here.bare || bareFits(message, here, asking || besides(here), found)) found.push(here)
    i = Math.max(i, here.to - 1)
  }
  return found
}

const worded = (message: Message, i: number): BandFound | undefined => {
  const key = keyAt(message, i)
  const number = key === 'one' ? undefined : numberOf(key, true)
  return number && !/^(i|v)$/.test(key)
    ? { from: i, to: i + 1, band: number, valid: isBand(number), bare: true }
    : undefined
}

function bareFits(message: Message, { from, to, valid }: BandFound, asking: boolean, before: BandFound[]): boolean {
  const next = joins(message, to) ? keyAt(message, to) : ''
  const last = joins(message, from) ? keyAt(message, from - 1) : ''
  if (
    UNITS.test(next) ||
    (NUMBERED.test(last) && !(asking && /^(in|of|at|for)$/.test(last)) && !(last === 'no' && from === 1))
  )
    return false
  if (asking) return true
  if (last === 'no' && from === 1 && next === '') return valid
  const alone = last === '' && next === ''
  if (alone && message.tokens.length > 1) return true
  if (!valid) return false
  // "band 4 not 3", "from 3 to band 4": a number beside a band is one.
  if (before.length > 0 && /^(not|from|was|said|put|meant|than|say)$/.test(last)) return true
  if (/^(to|be|is|now)$/.test(last) && /\b(band|grade|banding)\b/.test(joined(message, { from: 0, to: from })))
    return true
  const previous = message.tokens[from - 1]
  if (last === 'on' && next !== '') return false
  if (last === '' || previous === undefined) return true
  return likeness(previous) !== 'no' || /^(a|im|am|its|is|on|not|be|actually|sorry|no|ok|haha|meant|but)$/.test(last)
}

const TO_COME =
  /\b(soon|will be|might be|may be|could be|hoping|hope|want|wanting|going|moving|up|next|become|becoming|for|get|after|was|used to be|were|previously)( to| up| to be| be| for| a| an| on| as| into| get| on a)*$/

/** Whether a band is one that the person had or hopes for, so that another one beside it is theirs. */
export const isNotNow = (message: Message, { from }: Span): boolean => TO_COME.test(wordsBefore(message, from, 4))

/** Whether a message offers two bands, such as "3 or 4", so that neither can be taken. */
export const undecided = (message: Message, found: readonly BandFound[]): boolean =>
  found.some((one, i) => {
    const last = found[i - 1]
    if (!last || last.band === one.band || keyAt(message, last.from - 1) === 'from') return false
    const between = message.text.slice(message.tokens[last.to - 1]?.end, message.tokens[one.from]?.start)
    return /^\s*(\/|&|or|and|to|maybe|or maybe|-)\s*$/i.test(between)
  })
