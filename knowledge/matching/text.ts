import type { Language } from '../content/schema.ts'

/** Text as the matching sees it: lower case, no punctuation, each word or number a token. */
export const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(\w)'(\w)/g, '$1$2')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Rewrites a message into the terms of the programme: `b3` becomes `band 3`, `uni` becomes `university`. */
export type Normalise = (text: string) => string

/**
 * Builds the normaliser for a language of the place. Longest variant first, left to right, never inside a word.
 * @param language terms and the ways in which people write them
 */
export function normaliser(language: Language): Normalise {
  const variants = new Map<string, string[]>()
  for (const { term, variants: ways } of language.terms)
    for (const way of ways) variants.set(tokens(way).join(' '), tokens(term))
  const longest = Math.max(1, ...[...variants.keys()].map((way) => way.split(' ').length))
  return (text) => {
    const words = tokens(text)
    const out: string[] = []
    for (let i = 0; i < words.length; ) {
      let taken = 0
      for (let n = Math.min(longest, words.length - i); n > 0 && taken === 0; n--) {
        const term = variants.get(words.slice(i, i + n).join(' '))
        if (!term) continue
        out.push(...term)
        taken = n
      }
      if (taken === 0) out.push(words[i] ?? '')
      i += Math.max(1, taken)
    }
    return out.join(' ')
  }
}
