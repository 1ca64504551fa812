import { numberOf } from './numbers.ts'
import { endsWith, isOneOf } from './phrases.ts'
import { findEach, joined, joins, keyAt, type Message, type Span, wordsBefore } from './tokens.ts'
import { likeness } from './wordKinds.ts'

export const BANDS = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const

const digitsOf = (word: string): string => (/^\d/.test(word) ? word : String(numberOf(word) ?? word))

/** The band in what a person typed ("Band 3", "b3", "three", "8A"), as it is compared with BANDS. */
export const bandText = (typed: string): string =>
  digitsOf(
    typed
      .trim()
      .toLowerCase()
      .replace(/^(afc\s*)?(band|b)\s*/, '')
      .replace(/\s+/g, ''),
  )

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
const GLUED = /^(?:bands?|bnd|b|bd)-?(\d{1,3})([a-z]?)$/

export interface BandFound extends Span {
  /** '3' or '8a' when there is such a band; else as said. */
  band: string
  valid: boolean
  /** A number alone, without the word band. */
  bare: boolean
}

/** A number as a band is written: '3', '8a', '3.5'; where words count, 'three' or 'iii' too. */
function bandNumber(key: string, asWord: boolean): string | undefined {
  if (/^(\d+\.\d+|\d{1,3}[a-z]?)$/.test(key)) return key
  if (!asWord) return undefined
  const roman = ROMAN.indexOf(key)
  return numberOf(key)?.toString() ?? (roman > 1 ? String(roman) : undefined)
}

const isBand = (band: string): boolean => band === '8' || (BANDS as readonly string[]).includes(band)

function bandAt(message: Message, i: number): BandFound | undefined {
  const key = keyAt(message, i).replace(/s$/, '')
  const found = (to: number, number: string, bare: boolean): BandFound => {
    const part = number === '8' && joins(message, to) ? keyAt(message, to) : ''
    const parted = /^[b-d]$/.test(part) || (part === 'a' && !/^\p{L}{2,}$/u.test(keyAt(message, to + 1)))
    const band = parted ? number + part : number
    return { from: i, to: parted ? to + 1 : to, band, valid: isBand(band), bare }
  }
  const glued = GLUED.exec(key)
  if (glued) {
    const before = key.startsWith('b4') && isOneOf(keyAt(message, i + 1), 'afterBefore') && joins(message, i + 1)
    return before ? undefined : found(i + 1, `${glued[1]}${glued[2]}`, false)
  }
  if (isOneOf(keyAt(message, i), 'bandLabels') || (key === 'b' && /^\d/.test(keyAt(message, i + 1)))) {
    let next = i + 1
    while (/^(is|a|now|of|afc|band)$/.test(keyAt(message, next)) && next < i + 3) next++
    const number = bandNumber(keyAt(message, next).replace(/(\d)s$/, '$1'), true)
    return number ? found(next + 1, number, false) : undefined
  }
  const decimal = message.tokens[i]?.text.match(/^\d\.\d$/)?.[0]
  const number = bandNumber(decimal ?? keyAt(message, i), false)
  return number ? found(i + 1, number, true) : undefined
}

/** A band in words, as it answers the question for it: "three". */
const bandInWords = (message: Message, i: number): BandFound | undefined => {
  const key = keyAt(message, i)
  const number = /^(one|i|v)$/.test(key) ? undefined : bandNumber(key, true)
  return number ? { from: i, to: i + 1, band: number, valid: isBand(number), bare: true } : undefined
}

/**
 * Every band in a message; bare numbers only where they can be nothing else.
 * @param asking whether the band was just asked for
 * @param beside whether a word belongs to a role or a team, so that a number beside it is a band
 */
export function bandsIn(message: Message, asking: boolean, beside: (at: number) => boolean = () => false): BandFound[] {
  const besides = ({ from, to, valid }: BandFound) =>
    valid && ((joins(message, from) && beside(from - 1)) || (joins(message, to) && beside(to)))
  const found: BandFound[] = []
  for (const one of findEach(message, (i) => bandAt(message, i) ?? (asking ? bandInWords(message, i) : undefined)))
    if (!one.bare || bareFits(message, one, asking || besides(one), found.length > 0)) found.push(one)
  return found
}

function bareFits(message: Message, { from, to, valid }: BandFound, asking: boolean, more: boolean): boolean {
  const next = joins(message, to) ? keyAt(message, to) : ''
  const last = joins(message, from) ? keyAt(message, from - 1) : ''
  const denied = last === 'no' && from === 1
  if (isOneOf(next, 'counted')) return false
  if (isOneOf(last, 'numbered') && !denied && !(asking && /^(in|of|at|for)$/.test(last))) return false
  if (asking) return true
  if (denied && next === '') return valid
  if (last === '' && next === '' && message.tokens.length > 1) return true
  if (!valid) return false
  // "band 4 not 3", "from 3 to band 4": a number beside a band is one.
  if (more && isOneOf(last, 'correctsBand')) return true
  if (/^(to|be|is|now)$/.test(last) && /\b(band|grade|banding)\b/.test(joined(message, { from: 0, to: from })))
    return true
  const previous = message.tokens[from - 1]
  if (last === 'on' && next !== '') return false
  return last === '' || previous === undefined || likeness(previous) !== 'no' || isOneOf(last, 'beforeBareBand')
}

/** Whether a band is one that the person had or hopes for, so that another one beside it is theirs. */
export const isNotNow = (message: Message, { from }: Span): boolean =>
  endsWith(wordsBefore(message, from, 4), 'notBandNow')

/** Whether a message offers two bands, such as "3 or 4", so that neither can be taken. */
export const undecided = (message: Message, found: readonly BandFound[]): boolean =>
  found.some((one, i) => {
    const last = found[i - 1]
    if (!last || last.band === one.band || keyAt(message, last.from - 1) === 'from') return false
    const between = message.text.slice(message.tokens[last.to - 1]?.end, message.tokens[one.from]?.start)
    return /^\s*(\/|&|or|and|to|maybe|or maybe|-)\s*$/i.test(between)
  })
