import { joined, joins, keyAt, type Message, type Span } from './message.ts'

const BETWEEN = /^(a|an|in|at|the|band|on|with|under|as|my|im|its|is|it|just|for|b)$/
export const DENIES = /^(not|isnt|aint|wasnt|never|arent)$/

/** Whether what stands in a span is what the person says it is not: "not 3", "instead of Huyton", "from 3 to". */
export function isDenied(message: Message, { from, to }: Span): boolean {
  let at = from
  while (at > 0 && joins(message, at) && at > from - 3 && BETWEEN.test(keyAt(message, at - 1))) at--
  if (at === 0 || !joins(message, at)) return false
  const last = keyAt(message, at - 1)
  const before = keyAt(message, at - 2)
  if (DENIES.test(last)) return true
  if (last === 'of' && before === 'instead') return true
  if (last === 'than' && before === 'rather') return true
  if (
    /^(said|put|typed|wrote|was|had|says)$/.test(last) &&
    /\b(meant|mean|should be|now|but its|but im|its)\b/.test(rest(message, to))
  )
    return true
  return last === 'from' && keyAt(message, to) === 'to'
}

const rest = (message: Message, from: number): string => joined(message, { from, to: message.tokens.length })

const STRONG =
  /\b(should be|should have been|should say|shouldve been|supposed to be|i meant|i mean|meant to (say|put|type)|correction|(spelt|spelled|mistyped|misspelt)|wrong|typo|no wait|wait no|instead of|rather than|oops|whoops|scratch that|scrap that|has changed|have changed|my mistake|by mistake|change (it|my|the|that|band|name|role|team|manager|email)|correct (my|the)|update my|amend|not \w+ (its|im|but)|ive (put|said|typed)|i (put|said|typed) .* (but|its|meant|should)|make (it|that)|got (it|that) wrong)\b/
const WEAK =
  /^(sorry(?! (got|had|was|been|for|about|to|i|im|just)\b)|actually|no|nope|nah|hang on|wait|hold on|er|erm|oh|ah|sos|soz|pardon|apologies|in fact|well)\b| (actually|sorry|soz|instead)$/
const AGAIN =
  /\b(its|it is|im|i am|is|now) .*\b(not|isnt)\b|\bnot (a |an |in |at |the |band )?\w+$|\bnot \w+ \w+$|^not (a |an |in |the |band )?\w+|, not /

/** Whether a message says that something said before was not right. */
export function correcting(message: Message): 'surely' | 'perhaps' | 'no' {
  const text = joined(message, { from: 0, to: message.tokens.length })
  if (STRONG.test(text)) return 'surely'
  if (AGAIN.test(text) && !/\bwhy not\b|\bor not\b|rather not|know yet/.test(text)) return 'surely'
  return WEAK.test(text) ? 'perhaps' : 'no'
}
