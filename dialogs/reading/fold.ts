/**
 * A text as its words are searched: lower case, without accents or apostrophes, every other mark a gap.
 * "Siân O'Neill-Ross" becomes "sian oneill ross".
 */
export const fold = (text: string): string =>
  text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}|\u200D|['’ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .replace(/[=<>+|~^$`]+/g, ' ')
    .trim()
    .replace(/ +/g, ' ')

/** The words of a text that somebody looks for; each must begin a word of what is found. */
export const searchWords = (text: string): string[] => fold(text).split(' ').filter(Boolean).slice(0, 8)
