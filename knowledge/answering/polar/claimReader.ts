import type { Claim } from '../../content/claims.ts'
import { stem } from '../../matching/stem.ts'
import { tokens } from '../../matching/text.ts'
import { isOneOf, words as listOf, placeIn } from '../../reading/phrases.ts'
import { phraseSpotter } from '../subjects/phraseSpotter.ts'
import { dateIn, dateOf, numbersIn, wholeOf } from './numbersIn.ts'

/** What of a claim a piece of a message says, and nothing else. */
export interface Said {
  /** Its numbers; those of another unit of time are turned into the claim's. */
  numbers: readonly number[]
  /** Places of the claim's list of values that are named, and how many of its other names. */
  mine: readonly number[]
  others: number
  date?: ReturnType<typeof dateIn>
  /** A number that counts in order, such as the third. */
  ordinal?: number
  /** A comparison with its number: more than, less than. */
  compares?: 'more' | 'less'
  quantifier?: 'all' | 'some'
  only: boolean
  /** Whether its number is somebody's age. */
  aged: boolean
  named: boolean
  within: number
  wider: number
}

const LIGHT = listOf('polarLight')
const QUANTIFIERS = { all: listOf('allOf'), some: listOf('someOf'), only: listOf('onlyOf') }
const COMPARES = { more: listOf('moreThan'), less: listOf('lessThan') }
const ordinalAt = placeIn('ordinals')
const PER: Readonly<Record<string, string>> = {
  weekly: 'week',
  daily: 'day',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
}
const MONTHS: Readonly<Record<string, number>> = { year: 12, month: 1, week: 12 / 52 }
const TIMES = new Set(['year', 'month', 'week', 'day', 'hour'])

const stemsOf = (text: string): string[] => tokens(text).map(stem)
const waysOf = (value: string | number): string[] => String(value).split('|')

/** The values of a claim as a list. */
export const valuesOf = ({ is }: Claim): readonly (string | number)[] =>
  Array.isArray(is) ? is : typeof is === 'boolean' ? [] : [is]

/**
 * Makes the reader of one claim.
 * @param rewrite replaces the variants of the trust's terms, as in the messages
 * @returns words of a message → what they say of the claim; undefined when they say anything else too, or name no subject of it
 */
