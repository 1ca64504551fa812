import { joined, joins, keyAt, type Message, pieces, type Span, spanText, wordsBefore } from './message.ts'
import { personAt } from './person.ts'
import { isCapital, isGrammar, isLight, isLightAt, likeness, oneSlip } from './words.ts'

/** Says in so many words that a name follows. */
const NAMED =
  /\b(name|names|named|called|call me|full name|my name|name is|name s|spelt|spelled|go by|known as|put me down as|down as|register me as|sign me up as|add me as|put down|signed)( is| as| are| s| should be| it| with| to)?$/
/** Often goes before a name, and as often before something else. */
const PERHAPS =
  /(^|\b)(im|i am|its|it is|this is|thats|that is|from|add|register|me|its just|only|hi its|hello its|for|regards|signed|should be|i meant|meant|actually|correction)$/
const AFTER = /^(here|speaking|is my name|s my name|is me|thats me|is the name|is what|reporting)\b/
/** Speaks of somebody else. */
const OTHERS =
  /\b(by|with|told|asked|mate|friend|colleague|to|see|contact|tell|about|like|called by|from|saw|ask|sister|manager|under|and|for|hi|hello|hiya|hey|dear|thanks|cheers|ta)$/
const DOES =
  /^(told|said|says|asked|mentioned|is|was|has|had|did|thinks|reckons|suggested|recommended|sent|can|will|does|who|gave|wants|whos)\b/

/** Whether a message says in so many words that a name is the person's own. */
export const isNamed = (message: Message, { from }: Span): boolean => NAMED.test(wordsBefore(message, from, 4))

export interface NameOptions {
  /** The name was just asked for. */
  asked: boolean
  /** Something else was just asked for, so that a bare answer is that. */
  askedOther: boolean
  /** The message gave a band, a role or a team too. */
  among: boolean
  /** For each word, whether it belongs to a question. */
  questions: readonly boolean[]
  stops: (at: number) => boolean
}

interface Candidate extends Span {
  weight: number
}

const capitals = (message: Message, { from, to }: Span): boolean =>
  message.tokens.slice(from, to).every((token, i) => isCapital(token) || (i > 0 && token.key.length <= 3))

/** Whether everything else in the name's piece has been understood or says nothing. */
export function alone(message: Message, span: Span, from = 0): boolean {
  const piece = pieces(message).find(({ from, to }) => from <= span.from && span.to <= to)
  if (!piece) return false
  for (let i = Math.max(piece.from, from); i < piece.to; i++) {
    const token = message.tokens[i]
    if (!token || (i >= span.from && i < span.to) || message.taken[i]) continue
    if (!isLight(token)) return false
  }
  return true
}

/** Whether a single word in lower case stands where a name would: at an end, or beside what was understood. */
const placed = (message: Message, { from, to }: Span): boolean => {
  const before =
    !joins(message, from) || message.taken[from - 1] === true || /^(im|its|am|is)$/.test(keyAt(message, from - 1))
  const after =
    !joins(message, to) ||
    message.taken[to] === true ||
    /^(here|btw)$/.test(keyAt(message, to)) ||
    isLightAt(message, to)
  return before && after
}
function weigh(message: Message, span: Span, options: NameOptions): number {
  const before = wordsBefore(message, span.from, 4)
  const after = joined(message, { from: span.to, to: Math.min(span.to + 3, message.tokens.length) })
  const count = span.to - span.from
  const lead = PERHAPS.test(before)
  if (NAMED.test(before)) return 5
  if (joins(message, span.to) && AFTER.test(after)) return 4
  if (joins(message, span.to) && !message.taken[span.to] && !lead && DOES.test(after)) return 0
  const clean = alone(message, span, lead ? span.from : 0)
  const shown = capitals(message, span)
  if (lead && (count > 1 ? clean || shown : shown || (clean && (options.asked || options.among)))) return 4
  if (OTHERS.test(before) && !(clean && /^(hi|hello|hiya|hey|thanks|cheers|ta|and)$/.test(before))) return 0
  if (options.askedOther && !options.among) return 0
  if (count > 1) return clean ? 3 : 0
  if (options.asked && clean) return 3
  if (!clean || !placed(message, span)) return 0
  return options.among || !options.askedOther ? (shown ? 2 : 1) : 0
}

