import { joins, type Message, type Span } from './message.ts'
import { isCapital, isGrammar, isLight, likeness, PARTICLES, TITLE_WORDS } from './words.ts'

const MOST = 4

export interface Walk {
  /** Whether a name cannot go on here, such as at a listed place. */
  stops?: (at: number) => boolean
  /** A label such as "my name is" stands before: a common word that is a name too will do. */
  labelled: boolean
}

/**
 * The person's name that begins at a word: two to four words, or one; never across a comma.
 * @returns nothing when the first word is no name
 */
export function personAt(message: Message, from: number, { stops, labelled }: Walk): Span | undefined {
  let to = from
  let certain = 0
  while (to < message.tokens.length && to - from < MOST) {
    const token = message.tokens[to]
    if (!token || message.taken[to] || (to > from && !joins(message, to)) || stops?.(to)) break
    const like = likeness(token)
    const letter = /^\p{L}\.?$/u.test(token.text)
    const titled = to === from && TITLE_WORDS.has(token.key) && joins(message, to + 1)
    const initial =
      letter &&
      (to > from || isCapital(token)) &&
      (isCapital(token) ? token.key !== 'i' || to > from : !isLight(token) && !isGrammar(token))
    const particle = to > from && PARTICLES.has(token.key) && joins(message, to + 1)
    if (like === 'name') certain++
    else if (!titled && !initial && !particle && !fits(message, to, from, like === 'perhaps', labelled)) break
    to++
  }
  const last = message.tokens[to - 1]
  if (to > from && last && certain > 0 && PARTICLES.has(last.key) && likeness(last) === 'no') to--
  return to > from ? { from, to } : undefined
}

/** Whether a word that is common and a name too is one here. */
function fits(message: Message, at: number, from: number, perhaps: boolean, labelled: boolean): boolean {
  if (!perhaps) return false
  const token = message.tokens[at]
  if (!token) return false
  if (at > from) return true
  const next = message.tokens[at + 1]
  if (labelled) return isCapital(token) || (next !== undefined && joins(message, at + 1) && likeness(next) !== 'no')
  return (
    next !== undefined &&
    joins(message, at + 1) &&
    !message.taken[at + 1] &&
    (likeness(next) === 'name' || (isCapital(token) && isCapital(next) && likeness(next) !== 'no'))
  )
}
