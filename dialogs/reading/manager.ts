import { isDenied } from './corrections.ts'
import { alone } from './names.ts'
import { normalise } from './normalise.ts'
import { personAt } from './person.ts'
import { beginsWith, endsWith, says } from './phrases.ts'
import { findEach, joined, joins, keyAt, type Message, type Span, wordsBefore } from './tokens.ts'
import { isCapital, isCapitalAt, likeness } from './wordKinds.ts'
import { opensWith } from './yesNo.ts'

/** "under 25", "under review" are no managers, nor is a word that is common beside the label. */
const plausible = (message: Message, span: Span, label: string): boolean => {
  const first = message.tokens[span.from]
  if (!first || span.to - span.from > 1) return first !== undefined
  return isCapital(first) || (likeness(first) === 'name' && !/\b(under|for)$/.test(label))
}

/**
 * The person whom a message names as the line manager.
 * @param stops whether a name cannot go on at a word
 * @param shown whether a form is filled in, so that who "knows" or "is fine with it" is the manager
 */
export function readManager(message: Message, stops: (at: number) => boolean, shown = false): Span | undefined {
  const found: Span[] = []
  for (let i = 1; i < message.tokens.length; i++) {
    const label = wordsBefore(message, i, 5)
    if (message.taken[i] || !endsWith(label, 'managerLabels')) continue
    const span = personAt(message, i, { labelled: true, stops })
    if (span && plausible(message, span, label)) {
      found.push(withSurname(message, span, stops))
      i = span.to - 1
    }
  }
  if (found.length === 0) {
    const people = findEach(message, (at) => personAt(message, at, { labelled: false, stops }))
    const isNext = ({ to }: Span) => {
      const after = joined(message, { from: to, to: to + 5 })
      return beginsWith(after, 'afterManager') || (shown && beginsWith(after, 'afterWhoKnows'))
    }
    found.push(...people.filter((span) => isNext(span) && plausible(message, span, '')).slice(0, 1))
  }
  return found.findLast((span) => !isDenied(message, span))
}

/** "my manager is Sue Halewood": after one name, a listed place at the end of its piece is a surname. */
function withSurname(message: Message, { from, to }: Span, stops: (at: number) => boolean): Span {
  const surname =
    to - from === 1 && joins(message, to) && !joins(message, to + 1) && !message.taken[to] && isCapitalAt(message, to)
  return surname && stops(to) && /^\D{4,}$/.test(keyAt(message, to)) ? { from, to: to + 1 } : { from, to }
}

/** The name in the answer to "Who is your line manager?". */
export function bareManager(message: Message): Span | undefined {
  for (let i = 0; i < message.tokens.length; i++) {
    const span = message.taken[i] ? undefined : personAt(message, i, { labelled: true })
    if (span && (alone(message, span) || joined(message, { from: 0, to: span.from }) === 'its')) return span
  }
  return undefined
}

/** A text with the manager's name as "my manager", for what is said of them: "Ruth's happy" is "my manager is happy". */
export const asManager = (text: string, name: string | undefined): string =>
  name && !text.includes(`${name} not `) ? text.replace(`${name}'s`, 'my manager is').replace(name, 'my manager') : text

/** What somebody says of their manager's support. */
export type ManagerKnows = 'yes' | 'no' | 'not-said'

/**
 * Whether a message says that the line manager knows of it and supports it. A no anywhere outweighs a yes.
 * @param asking whether that was just asked, so that a bare yes or no answers it
 * @param known whether a form is shown of which this is a part, so that "she" is the manager
 */
export function readManagerKnows(
  text: string,
  asking: boolean,
  askingOther = false,
  known = false,
): ManagerKnows | undefined {
  const said = normalise(text.replace(/\b(manager|boss|leader)\s*[:=]/gi, ' '))
  const concerns = says(said, 'mentionsBoss') || (known && /\b(s?he|they|s?hes|theyre|her|him|them)\b/.test(said))
  if (says(said, 'managerNotSaid') && (asking || concerns || !askingOther)) return 'not-said'
  if (!concerns && !asking) return undefined
  if (says(said, 'managerAgainst')) return 'no'
  if (says(said, 'unsureOfManager')) return undefined
  if (says(said, 'managerFor')) return says(said, 'butManagerAgainst') ? 'no' : 'yes'
  const theirs = known && /\bs?he\b/.test(said)
  if (!asking && !theirs) return undefined
  if (/^(she|he|they) (said|says) (yes|ok|okay|fine|go|to|its)\b/.test(said)) return 'yes'
  if (says(said, 'managerNotTold') || beginsWith(said, 'opensManagerAgainst')) return 'no'
  const reply = opensWith(said)
  if (reply === 'no') return 'no'
  if (reply === 'yes' || beginsWith(said, 'opensManagerFor')) return 'yes'
  return /^(skip|pass|next)\b/.test(said) ? 'not-said' : undefined
}