/** The person's own name in a message, as typed. */
export function readName(message: Message, options: NameOptions): Span | undefined {
  let best: Candidate | undefined
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const before = wordsBefore(message, i, 4)
    const labelled = NAMED.test(before) || (options.asked && !joins(message, i))
    if (options.questions[i] && !NAMED.test(before)) continue
    const found = personAt(message, i, {
      labelled,
      stops: labelled && NAMED.test(before) ? surname(message, i, options) : options.stops,
    })
    if (!found) continue
    const weight = weigh(message, found, options)
    if (weight > 0 && (!best || weight > best.weight)) best = { ...found, weight }
    i = found.to - 1
  }
  return best
}

/** After "my name is", one listed place may be the surname: Sue Halewood. */
const surname =
  (message: Message, from: number, { stops }: NameOptions) =>
  (at: number): boolean =>
    stops(at) && !(at === from + 1 && !joins(message, at + 1) && isCapital(message.tokens[at] ?? NOBODY))

const NOBODY = { text: '', key: '', start: 0, end: 0, breaks: true, opens: true }

/** The whole of an answer to "What is your name?", when no rule finds one in it and nothing speaks against it. */
export function bareName(message: Message): Span | undefined {
  let from = 0
  let to = message.tokens.length
  while (
    from < to &&
    to - from > 1 &&
    /^(its|im|i|am|is|my|name|the|hi|hello|ok|sorry|actually|yes|yeah|oh|this)$/.test(keyAt(message, from))
  )
    from++
  while (to > from + 1 && /^(btw|please|pls|thanks|ta|cheers|here|x|xx)$/.test(keyAt(message, to - 1))) to--
  const words = message.tokens.slice(from, to)
  if (words.length === 0 || words.length > 4 || message.taken.slice(from, to).some(Boolean)) return undefined
  const single = words.length === 1 && /^\p{L}$/u.test(words[0]?.text ?? '') && !/^[ikny]$/.test(words[0]?.text ?? '')
  const ordinary = words.some(
    (token) => isGrammar(token) || (likeness(token) === 'no' && !isCapital(token)) || /\d/.test(token.key),
  )
  return single || (!ordinary && !words.every((token) => isLight(token))) ? { from, to } : undefined
}

/** A name of one word that mends one word of the known name: "its spelt Kowalczuk", "surname is Parry". */
export function mendName(message: Message, span: Span, known: string | undefined): string {
  const typed = spanText(message, span)
  const parts = known?.split(' ') ?? []
  if (span.to - span.from > 1 || parts.length < 2) return typed
  const before = wordsBefore(message, span.from, 5)
  if (/\b(surname|last name|second name|family name)\b/.test(before)) return [...parts.slice(0, -1), typed].join(' ')
  if (/\b(first name|forename|christian name|given name)\b/.test(before)) return [typed, ...parts.slice(1)].join(' ')
  const denied = keyAt(message, span.to) === 'not' ? keyAt(message, span.to + 1) : undefined
  const at = parts.findIndex((part) => part.toLowerCase() === denied || near(part.toLowerCase(), typed.toLowerCase()))
  return at < 0 ? typed : parts.map((part, i) => (i === at ? typed : part)).join(' ')
}

/** Whether two words begin alike and differ little. */
const near = (a: string, b: string): boolean =>
  oneSlip(a, b) ||
  (a[0] === b[0] &&
    a.length > 3 &&
    b.length > 3 &&
    Math.abs(a.length - b.length) <= 2 &&
    shared(a, b) >= Math.min(a.length, b.length) - 2)

const shared = (a: string, b: string): number =>
  [...a].filter((letter, i) => b[i] === letter || b[i + 1] === letter || b[i - 1] === letter).length
