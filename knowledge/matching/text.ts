import type { Language } from '../content/schema.ts'

/** Text as words are compared: lower case, no punctuation, each word or number a token. */
export const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(\w)'(\w)/g, '$1$2')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A word as it stands in a text. */
export const WORD = /[\p{L}\p{N}]+(?:(?<=\w)['’‘`´](?=\w)[\p{L}\p{N}]+)*/gu

/** A text as words and runs of characters are compared: its tokens, one space between them. */
export const wordsOf = (text: string): string => tokens(text).join(' ')

/** Rewrites a text: `b3` becomes `band 3`, `uni` becomes `university`. */
export type Normalise = (text: string) => string

/**
 * Builds what brings a text into the terms of the place. Longest variant first, left to right, never inside a word; the
 * rest stays as it was typed.
 * @param language terms and the ways in which people write them
 */
export function inTermsOf({ terms }: Pick<Language, 'terms'>): Normalise {
  const variants = new Map(terms.flatMap(({ term, variants: ways }) => ways.map((way) => [wordsOf(way), term])))
  const longest = Math.max(1, ...[...variants.keys()].map((way) => way.split(' ').length))
  return (typed) => {
    const text = typed.normalize('NFKC')
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ at: index, end: index + word.length, word }))
    const keys = words.map(({ word }) => wordsOf(word))
    let out = ''
    let copied = 0
    for (let i = 0; i < words.length; ) {
      let taken = 1
      for (let n = Math.min(longest, words.length - i); n > 0; n--) {
        const term = variants.get(keys.slice(i, i + n).join(' '))
        if (term === undefined) continue
        out += text.slice(copied, words[i]?.at) + term
        copied = words[i + n - 1]?.end ?? copied
        taken = n
        break
      }
      i += taken
    }
    return out + text.slice(copied)
  }
}

/** The same in tokens, for what compares words alone. */
export function normaliser(language: Pick<Language, 'terms' | 'fillers'>): Normalise {
  const inTerms = inTermsOf(language)
  return (text) => wordsOf(inTerms(text))
}

/** As a careful writer begins a sentence and speaks of himself: what the sentence encoder saw most. */
export const asSentence = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim().replace(/\bi\b/g, 'I')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