export function claimReader(
  claim: Claim,
  rewrite: (text: string) => string,
): (words: readonly string[]) => Said | undefined {
  const values = valuesOf(claim)
  const names = values.filter((value) => typeof value === 'string' && !dateOf(value)) as string[]
  const isDate = values.some((value) => typeof value === 'string' && dateOf(value) !== undefined)
  const isNumber = values.some((value) => typeof value === 'number')
  const phrases = (list: readonly string[]): string[] => list.flatMap(waysOf).map(rewrite)
  const spot = phraseSpotter(
    [
      ...names.map((name, i) => ({ id: `mine ${i}`, phrases: phrases([name]) })),
      { id: 'others', phrases: phrases(claim.others) },
      { id: 'within', phrases: phrases(claim.within ?? []) },
      { id: 'wider', phrases: phrases(claim.wider) },
    ],
    new Set(LIGHT),
  )
  const named = claim.named.map((phrase) => stemsOf(rewrite(phrase)).filter((one) => !LIGHT.has(one)))
  const units = new Set((claim.unit ?? '').split('|').filter(Boolean).map(stem))
  const known = new Set([...named.flat(), ...claim.words.flatMap((text) => stemsOf(rewrite(text))), ...units])

  return (words) => {
    const stems = words.map(stem)
    const taken = new Set<number>()
    const take = (at: readonly number[]): void => at.forEach((one) => void taken.add(one))
    const found = spot(words.map((word, i) => ({ stem: stems[i] ?? '', says: !LIGHT.has(word) })))
    for (const { at } of found) take(at)
    const said: Said = {
      numbers: [],
      mine: [],
      others: 0,
      only: false,
      aged: stems.includes('old'),
      named: false,
      within: 0,
      wider: 0,
    }
    said.mine = [...new Set(found.flatMap(({ id }) => (id.startsWith('mine ') ? [Number(id.slice(5))] : [])))]
    for (const kind of ['others', 'within', 'wider'] as const) said[kind] = found.filter(({ id }) => id === kind).length
    said.named = named.length === 0 || named.some((phrase) => phrase.every((one) => stems.includes(one)))
    if (isDate) {
      said.date = dateIn(words)
      take(said.date?.at ?? [])
    }
    if (isNumber && !readNumbers()) return undefined
    for (const [i, word] of words.entries()) {
      if (taken.has(i)) continue
      if (QUANTIFIERS.only.has(word)) said.only = true
      else if (claim.within && QUANTIFIERS.all.has(word)) said.quantifier = 'all'
      else if (claim.within && QUANTIFIERS.some.has(word)) said.quantifier = 'some'
      else if (isNumber && COMPARES.more.has(word)) said.compares = 'more'
      else if (isNumber && COMPARES.less.has(word)) said.compares = 'less'
      else if (!LIGHT.has(word) && !known.has(stems[i] ?? '')) return undefined
    }
    return said.named ? said : undefined

    /** Whether a number after this word tells which one it is: "phase one". A band is told so, and counts. */
    function isNumbered(word: string): boolean {
      return units.has(word) && !isOneOf(word, 'bandLabels')
    }

    /** Whether this is "one" for a thing: it counts only before a unit or a place. */
    function isPronoun(i: number): boolean {
      const after = stems.slice(i + 1, i + 4)
      return (
        words[i] === 'one' &&
        !after.some((one) => units.has(one) || TIMES.has(one)) &&
        !/^(at|in|or)$/.test(after[0] ?? '')
      )
    }

    /** Whether the number before this place counts the unit, or stands alone: "seven of the trusts", "two at work". */
    function countsUnit(next: number): boolean {
      if (units.size === 0) return true
      if (values.length > 1 && !claim.range) return stems.some((one) => units.has(one))
      const after = words[next]
      const alone =
        after === undefined || LIGHT.has(after) || wholeOf(after) !== undefined || units.has(stems[next - 2] ?? '')
      return alone || stems.slice(next, next + 3).some((one) => units.has(one))
    }

    /** Reads the numbers that count the claim's unit, or none; false when one counts something else. */
    function readNumbers(): boolean {
      const rates = words.flatMap((word, i) => {
        const rate = /^(a|per|each|every|one)$/.test(words[i - 1] ?? '') ? stems[i] : PER[word]
        const isRate = rate && TIMES.has(rate) && (PER[word] || i > 1) && rate === (claim.per ?? rate) && claim.per
        return isRate ? [PER[word] ? [i] : [i - 1, i]] : []
      })
      for (const at of rates) take(at)
      const numbers: number[] = []
      for (const { n, at } of numbersIn(words)) {
        if (at.some((one) => taken.has(one)) || isPronoun(at[0] ?? 0)) continue
        const next = (at.at(-1) ?? 0) + 1
        const unit = stems[next] ?? ''
        const year = stem('year')
        if (TIMES.has(unit) && !units.has(unit)) {
          if (!units.has(year) || claim.range || MONTHS[unit] === undefined) return false
          take([...at, next])
          numbers.push((n * (MONTHS[unit] ?? 0)) / 12)
        } else if (values.length === 1 && isNumbered(words[next - 2] ?? '')) {
          said.ordinal = n
          take([...at, next - 2])
        } else if (countsUnit(next)) {
          take(at)
          numbers.push(n)
        } else return false
      }
      for (const [i, word] of words.entries()) {
        const unit = stems[i + 1] ?? ''
        if (!units.has(unit) || taken.has(i)) continue
        const place = ordinalAt(word) + 1 || (/^\d+(st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) : 0)
        if (place > 0) said.ordinal = place
        else if (QUANTIFIERS.all.has(word) && TIMES.has(unit)) numbers.push(Number.POSITIVE_INFINITY)
        else if (/^an?$/.test(word)) numbers.push(1)
        else continue
        take([i, i + 1])
      }
      said.numbers = numbers
      return true
    }
  }
}
