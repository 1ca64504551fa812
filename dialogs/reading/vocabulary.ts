import type { NamedWays, Places, RoleWays } from '../../knowledge/content/places.ts'
import { joins, keyAt, keyOf, keysOf, type Message, type Span } from './tokens.ts'
import { oneSlip } from './wordKinds.ts'

/** A listed name that stands in a message. */
export interface Found<T> extends Span {
  item: T
  /** Written in the plural: of people in general rather than of oneself. */
  plural: boolean
}

/** One way in which an item of a list is written. */
interface Way<T> {
  words: readonly string[]
  item: T
  plural: boolean
}

/** All the ways of a list, the longest first. */
export type Finder<T> = readonly Way<T>[]

const pluralOf = (words: string[]): string[] => [...words.slice(0, -1), `${words.at(-1) ?? ''}s`]

/** @param plurals whether each way has a plural in s too */
function finderOf<T extends NamedWays>(items: readonly T[], plurals: boolean): Finder<T> {
  const ways = new Map<string, Way<T>>()
  const add = (words: string[], item: T, plural: boolean) => {
    const key = words.join(' ')
    if (key !== '' && !ways.has(key)) ways.set(key, { words, item, plural })
  }
  for (const item of items)
    for (const way of [item.name, ...item.ways].map(keysOf)) {
      add(way, item, false)
      if (plurals) add(pluralOf(way), item, true)
    }
  return [...ways.values()].sort((a, b) => b.words.length - a.words.length)
}

/** The longest way that begins at a word; its words may be joined by hyphens in the message. */
export function findAt<T>(finder: Finder<T>, message: Message, at: number): Found<T> | undefined {
  const [first] = keyAt(message, at).split('-')
  for (const { words, item, plural } of finder) {
    if (words[0] !== first) continue
    let to = at
    let rest = words
    while (rest.length > 0) {
      const parts = keyAt(message, to).split('-')
      if ((to > at && !joins(message, to)) || message.taken[to]) break
      if (parts.some((part, i) => part !== rest[i])) break
      rest = rest.slice(parts.length)
      to++
    }
    if (rest.length === 0) return { from: at, to, item, plural }
  }
  return undefined
}

/** As findAt, where one long word may be a slip of the listed one: "nursary nurse", "Hueton". */
export function nearAt<T>(finder: Finder<T>, message: Message, at: number): Found<T> | undefined {
  const isNear = (word: string, key: string) =>
    key === word || (word.length >= 6 && key[0] === word[0] && oneSlip(word, key))
  const way = finder.find(({ words }) =>
    words.every(
      (word, i) =>
        (i === 0 || joins(message, at + i)) && !message.taken[at + i] && isNear(word, keyAt(message, at + i)),
    ),
  )
  return way && { from: at, to: at + way.words.length, item: way.item, plural: way.plural }
}

/** The lists of a trust, ready to be found in messages. */
export interface Vocabulary {
  places: Finder<NamedWays>
  services: Finder<NamedWays>
  roles: Finder<RoleWays>
  teamWords: ReadonlySet<string>
  roleWords: ReadonlySet<string>
  qualifiers: Finder<NamedWays>
}

const ready = new WeakMap<Places, Vocabulary>()

/** A trust's lists as a finder of each; made once for the same lists. */
export function vocabularyOf(places: Places): Vocabulary {
  const known = ready.get(places)
  if (known) return known
  const qualifiers = places.roleQualifiers.map((name) => ({ name, ways: [] }))
  const made: Vocabulary = {
    places: finderOf(places.places, false),
    services: finderOf(places.services, false),
    roles: finderOf(places.roles, true),
    teamWords: new Set(places.teamWords.map(keyOf)),
    roleWords: new Set(places.roleWords.map(keyOf)),
    qualifiers: finderOf(qualifiers, false),
  }
  ready.set(places, made)
  return made
}
