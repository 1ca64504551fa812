import { words } from './phrases.ts'
import type { Message, Token } from './tokens.ts'

const COMMON = words('common')
const NAMES_TOO = words('namesToo')
const GRAMMAR = words('grammar')
const LIGHT = words('light')
const SLIPPED = [...LIGHT].filter((word) => word.length >= 6)

/** Whether a word is one of grammar and talk: part of no name, however written. */
export const isGrammar = (token: Token): boolean => GRAMMAR.has(token.key)
/** Whether a word may stand around a name in a message that registers somebody, and changes nothing. */
export const isLight = (token: Token): boolean => LIGHT.has(token.key) || /^(ha)+h?$|^x+$/.test(token.key)
export const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

const isAt =
  (is: (token: Token) => boolean) =>
  (message: Message, at: number): boolean => {
    const token = message.tokens[at]
    return token !== undefined && is(token)
  }
export const isLightAt = isAt(isLight)
export const isCapitalAt = isAt(isCapital)

/** Whether a token's word, or the word that it was made from, is an ordinary one. */
const isOrdinary = (key: string): boolean => {
  if (COMMON.has(key)) return true
  const stem = /^(.{4,}?)(s|d|ed|ing|ly|ings|er)$/.exec(key)?.[1]
  return stem !== undefined && stem.length >= 5 && (COMMON.has(stem) || COMMON.has(`${stem}e`))
}

export type Likeness = 'name' | 'perhaps' | 'no'

/** How far a word alone can be a person's name. */
export const likeness = (token: Token): Likeness => {
  const { key, text } = token
  if (!/\p{L}/u.test(key) || /\p{N}/u.test(key) || /^\p{Ll}$/u.test(text)) return 'no'
  if (NAMES_TOO.has(key)) return 'perhaps'
  if (GRAMMAR.has(key) || isSlip(token)) return 'no'
  if (!COMMON.has(key) && (isCapital(token) || !isOrdinary(key))) return 'name'
  if (/['-]/.test(text) && isCapital(token) && !/'(s|m|d|ll|re|ve|t)$/i.test(text)) return 'name'
  return isCapital(token) && !token.opens && !LIGHT.has(key) ? 'perhaps' : 'no'
}

/** Whether a word in lower case is a slip of one that often stands in such a message: "regsiter". */
const isSlip = (token: Token): boolean =>
  token.key.length >= 6 && !isCapital(token) && SLIPPED.some((word) => word !== token.key && oneSlip(word, token.key))

/** Whether two words differ by one letter left out, put in, changed, or by two that changed places. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i)
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1)
  return (
    a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
  )
}
