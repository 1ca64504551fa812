import { anyOf, placeIn } from './phrases.ts'

const numberWord = placeIn('numbers')
const ordinalWord = placeIn('ordinals')

/** A number in a pattern, in digits or as a word. */
export const NUMBER = `\\d{1,3}|${anyOf('numbers')}`

/** A whole number up to 999, in digits or as a word. */
export const numberOf = (word: string): number | undefined => {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const number = numberWord(word)
  return number < 0 ? undefined : number
}

/** The place that a word names, from 1: "third", "3rd". */
export const ordinalOf = (word: string): number | undefined => {
  if (/^\d{1,2}(st|nd|rd|th)$/.test(word)) return Number.parseInt(word, 10)
  const place = ordinalWord(word)
  return place < 0 ? undefined : place + 1
}
