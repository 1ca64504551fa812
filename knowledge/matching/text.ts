import type { Language } from '../content/language.ts'

/** The tokens of a text: its words and numbers in lower case, without punctuation. */
export const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(\w)'(\w)/g, '$1$2')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A word as it stands in a text, before it is normalised. */
export const WORD = /[\p{L}\p{N}]+(?:(?<=\w)['’‘`´](?=\w)[\p{L}\p{N}]+)*/gu

/** The tokens of a text with one space between them: the normal form for comparing words and character n-grams. */
export const tokenString = (text: string): string => tokens(text).join(' ')

/** Rewrites a text: `b3` becomes `band 3`, `uni` becomes `university`. */
export type Normalise = (text: string) => string

/**
 * Replaces the variants of the trust's terms by the terms: longest variant first, left to right, never inside a word. The
 * rest stays as it was typed.
 */
export function termNormaliser({ terms }: Pick<Language, 'terms'>): Normalise {
  const variants = new Map(terms.flatMap(({ term, variants: ways }) => ways.map((way) => [tokenString(way), term])))
  const longest = Math.max(1, ...[...variants.keys()].map((way) => way.split(' ').length))
  return (typed) => {
    const text = typed.normalize('NFKC')
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ at: index, end: index + word.length, word }))
    const keys = words.map(({ word }) => tokenString(word))
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

/** The same, as a token string: for comparing words alone. */
export function tokenNormaliser(language: Pick<Language, 'terms'>): Normalise {
  const replaceVariants = termNormaliser(language)
  return (text) => tokenString(replaceVariants(text))
}

/** A text with its first letter and "I" in capitals, as in most text that the sentence encoder was trained on. */
export const sentenceCased = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim().replace(/\bi\b/g, 'I')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
