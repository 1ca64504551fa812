import type { RoleWays } from '../../knowledge/content/places.ts'
import { joins, keyAt, type Message, type Span, wordsBefore } from './message.ts'
import { type Found, findAt, nearAt, type Vocabulary } from './vocabulary.ts'
import { isCapital, isGrammar, isLight } from './words.ts'

export interface RoleFound extends Span {
  /** The listed role; none for one that only its last word tells. */
  item?: RoleWays
  plural: boolean
  /** The words before it say that the person is one, or that it is their job. */
  own: boolean
}

const OWN =
  /\b(im|i am|i m|ive been|as|work as|working as|employed as|role|job|job title|title|post|position|me|currently|now|just) ?(is|a|an|the|just a|currently a|currently|as a|as an|only a|as|now a)?$/
const WANTED =
  /\b(be|become|becoming|to be|being|was|train|training|trained|qualify|qualified|apply|applying|go|interest|interested|want|for|get|doing|do|into|like|about|start|used|previously|formerly|former|another|other|with|by|my|our|their|than|between|help|assist|support|see|ask|asked|told|nor|are|did|register|registering|course|go for|every|all|any)( as| to| in| be| become| a| an| the| of| on)*$/
const PROGRAMME_AFTER =
  /^(programme|program|course|role|post|posts|job|jobs|scheme|thing|degree|training|cohort|trainee|position|place|places|intake|opportunity|one|list|interest|form|stuff|next|in|september|sept|please|pls)$/

/** Takes in what may stand before a job: "senior", "community", "bank". */
function widen(message: Message, span: Span, vocabulary: Vocabulary): Span {
  const { from } = span
  for (let back = 2; back > 0; back--) {
    const at = from - back
    if (at < 0 || !joins(message, from)) continue
    const found = findAt(vocabulary.qualifiers, message, at)
    if (found && found.to === from) return widen(message, { from: at, to: span.to }, vocabulary)
  }
  return { from, to: span.to }
}

/** A job that is not listed, told by its last word: "dietetic assistant", "a trainee nurse", "im a nurse". */
function unlisted(message: Message, at: number, vocabulary: Vocabulary): Span | undefined {
  const head = message.tokens[at]
  if (!head || !vocabulary.roleWords.has(head.key.replace(/s$/, ''))) return undefined
  const own = /\b(im|i am|as|currently|now|role is|job is) an?$/.test(wordsBefore(message, at))
  const wide = widen(message, { from: at, to: at + 1 }, vocabulary)
  if (own || wide.from < at) return wide
  const before = message.tokens[at - 1]
  if (!joins(message, at) || !before || message.taken[at - 1] || isLight(before) || isGrammar(before)) return undefined
  if (/\d|^(an?|the|first|good|great|line|other|same|real|qualified)$/.test(before.key)) return undefined
  // "Danielle Harte nurse": a surname and a job, not a kind of nurse.
  if (isCapital(before) && !isCapital(head)) return undefined
  return { from: at - 1, to: at + 1 }
}

/**
 * Every job in a message, in its order, listed or told by its last word.
 * @param asking whether the role was just asked for, so that it may be misspelt
 */
export function rolesIn(message: Message, vocabulary: Vocabulary): RoleFound[] {
  const found: RoleFound[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i]) continue
    const listed = findAt(vocabulary.roles, message, i) ?? nearAt(vocabulary.roles, message, i)
    const span = listed ?? unlisted(message, i, vocabulary)
    if (!span) continue
    const wide = widen(message, span, vocabulary)
    // "NN" said in passing within a longer, listed role has been found as that already.
    const last = found.at(-1)
    if (last && wide.from < last.to) {
      last.to = Math.max(last.to, wide.to)
      i = last.to - 1
      continue
    }
    const words = wordsBefore(message, wide.from, 5)
    found.push({
      ...wide,
      item: listed?.item,
      plural: listed?.plural ?? false,
      own: OWN.test(words) && !WANTED_OWN.test(words),
    })
    i = wide.to - 1
  }
  return found
}

const WANTED_OWN =
  /\b(to be|become|becoming|be|training|train|trained|apply|applying|used|interested) (\w+ )?(as|a|an)( \w+)?$/

/** Whether a job in a message of one's own can be the person's: not one that they want, work with, or speak of. */
export function isOwnRole(message: Message, role: RoleFound, asking: boolean): boolean {
  if (role.own) return !/^(programme|program|course|degree|thing|scheme)$/.test(keyAt(message, role.to))
  const words = wordsBefore(message, role.from, 5)
  if (WANTED.test(words) && !asking) return false
  if (role.item?.programme || /assistant practitioner/.test(role.item?.name ?? ''))
    return (
      asking ||
      (!PROGRAMME_AFTER.test(keyAt(message, role.to)) && !/\b(the|an?|this|that|in|on)$/.test(words) && words !== '')
    )
  return asking || !role.plural
}

/** The listed role that a text names, as it is compared. */
export function canonicalRole(found: Found<RoleWays> | RoleFound): string | undefined {
  return found.item?.name
}
