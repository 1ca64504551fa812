import { joins, keyAt, type Message, type Span, wordsBefore } from './message.ts'
import { findAt, nearAt, type Vocabulary } from './vocabulary.ts'
import { isCapital, isGrammar, isLight, likeness } from './words.ts'

export interface TeamFound extends Span {
  kind: 'place' | 'service' | 'team'
  /** The listed place or service, as a filter names it. */
  names: string[]
  /** "based at", "my base is": where the person works from. */
  base: 'only' | 'also' | 'no'
}

const BASE = /\b(based|base)( is| at| in| on| out of|s)*( the)?$/
const BASE_ONLY = /\bbase( is| at| s)*( the)?$|\bwork(ing)? (from|out of)( the)?$/
const PLACED = /\b(in|at|from|on|with|for|of|the|is|its|under|near|over|to|service|team|base|ward|unit)$/

/** One listed place or service, then others and the words of a team that follow it without a break. */
function listedAt(message: Message, at: number, vocabulary: Vocabulary, asking: boolean): TeamFound | undefined {
  const names: string[] = []
  let kind: TeamFound['kind'] = 'place'
  let to = at
  while (to === at || (to < message.tokens.length && joins(message, to) && !message.taken[to])) {
    const service = findAt(vocabulary.services, message, to)
    const place = findAt(vocabulary.places, message, to)
    const loose = asking || PLACED.test(joins(message, to) ? keyAt(message, to - 1) : '')
    const next =
      (service && (!place || service.to >= place.to) ? service : place) ??
      (loose && to === at
        ? (nearAt(vocabulary.places, message, to) ?? nearAt(vocabulary.services, message, to))
        : undefined)
    if (next) {
      if (next === service) kind = 'service'
      names.push(next.item.name)
      to = next.to
    } else if (to > at && vocabulary.teamWords.has(keyAt(message, to))) {
      if (kind === 'place') kind = 'team'
      to++
    } else break
  }
  if (to === at) return undefined
  const words = wordsBefore(message, at)
  return { from: at, to, kind, names, base: BASE_ONLY.test(words) ? 'only' : BASE.test(words) ? 'also' : 'no' }
}

/** A team that is not listed, told by a word such as unit or ward: "the Bluebell unit", "ward 3". */
function unlistedAt(
  message: Message,
  at: number,
  vocabulary: Vocabulary,
  surnames: boolean,
  loose: boolean,
): Span | undefined {
  if (!vocabulary.teamWords.has(keyAt(message, at)) || message.taken[at]) return undefined
  const next = message.tokens[at + 1]
  const numbered =
    next !== undefined && joins(message, at + 1) && /^(\d{1,2}[a-z]?|[a-h])$/.test(next.key) && !message.taken[at + 1]
  if (
    numbered &&
    /^(ward|unit|team|clinic|hub)$/.test(keyAt(message, at)) &&
    !(next.key === 'a' && joins(message, at + 2))
  )
    return { from: at, to: at + 2 }
  let from = at
  while (from > at - 3 && from > 0 && joins(message, from)) {
    const before = message.tokens[from - 1]
    if (!before || message.taken[from - 1] || isLight(before) || isGrammar(before)) break
    if (
      /^(line|whole|other|same|new|old|another|next|each|contact|any|only|best|different|small|big)$/.test(before.key)
    )
      break
    if (from < at && isCapital(message.tokens[from] ?? before) !== isCapital(before)) break
    if (
      !loose &&
      from === at &&
      likeness(before) === 'no' &&
      !isCapital(before) &&
      !/^(post|pre|day|night|rapid|young|family|baby)/.test(before.key)
    )
      break
    from--
  }
  if (from === at) return undefined
  // "Liz Ward" is a person unless she is on, in or at it.
  const person = at - from === 1 && !/\b(in|at|on|from|the|with|of|team|base|is|for)$/.test(wordsBefore(message, from))
  if (surnames && person && /^(ward|house|lodge)$/.test(keyAt(message, at))) return undefined
  let to = at + 1
  while (to < message.tokens.length && joins(message, to) && vocabulary.teamWords.has(keyAt(message, to))) to++
  return { from, to }
}

/**
 * The listed places and services of a message.
 * @param asking whether the team or base was just asked for, so that it may be misspelt
 */
export function listedTeams(message: Message, vocabulary: Vocabulary, asking: boolean): TeamFound[] {
  const found: TeamFound[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const here = listedAt(message, i, vocabulary, asking)
    if (!here) continue
    found.push(here)
    i = here.to - 1
  }
  return found
}

/**
 * The teams of a message that no list names.
 * @param surnames whether "liz ward" may be a person, so that it is left alone
 * @param loose whether ordinary words may name it: "rapid response team"
 */
export function unlistedTeams(
  message: Message,
  vocabulary: Vocabulary,
  surnames: boolean,
  loose: boolean,
): TeamFound[] {
  const found: TeamFound[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    const here = unlistedAt(message, i, vocabulary, surnames, loose)
    if (!here) continue
    const words = wordsBefore(message, here.from)
    found.push({
      ...here,
      kind: 'team',
      names: [],
      base: BASE_ONLY.test(words) ? 'only' : BASE.test(words) ? 'also' : 'no',
    })
    i = here.to - 1
  }
  return found
}

const LABEL =
  /^(team|service|department|dept|ward|unit)( name)?( is|s)?( the)?$|\bwork(s|ing)? (in|on|at|for|with)( the)?$|\b(based|base)( is| at| in| on)?( the)?$/

/** A place that only its label tells: "i work at Meadowbank", "team: Sunrise". */
export function labelledTeam(message: Message): TeamFound | undefined {
  for (let i = 1; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const words = wordsBefore(message, i)
    const label = LABEL.exec(words)
    if (!label) continue
    let to = i
    while (to < message.tokens.length && to < i + 4 && (to === i || joins(message, to)) && !message.taken[to]) {
      const token = message.tokens[to]
      if (!token || isGrammar(token) || (likeness(token) === 'no' && !isCapital(token))) break
      to++
    }
    if (to > i)
      return {
        from: i,
        to,
        kind: 'team',
        names: [],
        base: /base$|base is/.test(words) ? 'only' : /based/.test(words) ? 'also' : 'no',
      }
  }
  return undefined
}
