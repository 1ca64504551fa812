import { isOneOf } from './phrases.ts'
import { joins, type Message, type Span } from './tokens.ts'
import { isCapital, isGrammar, isLight, likeness } from './wordKinds.ts'

const MOST = 4

export interface PersonOptions {
  /** Whether a name cannot go on here, such as at a listed place. */
  stops?: (at: number) => boolean
  /** A label such as "my name is" stands before: a common word that is a name too will do. */
  labelled: boolean
}

/**
 * The person's name that begins at a word: two to four words, or one; never across a comma.
 * @returns nothing when the first word is no name
 */
export function personAt(message: Message, from: number, { stops, labelled }: PersonOptions): Span | undefined {
  let to = from
  let certain = false
  while (to < message.tokens.length && to - from < MOST) {
    const token = message.tokens[to]
    if (!token || message.taken[to] || (to > from && !joins(message, to)) || stops?.(to)) break
    const like = likeness(token)
    const first = to === from
    const letter = /^\p{L}\.?$/u.test(token.text)
    const initial = isCapital(token) ? !(first && token.key === 'i') : !first && !isLight(token) && !isGrammar(token)
    const small = isOneOf(token.key, first ? 'titles' : 'nameParticles') && joins(message, to + 1)
    if (like === 'name') certain = true
    else if (!small && !(letter && initial) && !(like === 'perhaps' && (!first || isName(message, from, labelled))))
      break
    to++
  }
  const last = message.tokens[to - 1]
  if (to > from && last && certain && isOneOf(last.key, 'nameParticles') && likeness(last) === 'no') to--
  return to > from ? { from, to } : undefined
}

/** Whether a word that is common and a name too is one here, by the word after it. */
function isName(message: Message, at: number, labelled: boolean): boolean {
  const token = message.tokens[at]
  const next = joins(message, at + 1) ? message.tokens[at + 1] : undefined
  if (labelled && token && isCapital(token)) return true
  if (!token || !next) return false
  const like = likeness(next)
  if (labelled) return like !== 'no'
  return !message.taken[at + 1] && (like === 'name' || (isCapital(token) && isCapital(next) && like !== 'no'))
}
