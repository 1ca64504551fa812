import type { Places } from '../../knowledge/content/places.ts'
import { endsWith, isOneOf } from './phrases.ts'
import {
  findEach,
  joins,
  keyAt,
  type Message,
  pieces,
  readMessage,
  type Span,
  type Token,
  wordsBefore,
} from './tokens.ts'
import { findAt, nearAt, type Vocabulary, vocabularyOf } from './vocabulary.ts'
import { isCapital, isCapitalAt, isGrammar, isLight, likeness } from './wordKinds.ts'

export interface TeamFound extends Span {
  kind: 'place' | 'service' | 'team'
  /** The listed place or service, as a filter names it. */
  names: string[]
  /** "based at", "my base is": where the person works from. */
  base: 'only' | 'also' | 'no'
}

const KIND_OF_TEAM = /^(post|pre|day|night|rapid|young|family|baby)/

const baseAt = (message: Message, at: number): TeamFound['base'] => {
  const words = wordsBefore(message, at)
  return endsWith(words, 'baseIs') ? 'only' : endsWith(words, 'basedAt') ? 'also' : 'no'
}

/** Where the name of a team begins that goes before its place in a piece of a list: "adult mh" of "…, adult mh Warrington". */
function wholePiece(message: Message, { from, kind }: TeamFound): number {
  const piece = pieces(message).find((one) => one.from <= from && from < one.to)
  if (!piece || kind !== 'place' || piece.from === from || from - piece.from > 3 || pieces(message).length < 3)
    return from
  const before = message.tokens.slice(piece.from, from)
  const [first] = before
  const isPart = (token: Token, i: number) => !message.taken[piece.from + i] && !isGrammar(token) && !isLight(token)
  return first && likeness(first) === 'no' && before.every(isPart) && /^\p{L}/u.test(first.key) ? piece.from : from
}

/** The places of a list with the words of a team that stand before them, once nothing else has taken those. */
export const withTeamBefore = (message: Message, teams: readonly TeamFound[]): TeamFound[] =>
  teams.map((team) => {
    const from = wholePiece(message, team)
    return from === team.from ? team : { ...team, from, kind: 'team' }
  })

/** One listed place or service, then others and the words of a team that follow it without a break. */
function listedAt(message: Message, at: number, vocabulary: Vocabulary, asking: boolean): TeamFound | undefined {
  const names: string[] = []
  let kind: TeamFound['kind'] = 'place'
  let to = at
  while (to === at || (to < message.tokens.length && joins(message, to) && !message.taken[to])) {
    const service = findAt(vocabulary.services, message, to)
    const place = findAt(vocabulary.places, message, to)
    const loose = to === at && (asking || (joins(message, to) && isOneOf(keyAt(message, to - 1), 'beforePlace')))
    const near = () => nearAt(vocabulary.places, message, to) ?? nearAt(vocabulary.services, message, to)
    const next = (service && service.to >= (place?.to ?? 0) ? service : place) ?? (loose ? near() : undefined)
    if (next) {
      if (next === service) kind = 'service'
      names.push(next.item.name)
      to = next.to
    } else if (to > at && vocabulary.teamWords.has(keyAt(message, to))) {
      if (kind === 'place') kind = 'team'
      to++
    } else break
  }
  return to === at ? undefined : { from: at, to, kind, names, base: baseAt(message, at) }
}

/**
 * The listed places and services of a message.
 * @param asking whether the team or base was just asked for, so that it may be misspelt
 */
export const listedTeams = (message: Message, vocabulary: Vocabulary, asking: boolean): TeamFound[] =>
  findEach(message, (at) => listedAt(message, at, vocabulary, asking))

/** Whether a word may belong to the name of the team whose own word stands at `end`: "Bluebell" of "the Bluebell unit". */
function namesTeam(message: Message, at: number, end: number, loose: boolean): boolean {
  const word = message.tokens[at]
  if (!word || message.taken[at] || isLight(word) || isGrammar(word) || isOneOf(word.key, 'noTeamName')) return false
  if (at + 1 < end) return isCapitalAt(message, at + 1) === isCapital(word)
  return loose || likeness(word) !== 'no' || isCapital(word) || KIND_OF_TEAM.test(word.key)
}

/** A team that is not listed, told by a word such as unit or ward: "the Bluebell unit", "ward 3". */
function unlistedAt(message: Message, at: number, vocabulary: Vocabulary, surnames: boolean, loose: boolean) {
  const isTeamWord = (i: number) => vocabulary.teamWords.has(keyAt(message, i))
  if (!isTeamWord(at)) return undefined
  const number = joins(message, at + 1) && !message.taken[at + 1] ? keyAt(message, at + 1) : ''
  const numbered = /^(\d{1,2}[a-z]?|[a-h])$/.test(number) && !(number === 'a' && joins(message, at + 2))
  if (numbered && /^(ward|unit|team|clinic|hub)$/.test(keyAt(message, at))) return { from: at, to: at + 2 }
  let from = at
  while (from > at - 3 && joins(message, from) && namesTeam(message, from - 1, at, loose)) from--
  if (from === at) return undefined
  // "Liz Ward" is a person unless she is on, in or at it.
  const person = at - from === 1 && !isOneOf(keyAt(message, from - 1), 'beforeTeam')
  if (surnames && person && /^(ward|house|lodge)$/.test(keyAt(message, at))) return undefined
  let to = at + 1
  while (joins(message, to) && isTeamWord(to)) to++
  return { from, to }
}

/**
 * The teams of a message that no list names.
 * @param surnames whether "liz ward" may be a person, so that it is left alone
 * @param loose whether ordinary words may name it: "rapid response team"
 */
export const unlistedTeams = (
  message: Message,
  vocabulary: Vocabulary,
  surnames: boolean,
  loose: boolean,
): TeamFound[] =>
  findEach(message, (at) => {
    const span = unlistedAt(message, at, vocabulary, surnames, loose)
    return span && { ...span, kind: 'team', names: [], base: baseAt(message, span.from) }
  })

/** A place that only its label tells: "i work at Meadowbank", "team: Sunrise". */
export function labelledTeam(message: Message): TeamFound | undefined {
  for (let from = 1; from < message.tokens.length; from++) {
    const words = wordsBefore(message, from)
    if (message.taken[from] || !endsWith(words, 'teamLabels')) continue
    let to = from
    while (to < from + 4 && (to === from || joins(message, to)) && !message.taken[to]) {
      const token = message.tokens[to]
      if (!token || isGrammar(token) || (likeness(token) === 'no' && !isCapital(token))) break
      to++
    }
    const base = baseAt(message, from)
    if (to > from) return { from, to, kind: endsWith(words, 'teamIs') ? 'service' : 'team', names: [], base }
  }
  return undefined
}

/** The vocabulary's names for the service and places that a text names: "Kirkby HV" gives "Kirkby health visiting". */
export function canonicalTeam(text: string, places: Places): string | undefined {
  const names = listedTeams(readMessage(text), vocabularyOf(places), true).flatMap((team) => team.names)
  return names.length > 0 ? [...new Set(names)].join(' ') : undefined
}
