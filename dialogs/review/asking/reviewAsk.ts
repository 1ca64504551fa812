import type { Status } from '../../interest/interest.ts'
import type { ExportFormat } from '../export/exportTicket.ts'
import type { WorkFilter } from '../workFilter.ts'
import { type AskContext, askedFilter, clears, refines, statusSaid } from './askedFilter.ts'
import { nameAsked } from './claim.ts'
import type { ReviewSlots } from './extractReviewSlots.ts'
import type { Target } from './reviewTarget.ts'

export type { AskContext } from './askedFilter.ts'

/** Whom a message means. */
export type Whom =
  | { kind: 'reference'; reference: string }
  | { kind: 'names'; names: string[] }
  /** Places on the list shown last, from 0; negative from its end. */
  | { kind: 'places'; from: number; count: number }
  | { kind: 'numbers'; numbers: number[] }
  | { kind: 'shown' }
  | { kind: 'rest' }
  /** "it", "her", "this one": what was opened or shown last. */
  | { kind: 'this' }
  /** The one after or before what was opened last. */
  | { kind: 'beside'; step: 1 | -1 }
  | { kind: 'all-of'; filter: WorkFilter }
  | { kind: 'nobody' }

/** What a message of HR's asks for. */
export type ReviewAsk =
  | { kind: 'list'; filter: WorkFilter; refine: boolean; order?: 'oldest' | 'newest' }
  | { kind: 'next-page' }
  | { kind: 'open'; whom: Whom }
  | { kind: 'note'; whom: Whom; text: string }
  | { kind: 'assign'; whom: Whom; to: string | null }
  | { kind: 'hold'; whom: Whom; why: string }
  | { kind: 'release'; whom: Whom }
  | { kind: 'set-status'; whom: Whom; status?: Status; reason: string }
  | { kind: 'undo'; whom: Whom }
  | { kind: 'send-notice'; whom: Whom }
  | { kind: 'export'; filter: WorkFilter; refine: boolean; format: ExportFormat }
  | { kind: 'exports' | 'counts-sheet' | 'enter' | 'feedback' }
  | { kind: 'write-to'; filter: WorkFilter; refine: boolean }
  | { kind: 'questions'; state: 'open' | 'answered' | 'gap' }
  | { kind: 'answer'; number: number }

const hasParts = (filter: WorkFilter): boolean => Object.values(filter).some((part) => part !== undefined)

const THIS = /\b(this|that|it|her|him|she|he|his|its)\b/i
const BESIDE = /\b(next|previous) (one|interest)\b/i
const THESE = /\b(them|these|those|bulk)\b/i

/** Whom a message means, by what it names first: a reference, a name, places on the list, or all of a filter. */
export function whomOf(message: string, target: Target, filter: WorkFilter): Whom {
  const { reference, which, name, names } = target
  if (reference) return { kind: 'reference', reference }
  if (which && which.kind !== 'shown') {
    if (which.kind === 'numbers') return { kind: 'numbers', numbers: which.numbers ?? [] }
    if (which.kind === 'first') return { kind: 'places', from: 0, count: which.count ?? 1 }
    if (which.kind === 'last') return { kind: 'places', from: -(which.count ?? 1), count: which.count ?? 1 }
    if (which.kind === 'rest') return { kind: 'rest' }
    return hasParts(filter) ? { kind: 'all-of', filter } : { kind: 'shown' }
  }
  if (name) return { kind: 'names', names: names ?? [name] }
  if (filter.name) return { kind: 'names', names: [filter.name] }
  if (hasParts(filter)) return { kind: 'all-of', filter }
  const beside = BESIDE.exec(message)?.[1]
  if (beside) return { kind: 'beside', step: beside.toLowerCase() === 'next' ? 1 : -1 }
  if (THESE.test(message)) return { kind: 'shown' }
  return THIS.test(message) ? { kind: 'this' } : { kind: 'nobody' }
}

