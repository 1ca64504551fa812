import { beginsWith, isOneOf, says } from './phrases.ts'
import { joins, keyAt, type Message, type Span, wordsFrom } from './tokens.ts'

/** Whether what stands in a span is what the person says it is not: "not 3", "instead of Huyton", "from 3 to". */
export function isDenied(message: Message, { from, to }: Span): boolean {
  let at = from
  while (at > 0 && joins(message, at) && at > from - 3 && isOneOf(keyAt(message, at - 1), 'beforeDenied')) at--
  if (at === 0 || !joins(message, at)) return false
  const last = keyAt(message, at - 1)
  const before = keyAt(message, at - 2)
  if (isOneOf(last, 'denies') || (before === 'instead' && last === 'of') || (before === 'rather' && last === 'than'))
    return true
  return (
    (isOneOf(last, 'saidBefore') && says(wordsFrom(message, to), 'meantInstead')) ||
    (last === 'from' && keyAt(message, to) === 'to')
  )
}

/** Whether a message says that something said before was not right. */
export function correcting(message: Message): 'surely' | 'perhaps' | 'no' {
  const text = wordsFrom(message, 0)
  if (says(text, 'corrects') || (says(text, 'deniesInPassing') && !says(text, 'noDenial'))) return 'surely'
  return beginsWith(text, 'perhapsCorrects') || / (actually|sorry|soz|instead)$/.test(text) ? 'perhaps' : 'no'
}
