import { personAt } from './person.ts'
import { beginsWith, endsWith, isOneOf, says } from './phrases.ts'
import { joined, joins, keyAt, type Message, pieces, type Span, spanText, wordsBefore, wordsFrom } from './tokens.ts'
import { isCapital, isCapitalAt, isGrammar, isLight, isLightAt, likeness, oneSlip } from './wordKinds.ts'

/** Whether a message says in so many words that a name is the person's own. */
export const isNamed = (message: Message, { from }: Span): boolean =>
  endsWith(wordsBefore(message, from, 4), 'nameLabels')

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

const capitals = (message: Message, { from, to }: Span): boolean =>
  message.tokens.slice(from, to).every((token, i) => isCapital(token) || (i > 0 && token.key.length <= 3))

/** Whether everything else in the name's piece has been understood or says nothing. */
export function alone(message: Message, span: Span, from = 0): boolean {
  const piece = pieces(message).find(({ from, to }) => from <= span.from && span.to <= to)
  if (!piece) return false
  for (let i = Math.max(piece.from, from); i < piece.to; i++) {
    const inName = i >= span.from && i < span.to
    if (!inName && !message.taken[i] && !isLightAt(message, i)) return false
  }
  return true
}

/** Whether a single word in lower case stands where a name would: at an end, or beside what was understood. */
const placed = (message: Message, { from, to }: Span): boolean =>
  (!joins(message, from) || message.taken[from - 1] === true || /^(im|its|am|is)$/.test(keyAt(message, from - 1))) &&
  (!joins(message, to) || message.taken[to] === true || keyAt(message, to) === 'btw' || isLightAt(message, to))

/** How surely a span is the person's name: 0 is not at all. */
function weigh(message: Message, span: Span, { asked, askedOther, among }: NameOptions): number {
  const before = wordsBefore(message, span.from, 4)
  const after = joined(message, { from: span.to, to: span.to + 3 })
  const several = span.to - span.from > 1
  const lead = endsWith(before, 'nameLeads')
  if (endsWith(before, 'nameLabels')) return 5
  if (joins(message, span.to) && beginsWith(after, 'afterName')) return 4
  if (joins(message, span.to) && !message.taken[span.to] && !lead && beginsWith(after, 'othersDo')) return 0
  const clean = alone(message, span, lead ? span.from : 0)
  const shown = capitals(message, span)
  if (lead && (shown || (clean && (several || asked || among)))) return 4
  if (endsWith(before, 'beforeOthers') && !(clean && isOneOf(before, 'greets'))) return 0
  if (askedOther && !among) return 0
  if (several) return clean ? 3 : 0
  if (asked && clean) return 3
  if (!clean || !placed(message, span)) return 0
  return shown ? 2 : 1
}

/** The person's own name in a message, as typed. */
export function readName(message: Message, options: NameOptions): Span | undefined {
  let best: (Span & { weight: number }) | undefined
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const named = isNamed(message, { from: i, to: i })
    if (options.questions[i] && !named) continue
    // After "my name is", one listed place may be the surname: Sue Halewood.
    const surname = (at: number) => at === i + 1 && !joins(message, at + 1) && isCapitalAt(message, at)
    const found = personAt(message, i, {
      labelled: named || (options.asked && !joins(message, i)),
      stops: (at) => options.stops(at) && !(named && surname(at)),
    })
    if (!found) continue
    const weight = weigh(message, found, options)
    if (weight > (best?.weight ?? 0)) best = { ...found, weight }
    i = found.to - 1
  }
  return best
}

/** The whole of an answer to "What is your name?", when no rule finds one in it and nothing speaks against it. */
export function bareName(message: Message): Span | undefined {
  let from = 0
  let to = message.tokens.length
  while (to - from > 1 && isOneOf(keyAt(message, from), 'beforeBareName')) from++
  while (to - from > 1 && isOneOf(keyAt(message, to - 1), 'afterBareName')) to--
  const answer = message.tokens.slice(from, to)
  if (answer.length === 0 || answer.length > 4 || message.taken.slice(from, to).some(Boolean)) return undefined
  const initial = answer.length === 1 && /^(?![ikny]$)\p{L}$/u.test(answer[0]?.text ?? '')
  const ordinary = answer.some(
    (token) => isGrammar(token) || (likeness(token) === 'no' && !isCapital(token)) || /\d/.test(token.key),
  )
  return initial || (!ordinary && !answer.every(isLight)) ? { from, to } : undefined
}

/** A name of one word that mends one word of the known name: "its spelt Kowalczuk", "surname is Parry". */
export function mendName(message: Message, span: Span, known: string | undefined): string {
  const typed = spanText(message, span)
  const parts = known?.split(' ') ?? []
  if (span.to - span.from > 1 || parts.length < 2) return typed
  const before = wordsBefore(message, span.from, 5)
  if (says(before, 'surname')) return [...parts.slice(0, -1), typed].join(' ')
  if (says(before, 'forename')) return [typed, ...parts.slice(1)].join(' ')
  const denied = keyAt(message, span.to) === 'not' ? keyAt(message, span.to + 1) : undefined
  const at = parts.findIndex((part) => part.toLowerCase() === denied || near(part.toLowerCase(), typed.toLowerCase()))
  return at < 0 ? typed : parts.map((part, i) => (i === at ? typed : part)).join(' ')
}

const SPELLING_WORDS = 7

/**
 * The one word of known texts that a short message writes in another way: "its hussein with an e", "spelling is Trasey".
 * @returns the key of that text, and the whole of it with the word as typed
 */
export function respelt<K extends string>(message: Message, known: Partial<Record<K, string>>) {
  if (message.tokens.length > SPELLING_WORDS && !says(wordsFrom(message, 0), 'spells')) return undefined
  const all = (Object.entries(known) as [K, string][]).map(([key, text]) => ({
    key,
    parts: text.split(text.includes('@') ? /([._@-])/ : /( )/),
  }))
  for (const token of message.tokens.filter((token) => token.key.length > 3 && likeness(token) !== 'no'))
    for (const { key, parts } of all) {
      const at = parts.findIndex((part) => part.toLowerCase() !== token.key && near(part.toLowerCase(), token.key))
      if (at >= 0) return { key, text: parts.map((part, i) => (i === at ? token.text : part)).join('') }
    }
  return undefined
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