const noteText = (message: string): string =>
  /\bnotes?\b(?: (?:to|on|for|about) (?:this(?: one)?|that(?: one)?|it|her|him|the (?:first|second|third|last) one|AP-\S+))?[\s:,–-]*(.*)$/i
    .exec(message)?.[1]
    ?.trim()
    .replace(/^(?:to|on|for|about) [\p{L}’'. -]{2,40}[:,–]\s*/u, '')
    .trim() ?? ''

const assignee = (message: string): string | null => {
  const to = /\b(?:assign(?:ed)?|give)\b.*?\bto (.+?)(?: to deal with.*|[.,].*)?$/i.exec(message)?.[1]?.trim() ?? 'me'
  if (/^(me|myself)$/i.test(to)) return 'me'
  return /^(nobody|no one|none)$/i.test(to) ? null : to
}

const READING = {
  exports:
    /\bregister of exports?\b|\b(past|previous|old|all|list of) exports\b|\bwho (has )?exported\b|\bwhat (has|was|have we) (been )?exported\b/i,
  sheet: /\bfreedom.of.information\b|\bfoi\b/i,
  write: /\b(write|message|send (?:a )?message|e-?mail) (?:to )?(?:all|everyone|everybody|them|these|the)\b/i,
  enter:
    /\b(enter|add|log|record) (?:an? |one )?(?:new )?(?:interest|eoi|form|expression|one)\b.*\b(paper|e-?mail|post|received|for (?:somebody|someone))\b|\benter one\b/i,
  feedback: /\bfeedback\b|\bthumbs?\b|\bhow is the bot doing\b|\bbad answers\b|\bdidnt like\b/i,
  note: /\bnotes?\b/i,
  assign: /^\W*(?:please |can you |could you )?(assign\b|give\b.* to \w)/i,
  release: /\b(release|end|lift) (?:the )?hold\b/i,
  hold: /\b(put|place) (?:a |on )?(?:legal )?hold\b|\bon hold\b/i,
  history: /\b(history|audit trail|who changed|who looked)\b/i,
  open: /^\W*(?:please |can you |could you )?(open|next one|next interest|previous|show (?:me )?(?:details|the record|the (?:first|second|third|last)|number)|more detail|look up|details|next one|first one|show (?:me )?AP)/i,
  undo: /\b(undo|revert|reverse|wrong one|how it was)\b|\bput\b.*\bback\b(?! to)/i,
  send: /\bsend (?:the |that |this |her |him |them )?(?:notice|news|decision|letter)\b/i,
  more: /^\W*(?:show (?:me )?)?(?:more(?: of them)?|next(?: page| lot| ones)?|the next (?:page|ones|lot))\W*$/i,
  change: /^\W*(?:please |can you |could you )?(?:mark|set|put|move|change|update|shortlist|reopen|close)\b/i,
} as const

const WHY = /\bhold\b[\s:,–-]*(?:because(?: of)?|due to|for)\s+(.+)$/i
const WHOLE = /(?<!\bit )\ball\b(?! (?:of )?(?:these|those|them|this))|\b(everything|everyone|everybody|whole)\b/i

const orderOf = (message: string): 'oldest' | 'newest' | undefined => {
  if (/\b(newest|latest|most recent)\b/i.test(message)) return 'newest'
  return /\boldest|longest\b/i.test(message) ? 'oldest' : undefined
}

/** Reads what HR typed, once it is known which action it is. Pure: the same words in the same place ask for the same. */
export function reviewAsk(action: string, message: string, slots: ReviewSlots, context: AskContext): ReviewAsk {
  const plain = message.replace(/[’']/g, '')
  const filter = askedFilter(message, slots.filter, context)
  const whom = () => whomOf(message, slots.target, filter)
  const refine = refines(message) && !clears(message)
  if (READING.exports.test(plain)) return { kind: 'exports' }
  if (READING.sheet.test(plain)) return { kind: 'counts-sheet' }
  switch (action) {
    case 'unanswered': {
      const number = /\b(?:answer|reply to)\b.*?(\d{1,2})\b/i.exec(plain)?.[1]
      if (number) return { kind: 'answer', number: Number(number) }
      if (READING.feedback.test(plain)) return { kind: 'feedback' }
      return { kind: 'questions', state: /\bgaps? with\b|\bmarked as gaps?\b/i.test(plain) ? 'gap' : 'open' }
    }
    case 'export': {
      const format = /\bcsv\b/i.test(plain) ? 'csv' : 'xlsx'
      return { kind: 'export', filter, refine: !WHOLE.test(plain) && (refine || !hasParts(filter)), format }
    }
    case 'update-status': {
      if (READING.undo.test(plain) && !slots.status) return { kind: 'undo', whom: whom() }
      if (READING.note.test(plain) && !slots.status) return { kind: 'note', whom: whom(), text: noteText(message) }
      const status = slots.status ?? statusSaid(message, context.statuses)
      return { kind: 'set-status', whom: whom(), reason: slots.reason ?? '', ...(status ? { status } : {}) }
    }
  }
  if (READING.change.test(plain) && slots.status && whom().kind !== 'nobody')
    return { kind: 'set-status', whom: whom(), status: slots.status, reason: slots.reason ?? '' }
  if (READING.write.test(plain)) return { kind: 'write-to', filter, refine: refine || !hasParts(filter) }
  if (READING.enter.test(plain)) return { kind: 'enter' }
  if (READING.release.test(plain)) return { kind: 'release', whom: whom() }
  if (READING.hold.test(plain)) return { kind: 'hold', whom: whom(), why: WHY.exec(message)?.[1]?.trim() ?? '' }
  if (READING.send.test(plain)) return { kind: 'send-notice', whom: whom() }
  if (READING.note.test(plain)) return { kind: 'note', whom: whom(), text: noteText(message) }
  if (READING.assign.test(plain)) return { kind: 'assign', whom: whom(), to: assignee(message) }
  if (READING.more.test(plain)) return { kind: 'next-page' }
  if (slots.target.reference || READING.history.test(plain)) return { kind: 'open', whom: whom() }
  if (
    READING.open.test(plain) &&
    (slots.target.which || filter.name || slots.target.name || THIS.test(plain) || BESIDE.test(plain))
  )
    return { kind: 'open', whom: whom() }
  const asked = nameAsked(message)
  if (asked && !hasParts(filter) && !slots.target.name && !slots.target.which)
    return { kind: 'open', whom: { kind: 'names', names: [asked.name] } }
  const order = orderOf(plain)
  return { kind: 'list', filter: clears(plain) && !hasParts(filter) ? {} : filter, refine, ...(order ? { order } : {}) }
}
