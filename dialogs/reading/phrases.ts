import { english } from '../../knowledge/content/english.ts'

const listed = (name: string): readonly string[] => {
  const list = english[name]
  if (!list) throw new Error(`knowledge/english.yaml has no list named ${name}`)
  return list
}

/** The words of a list that has no patterns. */
export const words = (list: string): ReadonlySet<string> => new Set(listed(list))

/** The pattern of one phrase: see the head of knowledge/english.yaml. */
const patternOf = (phrase: string): string =>
  phrase
    .replace(/<(\w+)>/g, (_, list: string) => anyOf(list))
    .replace(/\((?!\?)/g, '(?:')
    .replace(/(?<=\w)\*/g, '\\w*')
    .replace(/(?<![\w\\])_(?!\w)/g, '\\w+')
    .replace(/ \.\. /g, '\\b.*\\b')

/** Any phrase of a list, as a part of a longer pattern. */
export const anyOf = (list: string): string => `(?:${listed(list).map(patternOf).join('|')})`

/** Any phrase of a list, as words of their own. */
export const says = (list: string): RegExp => new RegExp(`\\b${anyOf(list)}\\b`)
/** Any phrase of a list as the whole of a text. */
export const isOne = (list: string): RegExp => new RegExp(`^${anyOf(list)}$`)
export const begins = (list: string): RegExp => new RegExp(`^${anyOf(list)}\\b`)
export const ends = (list: string): RegExp => new RegExp(`\\b${anyOf(list)}$`)

/** The place in a list of the phrase that a word is, from 0; -1 when it is none. */
export const placeIn = (list: string): ((word: string) => number) => {
  const patterns = listed(list).map((phrase) => new RegExp(`^(?:${patternOf(phrase)})$`))
  return (word) => patterns.findIndex((pattern) => pattern.test(word))
}

const compiled = new Map<string, RegExp>()

/** Whether a normalised text says any phrase of a list. */
export function mentions(text: string, list: string): boolean {
  const pattern = compiled.get(list) ?? says(list)
  compiled.set(list, pattern)
  return pattern.test(text)
}
