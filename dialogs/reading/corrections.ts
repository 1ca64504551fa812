import { begins, isOne, says } from './phrases.ts'
import { joins, keyAt, type Message, type Span, wordsFrom } from './tokens.ts'

const BETWEEN = isOne('beforeDenied')
export const DENIES = isOne('denies')
const SAID = isOne('saidBefore')
const MEANT = says('meantInstead')
const SURELY = says('corrects')
const DENIED_AGAIN = says('deniesInPassing')
const NO_DENIAL = says('noDenial')
const PERHAPS = begins('perhapsCorrects')

/** Whether what stands in a span is what the person says it is not: "not 3", "instead of Huyton", "from 3 to". */
export function isDenied(message: Message, { from, to }: Span): boolean {
  let at = from
  while (at > 0 && joins(message, at) && at > from - 3 && BETWEEN.test(keyAt(message, at - 1))) at--
  if (at === 0 || !joins(message, at)) return false
  const last = keyAt(message, at - 1)
  const before = keyAt(message, at - 2)
  if (DENIES.test(last) || (before === 'instead' && last === 'of') || (before === 'rather' && last === 'than'))
    return true
  return (SAID.test(last) && MEANT.test(wordsFrom(message, to))) || (last === 'from' && keyAt(message, to) === 'to')
}

/** Whether a message says that something said before was not right. */
export function correcting(message: Message): 'surely' | 'perhaps' | 'no' {
  const text = wordsFrom(message, 0)
  if (SURELY.test(text) || (DENIED_AGAIN.test(text) && !NO_DENIAL.test(text))) return 'surely'
  return PERHAPS.test(text) || / (actually|sorry|soz|instead)$/.test(text) ? 'perhaps' : 'no'
}
