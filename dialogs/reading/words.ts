import { readFileSync } from 'node:fs'
import type { Message, Token } from './message.ts'

/** Zero to twelve, each at its own place. */
export const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words that staff use and that no name begins with, unless also in NAMES_TOO. */
const COMMON = set(readFileSync(new URL('commonWords.txt', import.meta.url), 'utf8'))

/** Common words that are names of people too. */
const NAMES_TOO = set(`
  april august autumn bacon best bill black bolton bradford bridge case cat chance chester child chuck cross crystal day
  derby drew english field flood french gold golden good grant green grey hill hope house hunter jack joy judge june
  kings little lock long love lovely major march mark marks max may miles moss noble north page pain park parker pat
  peg penny pool pounds power price rain read rose salford sharp short sky small snow south star steel stock stone
  storm street summer sunny sue taylor tuck walls ward waters weeks west will winter wise wood worth young
`)

/** Words of grammar and talk: part of no name, however written. */
const GRAMMAR = set(`
  a about actually after all also am an and any anyway are as at be because been before being btw but by can carry cos
  could course did do does doing done down each email every few for from get give go going gonna got had has have he
  hello her here hers hey hi him his hiya how i id ill im in interest interested into is isnt it its ive just know let
  like lol manager may me might more my name no nope not now of off ok okay on one only or our out please pls
  put register role same say she should so sorry still sure than thank thanks that thats the their them then there these
  they thing this those though to too under until up us very wanna want was we well were what whats when where which
  while who whos why will with wont would yeah yep yes you your youre
`)

/** Words that may stand around a name in a message that registers somebody, and change nothing. */
const LIGHT = set(`
  a actually add again also alright am an and anyway ap apply as at aye band based btw by can cheers cohort consider
  correct correction could count course degree do down eoi er erm evening express expression fine first for form
  forward from full good grade great haha hello here hey hi hiya i id im in interest interested into is it its ive job
  just keen kindly last later lets like list log lol love mate me morning my myself name named names no note now of off
  oh ok okay on oops our place please plz pls programme put really register registering registration right role sept
  september sign so soon sorry spelled spelt staff start stick submit sure ta team thank thanks that thats the
  then there this thx to too trainee up us very wait want wanna we well with work working would x xx xxx yeah yep yes
  you currently new interst intrest thankyou afternoon perfect brilliant lovely go going gonna surname forename called
  details detail information info mine about today manager boss line role title band grade team service base email mail address cohort intake trust nhs years carry back where were was practitioner assistant degree
`)

/** Small words inside a name: van der Berg, bin Said, de la Cruz. */
export const PARTICLES = set(
  'de der den van von bin binti ibn al el la le du da dos das di del ter ap st mac mc san abu ben',
)

export const TITLE_WORDS = set('mr mrs ms miss dr sister prof sr rev matron')

export const isGrammar = (token: Token): boolean => GRAMMAR.has(token.key)
export const isLight = (token: Token): boolean => LIGHT.has(token.key) || /^(ha)+h?$|^x+$/.test(token.key)
export const isLightAt = (message: Message, at: number): boolean => {
  const token = message.tokens[at]
  return token !== undefined && isLight(token)
}
export const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)
export const isCapitalAt = (message: Message, at: number): boolean => {
  const token = message.tokens[at]
  return token !== undefined && isCapital(token)
}
const isUnlike = (token: Token): boolean => /\p{N}/u.test(token.key)

/** Whether a token's word, or the word that it was made from, is an ordinary one. */
const isOrdinary = (key: string): boolean => {
  if (COMMON.has(key)) return true
  const stem = /^(.{4,}?)(s|d|ed|ing|ly|ings|er)$/.exec(key)?.[1]
  return stem !== undefined && stem.length >= 5 && (COMMON.has(stem) || COMMON.has(`${stem}e`))
}

export type Likeness = 'name' | 'perhaps' | 'no'

/** How far a word alone can be a person's name. */
export const likeness = (token: Token): Likeness => {
  if (isUnlike(token) || /^\p{Ll}$/u.test(token.text)) return 'no'
  if (NAMES_TOO.has(token.key)) return 'perhaps'
  if (GRAMMAR.has(token.key) || isSlip(token)) return 'no'
  if (!/^\p{L}[\p{L}\p{M}.'-]*$/u.test(token.text.normalize('NFC')) && !/\p{L}/u.test(token.text)) return 'no'
  if (COMMON.has(token.key) || (!isCapital(token) && isOrdinary(token.key))) {
    if (/['-]/.test(token.text) && isCapital(token) && !/'(s|m|d|ll|re|ve|t)$/i.test(token.text)) return 'name'
    return isCapital(token) && !token.opens && !LIGHT.has(token.key) ? 'perhaps' : 'no'
  }
  return 'name'
}

const SLIPPED = [...LIGHT].filter((word) => word.length >= 6)

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
