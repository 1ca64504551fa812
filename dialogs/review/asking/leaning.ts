import type { Reading } from '../../../knowledge/answering/arbiter.ts'
import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'
import { isEmpty } from './askedFilter.ts'
import type { ReviewMessage } from './reviewMessage.ts'

/** Commands by what they lean on: the list, the record, or what was done last. */
const LEANS: Readonly<Record<string, 'list' | 'record'>> = {
  ...{ tell: 'record', 'same-again': 'record', 'wrong-one': 'record', undo: 'record', hold: 'record', note: 'record' },
  ...{ release: 'record', 'send-notice': 'record', assign: 'record', open: 'record', 'set-status': 'record' },
  ...{
    counts: 'list',
    'list-again': 'list',
    others: 'list',
    unclear: 'record',
    leave: 'record',
    'next-page': 'list',
    first: 'list',
    list: 'list',
  },
}
/** Commands that order something to be done. */
const ORDERS = ['wrong-one', 'undo', 'hold', 'note', 'release', 'send-notice', 'assign', 'open', 'set-status']
/** A question of so many words is an ellipsis. */
const SHORT = 5

const POINTED = ['keys', 'numbers', 'places', 'reference', 'beside', 'both', 'other']

/**
 * The reading of a message of HR's against the list and the record on the table, for the command that it would be; none
 * when it leans on neither.
 */
export function leaning(
  command: string,
  message: ReviewMessage,
): (Omit<Reading, 'evidence'> & { evidence: number }) | undefined {
  const of = LEANS[command]
  const { table, target, person, plain } = message
  if (!of || !(table.list || table.opened || target.kind === 'keys')) return undefined
  const on = of === 'record' ? (table.opened ?? table.list?.keys[0] ?? '') : 'interest'
  const reading = (evidence: number, because: string) => ({ of, on, because, evidence })
  const pointed = POINTED.includes(target.kind)
  const own = table.list !== undefined && !says(normalise(plain), 'ofTheProgramme')
  const leans = pointed || person || target.kind === 'shown' || target.kind === 'rest'
  if (command === 'list') {
    const some = !isEmpty(message.filter) || message.order !== undefined
    if (some && message.refine) return reading(own ? 1 : 0.6, 'narrows the list shown')
    const asks = beginsWith(normalise(plain), 'asksWho') || message.filter.manager !== undefined
    return some && own && asks ? reading(0.97, 'asks who of those who registered are like that') : undefined
  }
  if (ORDERS.includes(command)) {
    if (
      pointed ||
      target.kind === 'names' ||
      target.kind === 'this' ||
      target.kind === 'all-of' ||
      target.kind === 'shown' ||
      target.kind === 'rest'
    )
      return reading(1, 'orders something of whom it names')
    return table.onTop && IMPERATIVE.test(plain) ? reading(0.9, 'orders something of what was shown') : undefined
  }
  if (command === 'unclear')
    return reading(own && ONE_PERSON.test(plain) ? 0.96 : 0.48, 'asks something of whom it speaks of')
  if (command === 'leave') return reading(1, 'takes back what it orders')
  if (command === 'list-again' || command === 'same-again') return reading(1, 'asks for the same again')
  if (command !== 'tell') return reading(own ? 1 : 0.7, 'counts, pages or orders the list shown')
  const thing = says(normalise(plain), 'aboutThing') && !says(normalise(plain), 'aboutPerson')
  if (leans && !(thing && !table.onTop)) return reading(1, 'asks for a field of whom it names')
  if (!table.onTop) return reading(0.5, 'may ask for a field of what was opened')
  const short = plain.split(/\s+/).length <= SHORT
  return reading(short ? 0.995 : 0.8, 'asks for a field of what is open')
}

const ONE_PERSON = /\b(she|he|her|his|him|shes|hes)\b/i

const IMPERATIVE =
  /^\W*(?:(?:please|can you|could you|ok|right|sorry|no|and|now|just|actually) )*(?:add|put|make|write|leave|undo|revert|reverse|hold|note|assign|give|mark|set|move|turn|open|close|release|lift|end|take|reject|send)\b/i
