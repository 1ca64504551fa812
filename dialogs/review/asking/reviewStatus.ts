import type { Status } from '../../interest/interest.ts'
import { joined, joins, keyAt, keyOf, type Message, type Span, wordsBefore } from '../../reading/tokens.ts'
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

const words = (text: string): string =>
  text
    .split(/[\s-]+/)
    .map(keyOf)
    .filter(Boolean)
    .join(' ')

/** "shortlisted" gives "shortlist", "closed" gives "close": what HR says to do it. */
const stems = (phrase: string): string[] =>
  /^\w{4,}ed$/.test(phrase) ? [phrase.slice(0, -2), phrase.slice(0, -1)].filter((stem) => stem.length > 3) : []

const DENIES =
  /\b(not|isnt|arent|havent been|hasnt been|never|without|except|hide|leave out|not yet|exclude|excluding|all but|everything but|apart from)( \w+){0,2}$/
const ACTS =
  /^(close|shut|shortlist|reopen|contact|review|invite|offer|withdraw|reject|rang|rung|phoned|emailed|spoke|spoken|messaged|called|texted|wrote|dealt|ive|i|just|please|can|could|and|then|ok|right)?$/

/** The statuses that a message names, in its order. */
export function statusesIn(message: Message, statuses: readonly StatusWords[]): StatusFound[] {
  const ways = statuses
    .flatMap(({ id, label, phrasings }) => {
      const said = [label, id, ...phrasings].map(words)
      return [
        ...said.map((way) => ({ id, way, act: false })),
        ...said.flatMap(stems).map((way) => ({ id, way, act: true })),
      ]
    })
    .sort((a, b) => b.way.length - a.way.length)
  const found: StatusFound[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    const before = wordsBefore(message, i, 4)
    const first = i === 0 || !joins(message, i) || ACTS.test(before.split(' ').at(-1) ?? '')
    const way = ways.find(({ way, act }) => startsHere(message, i, way) && (!act || first || TO.test(before)))
    if (!way) continue
    const to = i + way.way.split(' ').length
    if (/\b(off|from|out of)( the)?$/.test(before) || isVerb(message, i, to)) continue
    found.push({
      from: i,
      to,
      id: way.id,
      denied: DENIES.test(before),
      act: way.act || (first && ACT_SAID.test(joined(message, { from: i, to }))),
    })
    i = to - 1
  }
  return found
}

/** "registered since monday", "who has registered": what people did rather than where they stand. */
const isVerb = (message: Message, from: number, to: number): boolean =>
  keyAt(message, from) === 'registered' &&
  (/^(since|before|this|in|after|on|between|today|with|so|yesterday|last|over|for)$/.test(keyAt(message, to)) ||
    /\b(who has|whos|who have|everyone|has)$/.test(wordsBefore(message, from, 2)))

const ACT_SAID =
  /^(back to \w+|close|close off|close down|shut|shut down|reopen|spoke to|spoken to|rang|rung|phoned|emailed|messaged|texted|called|wrote to|dealt with|shortlist|contacted|reviewed|invited|offered|shortlisted)$/

const near = (key: string, part: string): boolean =>
  key === part || (part.length >= 7 && key[0] === part[0] && oneSlip(part, key))

const startsHere = (message: Message, at: number, way: string): boolean => {
  const parts = way.split(' ')
  return parts.every((part, i) => near(keyAt(message, at + i), part) && (i === 0 || joins(message, at + i)))
}

const CHANGES =
  /^(please |can you |could you |kindly |ok |right |now |and |then |just |also |sorry |oops |no |actually |i |id like to |we |ill |lets )*(mark|set|change|update|move|put|flag|tick|make|switch|progress|send|take|bulk|record|revert|undo|turn|promote|shift|bump|class|log|add|get)\b/
const TO = /\b(to|as|back to|onto|into|now|done|be)( the)?$/

/**
 * The status that a message would give to somebody, when it asks for a change at all; else each named one narrows a list.
 * "all band 4 to contacted" and "number one reviewed" ask for one; "show the contacted ones" does not.
 */
export function changedTo(message: Message, found: readonly StatusFound[]): StatusFound | undefined {
  const text = joined(message, { from: 0, to: message.tokens.length })
  if (
    /^(show|list|find|only|just|filter|which|who|any|how many|export|hide|leave out|give me|see|is|are|search|those|narrow|the)\b/.test(
      text,
    ) &&
    !CHANGES.test(text)
  ) {
    const act = found.find(
      ({ act, denied, to }) =>
        act && !denied && /^just\b/.test(text) && !/^(ones|only|people)?$/.test(keyAt(message, to)),
    )
    const last = found.at(-1)
    const handed = last && TO.test(wordsBefore(message, last.from, 2)) && /^(the|those)\b/.test(text)
    return act ?? (handed ? last : undefined)
  }
  const meant = found.filter(({ denied }) => !denied)
  const handed = meant.findLast(({ from }) => TO.test(wordsBefore(message, from, 2)))
  const act = meant[0]?.act ? meant[0] : undefined
  if (handed ?? act) return handed ?? act
  const last = meant[0]
  if (!last || meant.some(({ id }) => id !== last.id)) return undefined
  if (CHANGES.test(text) || last.act || /^(status|next stage) .*\bfor \w/.test(text)) return last
  const end = last.to === message.tokens.length
  const pointed = /\b(\d|first|last|one|two|three|second|third|lot|rest|them|these|him|her|it)\b/.test(text)
  return (end || /^for\b/.test(keyAt(message, last.to))) && pointed ? last : undefined
}

/** Whether a message asks for some change, whatever its status. */
export const asksChange = (message: Message): boolean =>
  CHANGES.test(joined(message, { from: 0, to: message.tokens.length }))

/** Why: what follows the status after a comma or a "because". */
export function reasonAfter(message: Message, status: StatusFound): string | undefined {
  const end = message.tokens[status.to - 1]?.end ?? 0
  const rest = message.text.slice(end)
  const said =
    /^\s*(?:[,;:.–-]+\s*|(?=because\b|cos\b|as\b|since\b|by mistake\b|in error\b))(?:because |cos |as |since )?(\S.{2,300})$/is.exec(
      rest,
    )
  const later = /[,;]\s*(?!and\b|then\b)([^,;]{3,300})$|\b(?:because|cos)\s+(.{3,300})$/is.exec(rest)
  const reason = said?.[1] ?? later?.[2] ?? (status.act ? later?.[1] : undefined)
  return reason?.trim().replace(/[.]+$/, '')
}
