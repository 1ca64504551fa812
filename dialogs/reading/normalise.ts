const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\u200D|['’ʼ`]/gu, '')
    .toLowerCase()

/** A message as phrases are looked for in it: lower case, without accents or apostrophes, every other mark a gap. */
export const normalise = (text: string): string =>
  bare(text.slice(0, 2000).replace(/[‘´]/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * A text as its words are searched: normalised, with its symbols. "Siân O'Neill-Ross" becomes "sian oneill ross".
 * Stores keep it: another form needs another `version` of the search terms.
 */
export const fold = (text: string): string =>
  bare(text.slice(0, 400))
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .replace(/[=<>+|~^$`]+/g, ' ')
    .trim()
    .replace(/ +/g, ' ')

/** The words of a text that somebody looks for; each must begin a word of what is found. */
export const searchWords = (text: string): string[] => fold(text).split(' ').filter(Boolean).slice(0, 8)
