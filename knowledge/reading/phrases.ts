import { english } from '../content/english.ts'

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
export const phrase = (list: string): RegExp => new RegExp(`\\b${anyOf(list)}\\b`)

const tester = (patternFor: (anyPhrase: string) => string) => {
  const compiled = new Map<string, RegExp>()
  return (text: string, list: string): boolean => {
    const pattern = compiled.get(list) ?? new RegExp(patternFor(anyOf(list)))
    compiled.set(list, pattern)
    return pattern.test(text)
  }
}

/** Whether a normalised text says any phrase of a list. */
export const says = tester((anyPhrase) => `\\b${anyPhrase}\\b`)
export const beginsWith = tester((anyPhrase) => `^${anyPhrase}\\b`)
export const endsWith = tester((anyPhrase) => `\\b${anyPhrase}$`)
/** Whether a word, or a whole text, is a phrase of a list. */
export const isOneOf = tester((anyPhrase) => `^${anyPhrase}$`)

/** The place in a list of the phrase that a word is, from 0; -1 when it is none. */
export const placeIn = (list: string): ((word: string) => number) => {
  const patterns = listed(list).map((phrase) => new RegExp(`^(?:${patternOf(phrase)})$`))
  return (word) => patterns.findIndex((pattern) => pattern.test(word))
}
