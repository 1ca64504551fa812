import { isDenied } from './correction.ts'
import { joined, joins, keyAt, type Message, type Span, wordsBefore } from './message.ts'
import { alone } from './name.ts'
import { personAt } from './person.ts'
import { isCapital, likeness } from './words.ts'

const BOSS =
  '(?:line manager|linemanager|manager|manger|managr|mgr|mngr|line mgr|boss|gaffer|supervisor|team leader|team lead|ward manager|line lead|lm|manageress)s?'
const IS = '(?: name)?(?: is| s|s| called| here is| would be| will be| was| isnt| now| its| is now| is called| to)?'
const LABEL = new RegExp(
  `(?:\\bmy |\\bthe |\\bour |\\bhave |^)?\\b${BOSS}${IS}$|\\b(?:under|managed by|report to|reporting to|reports to|answer to|work under|working under|working for|i work for|supervised by|line managed by)(?: my ${BOSS})?$`,
)
const AFTER = new RegExp(`^(?:is|s|was|shes|hes)? ?(?:my|the|our) (?:new |current )?(?:${BOSS})\\b`)

/** "under 25", "under review" are no managers, nor is a word that is common beside the label. */
const plausible = (message: Message, span: Span, label: string): boolean => {
  const first = message.tokens[span.from]
  if (!first) return false
  if (span.to - span.from >= 2) return true
  return isCapital(first) || (likeness(first) === 'name' && !/\b(under|for)$/.test(label))
}

/**
 * The person whom a message names as the line manager.
 * @param stops whether a name cannot go on at a word
 */
export function readManager(message: Message, stops: (at: number) => boolean): Span | undefined {
  const found: Span[] = []
  for (let i = 1; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const label = wordsBefore(message, i, 5)
    if (!LABEL.test(label)) continue
    const span = personAt(message, i, { labelled: true, stops })
    if (span && plausible(message, span, label)) {
      found.push(surnameToo(message, span, stops))
      i = span.to - 1
    }
  }
  for (let i = 0; i < message.tokens.length && found.length === 0; i++) {
    if (message.taken[i]) continue
    const span = personAt(message, i, { labelled: false, stops })
    if (!span) continue
    const after = message.tokens
      .slice(span.to, span.to + 5)
      .map((token) => token.key)
      .join(' ')
    if (AFTER.test(after) && plausible(message, span, '')) found.push(span)
    i = span.to - 1
  }
  return found.findLast((span) => !isDenied(message, span)) ?? undefined
}

/** "my manager is Sue Halewood": after one name, a listed place at the end of its piece is a surname. */
function surnameToo(message: Message, span: Span, stops: (at: number) => boolean): Span {
  const one = span.to - span.from === 1
  const ends = !joins(message, span.to + 1)
  const place = message.tokens[span.to]
  if (!one || !ends || !place || !joins(message, span.to) || message.taken[span.to]) return span
  return stops(span.to) && isCapital(place) && !/\d/.test(keyAt(message, span.to)) && place.key.length > 3
    ? { from: span.from, to: span.to + 1 }
    : span
}

/** The name in the answer to "Who is your line manager?". */
export function bareManager(message: Message): Span | undefined {
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const span = personAt(message, i, { labelled: true })
    if (span && (alone(message, span) || joined(message, { from: 0, to: span.from }) === 'its')) return span
  }
  return undefined
}
