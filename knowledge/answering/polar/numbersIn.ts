import { placeIn } from '../../reading/phrases.ts'

const smallAt = placeIn('numbers')
const teenAt = placeIn('teens')
const tenAt = placeIn('tens')
const monthAt = placeIn('months')
const seasonAt = placeIn('seasons')
const isPart = placeIn('partsOfYear')

/** A number in a message. */
export interface NumberSaid {
  n: number
  /** The places of its words. */
  at: readonly number[]
}

/** What a date says, as far as it says it. */
export interface DateSaid {
  year?: number
  month?: number
  season?: number
  part?: number
  day?: number
  at: readonly number[]
}

/** The number that one word is: 12, twelve, thirty. */
export const wholeOf = (word: string): number | undefined => {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const [small, teen, ten] = [smallAt(word), teenAt(word), tenAt(word)]
  return small >= 0 ? small : teen >= 0 ? 13 + teen : ten >= 0 ? 20 + 10 * ten : undefined
}

/** What "one" follows where it counts nothing: "the one", "which one". */
const NO_COUNT = /^(the|this|that|which|any|no|other|last|good|each|every)$/

/** The numbers of a message, in digits or in words, with halves: "thirty one", "two and a half". A year is none. */
export function numbersIn(words: readonly string[]): NumberSaid[] {
  const found: NumberSaid[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const first = word === 'one' && NO_COUNT.test(words[i - 1] ?? '') ? undefined : wholeOf(word)
    if (first === undefined) continue
    const at = [i]
    let n = first
    const next = tenAt(word) >= 0 ? wholeOf(words[i + 1] ?? '') : undefined
    if (next !== undefined && next < 10) {
      n += next
      at.push(i + 1)
    }
    const end = at.at(-1) ?? i
    if (words.slice(end + 1, end + 4).join(' ') === 'and a half') {
      n += 0.5
      at.push(end + 1, end + 2, end + 3)
    }
    found.push({ n, at })
    i = at.at(-1) ?? i
  }
  return found
}

/** The date of a message, when it names a year, a month, a season or a part of a year: "early 2014", "autumn". */
export function dateIn(words: readonly string[]): DateSaid | undefined {
  const date: DateSaid = { at: [] }
  const at: number[] = []
  for (const [i, word] of words.entries()) {
    const beside = [words[i - 1], words[i + 1]].some((other) => /^\d/.test(other ?? ''))
    const month = monthAt(word)
    if (/^(19|20)\d\d$/.test(word)) {
      if (date.year !== undefined) return undefined
      date.year = Number(word)
    } else if (month >= 0 && (word !== 'may' || beside)) date.month = month + 1
    else if (seasonAt(word) >= 0) date.season = seasonAt(word)
    else if (isPart(word) >= 0) date.part = isPart(word)
    else if (
      /^\d{1,2}(st|nd|rd|th)?$/.test(word) &&
      [words[i - 1], words[i + 1], words[i + 2]].some((other) => monthAt(other ?? '') >= 0)
    )
      date.day = Number.parseInt(word, 10)
    else continue
    at.push(i)
  }
  return (date.year ?? date.month ?? date.season) ? { ...date, at } : undefined
}

/** A date of the content: 2014, 2014-09, 2014-01-08, 2014-autumn, 2014-early. */
export function dateOf(text: string): DateSaid | undefined {
  const [, year, second, day] = /^(\d{4})(?:-([a-z]+|\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  if (!year) return undefined
  return {
    year: Number(year),
    ...(second &&
      (/\d/.test(second)
        ? { month: Number(second) }
        : seasonAt(second) >= 0
          ? { season: seasonAt(second) }
          : { part: isPart(second) })),
    ...(day && { day: Number(day) }),
    at: [],
  }
}
