import { NUMBER, numberOf } from '../../reading/numbers.ts'

/** How many of a whole are meant. */
interface Amount {
  number: number
  /** What is said of a part that is no whole number, before a sentence; else nothing. */
  between: string
}

const PARTS: readonly [RegExp, number][] = [
  [/\btwo thirds\b/, 2 / 3],
  [/\bthree quarters\b/, 3 / 4],
  [/\bhalf\b/, 1 / 2],
  [/\bthird\b(?! (?:yr|year))/, 1 / 3],
  [/\bquarter\b/, 1 / 4],
  [/\bfifth\b/, 1 / 5],
  [/\btenth\b/, 1 / 10],
]
const ONE_IN = new RegExp(`\\b(${NUMBER}) (?:in|out of|of) (?:every |each )?(${NUMBER})\\b`)
const PERCENT = /\b(\d{1,3}) (?:percent|per cent|pct)\b/
const SOME = new RegExp(
  `(?<!\\b(?:yr|yrs|year|years|band|the|this|that|those|these|other|all|in) )\\b(${NUMBER})\\b(?! ?(?:st|nd|rd|yrs?|years?|months?)\\b)`,
)

const partIn = (text: string): number | undefined => {
  const [, some, every] = ONE_IN.exec(text) ?? []
  if (some && every) return (numberOf(some) ?? 0) / (numberOf(every) || 1)
  const [, percent] = PERCENT.exec(text) ?? []
  return percent ? Number(percent) / 100 : PARTS.find(([pattern]) => pattern.test(text))?.[1]
}

/**
 * How many a text takes out of a whole: "half of them", "a third", "one in four", "20 percent", "2 of them", "none".
 * @param text as a token string
 * @returns nothing when it gives no number
 */
export const amountIn = (text: string, whole: number): Amount | undefined => {
  const part = partIn(text)
  if (part !== undefined) {
    const number = Math.floor(whole * part + 1e-9)
    const exact = Math.abs(whole * part - number) < 1e-6
    return { number, between: exact ? '' : `That part of ${whole} is between ${number} and ${number + 1}. ` }
  }
  if (/\b(none|nobody|no one)\b/.test(text)) return { number: 0, between: '' }
  const number = numberOf(SOME.exec(text)?.[1] ?? '')
  return number === undefined ? undefined : { number, between: '' }
}
