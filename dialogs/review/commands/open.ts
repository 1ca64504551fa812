import { isEmpty } from '../asking/askedFilter.ts'
import { nameAsked } from '../asking/claim.ts'
import { BESIDE, THIS, within } from '../asking/reviewMessage.ts'
import { nameAlone } from '../asking/reviewTarget.ts'
import type { ReviewCommand, Targeted } from '../command.ts'
import { onOneInterest, openInterest } from '../interestActions.ts'

const HISTORY = /\b(history|audit trail|who changed|who looked)\b/i
const OPEN =
  /^\W*(?:please |can you |could you )?(open|next one|next interest|previous|pull up|bring up|get up|show (?:me )?(?:details|the record|the (?:first|second|third|last)|number)|more detail|look up|details|next one|first one|show (?:me )?AP)/i

const SHORT = 5
const PLURAL = /s\W*$|\ball\b/i

/** One interest, whole. */
export const open: ReviewCommand<Targeted> = {
  ...onOneInterest('open', OPEN, openInterest),
  recognise({ text, plain, filter, target, table, slots: { target: named } }) {
    if (named.reference || HISTORY.test(plain)) return { target }
    const pointed = named.which || named.name
    if (OPEN.test(plain) && (pointed || filter.name || THIS.test(plain) || BESIDE.test(plain))) return { target }
    if (OPEN.test(plain) && target.kind === 'all-of' && table.list && !PLURAL.test(plain))
      return { target: within(target, table) }
    if ((target.kind === 'other' || target.kind === 'beside') && text.trim().split(/\s+/).length <= SHORT)
      return { target }
    const alone = nameAlone(text)
    const asked = pointed || !isEmpty(filter) ? undefined : alone ? { verb: '', name: alone } : nameAsked(text)
    return (
      asked && { target: { kind: 'names', names: [asked.name], ...(/\bother$/.test(asked.verb) && { others: true }) } }
    )
  },
}
