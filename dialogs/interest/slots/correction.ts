import { joined, joins, keyAt, type Message, type Span } from './message.ts'
import { type Known, knownText, type SlotName } from './slots.ts'

const BETWEEN = /^(a|an|in|at|the|band|on|with|under|as|my|im|its|is|it|just|for|b)$/
const DENIES = /^(not|isnt|aint|wasnt|never|arent)$/

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

const FIELDS: [RegExp, SlotName][] = [
  [/\b(e ?mail|email address|mail)\b/, 'email'],
  [/\b(line manager|manager|boss)( s)?( name)?\b/, 'manager'],
  [/\b(band|grade|banding)\b/, 'band'],
  [/\b(role|job|job title|post)\b/, 'role'],
  [/\bbase\b/, 'base'],
  [/\b(team|service|ward|unit)\b/, 'team'],
  [/\b(cohort|intake)\b/, 'cohort'],
  [/\b(reason|why)\b/, 'why'],
  [/\b(name|surname|spelling)\b/, 'name'],
]
const FAULT =
  /\b(wrong|not right|isnt right|incorrect|mistake|change|edit|amend|correct my|fix|update|typo|misspelt|spelt|thats not my|isnt my)\b/

/** Whether a message says that something said before was not right. */
export function correcting(message: Message): 'surely' | 'perhaps' | 'no' {
  const text = joined(message, { from: 0, to: message.tokens.length })
  if (STRONG.test(text)) return 'surely'
  if (AGAIN.test(text) && !/\bwhy not\b|\bor not\b|rather not|know yet/.test(text)) return 'surely'
  return WEAK.test(text) ? 'perhaps' : 'no'
}

/** The slot that a message says is wrong, when it gives no value for it: "thats the wrong band", "change my team". */
export function faulted(message: Message): SlotName | undefined {
  const text = joined(message, { from: 0, to: message.tokens.length })
  return FAULT.test(text) ? FIELDS.find(([words]) => words.test(text))?.[1] : undefined
}

const TEXTS = ['manager', 'team', 'base', 'role', 'name'] as const

/** The slot whose known value a message denies: "its Jan Roberts not Irene Shaw". */
export function deniedSlot(message: Message, known: Known | undefined): (typeof TEXTS)[number] | undefined {
  const at = message.tokens.findIndex(
    (token, i) => DENIES.test(token.key) || (token.key === 'of' && keyAt(message, i - 1) === 'instead'),
  )
  const said = message.tokens[at + 1]?.text.toLowerCase()
  if (at < 0 || said === undefined) return undefined
  return TEXTS.find((slot) => knownText(known, slot)?.toLowerCase().split(/\s+/).includes(said))
}
