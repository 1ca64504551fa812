import type { Status } from '../../interest/interest.ts'
import { beginsWith, endsWith, isOneOf } from '../../reading/phrases.ts'
import {
  findEach,
  joined,
  joins,
  keyAt,
  keysOf,
  type Message,
  type Span,
  wordsBefore,
  wordsFrom,
} from '../../reading/tokens.ts'
import { oneSlip } from '../../reading/wordKinds.ts'

/** A status as HR says it; its label and id count without being listed. */
export interface StatusWords {
  id: Status
  label: string
  phrasings: readonly string[]
}

export interface StatusFound extends Span {
  id: Status
  /** "not contacted", "hide the closed ones". */
  denied: boolean
  /** A phrasing that is itself the act: "close off", "shortlist", "spoke to". */
  act: boolean
}

/** "shortlisted" gives "shortlist", "closed" gives "close": what HR says to do it. */
const stems = (phrase: string): string[] =>
  /^\w{4,}ed$/.test(phrase) ? [phrase.slice(0, -2), phrase.slice(0, -1)].filter((stem) => stem.length > 3) : []

const POINTS_TO_SOME = /\b(\d|first|last|one|two|three|second|third|lot|rest|them|these|him|her|it)\b/

/** The statuses that a message names, in its order. */
export function statusesIn(message: Message, statuses: readonly StatusWords[]): StatusFound[] {
  const ways = statuses
    .flatMap(({ id, label, phrasings }) => {
      const said = [label, id, ...phrasings].map((way) => keysOf(way).join(' '))
      return [
        ...said.map((way) => ({ id, way, stem: false })),
        ...said.flatMap(stems).map((way) => ({ id, way, stem: true })),
      ]
    })
    .sort((a, b) => b.way.length - a.way.length)
  return findEach(message, (from) => {
    const before = wordsBefore(message, from, 4)
    const first = before === '' || isOneOf(keyAt(message, from - 1), 'beforeStatusAct')
    const acts = first || endsWith(before, 'toStatus')
    const said = ways.find(({ way, stem }) => startsHere(message, from, way) && (!stem || acts))
    const apart = said ? undefined : ways.find(({ way }) => isApart(message, from, way))
    if (apart) return { from, to: from + 1, id: apart.id, denied: endsWith(before, 'deniesStatus'), act: true }
    const to = from + (said?.way.split(' ').length ?? 0)
    if (!said || /\b(off|from|out of)( the)?$/.test(before) || isVerb(message, from, to)) return undefined
    const act = said.stem || (first && isOneOf(joined(message, { from, to }), 'statusActs'))
    return { from, to, id: said.id, denied: endsWith(before, 'deniesStatus'), act }
  })
}

/** "registered since monday", "who has registered": what people did rather than where they stand. */
const isVerb = (message: Message, from: number, to: number): boolean =>
  keyAt(message, from) === 'registered' &&
  (isOneOf(keyAt(message, to), 'registeredWhen') ||
    /\b(who has|whos|who have|everyone|has)$/.test(wordsBefore(message, from, 2)))

const near = (key: string, part: string): boolean =>
  key === part || (part.length >= 7 && key[0] === part[0] && oneSlip(part, key))

/** A verb and its particle with somebody between them: "turn gareth down". */
const isApart = (message: Message, at: number, way: string): boolean => {
  const [verb = '', particle = '', more] = way.split(' ')
  if (more || !/^(down|off|out)$/.test(particle) || keyAt(message, at) !== verb) return false
  return [2, 3, 4].some((gap) => keyAt(message, at + gap) === particle)
}

const startsHere = (message: Message, at: number, way: string): boolean =>
  way.split(' ').every((part, i) => near(keyAt(message, at + i), part) && (i === 0 || joins(message, at + i)))

/**
 * The status that a message would give to somebody, when it asks for a change at all; else each named one narrows a list.
 * "all band 4 to contacted" and "number one reviewed" ask for one; "show the contacted ones" does not.
 */
export function changedTo(message: Message, found: readonly StatusFound[]): StatusFound | undefined {
  const text = wordsFrom(message, 0)
  const changes = beginsWith(text, 'changesStatus')
  const isHanded = ({ from }: Span) => endsWith(wordsBefore(message, from, 2), 'toStatus')
  const meant = found.filter(({ denied }) => !denied)
  if (beginsWith(text, 'listsStatus') && !changes) {
    const act = meant.find(({ act, to }) => act && !/^(ones|only|people)?$/.test(keyAt(message, to)))
    if (act && /^just\b/.test(text)) return act
    const last = found.at(-1)
    return last && /^(the|those)\b/.test(text) && isHanded(last) ? last : undefined
  }
  const [first] = meant
  const handed = meant.findLast(isHanded) ?? (first?.act ? first : undefined)
  if (handed) return handed
  if (!first || meant.some(({ id }) => id !== first.id)) return undefined
  if (changes || /^(status|next stage) .*\bfor \w/.test(text)) return first
  const ends = first.to === message.tokens.length || /^for\b/.test(keyAt(message, first.to))
  return ends && POINTS_TO_SOME.test(text) ? first : undefined
}

/** Whether a message asks for some change, whatever its status. */
export const asksChange = (message: Message): boolean => beginsWith(wordsFrom(message, 0), 'changesStatus')

/** Why: what follows the status after a comma or a "because". */
export function reasonAfter(message: Message, status: StatusFound): string | undefined {
  const rest = message.text.slice(message.tokens[status.to - 1]?.end ?? 0)
  const said =
    /^\s*(?:[,;:.–-]+\s*|(?=because\b|cos\b|as\b|since\b|by mistake\b|in error\b))(?:because |cos |as |since )?(\S.{2,300})$/is.exec(
      rest,
    )
  const later = /[,;]\s*(?!and\b|then\b)([^,;]{3,300})$|\b(?:because|cos)\s+(.{3,300})$/is.exec(rest)
  const reason = said?.[1] ?? later?.[2] ?? (status.act ? later?.[1] : undefined)
  return reason?.trim().replace(/[.]+$/, '')
}
