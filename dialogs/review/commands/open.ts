import * as z from 'zod'
import { nameAsked } from '../asking/claim.ts'
import { BESIDE, isEmpty, type TargetRef, THIS } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { button, type ReviewCommand } from '../command.ts'
import { openInterest, withOne } from '../interestActions.ts'

const HISTORY = /\b(history|audit trail|who changed|who looked)\b/i
const OPEN =
  /^\W*(?:please |can you |could you )?(open|next one|next interest|previous|show (?:me )?(?:details|the record|the (?:first|second|third|last)|number)|more detail|look up|details|next one|first one|show (?:me )?AP)/i

/** One interest, whole. */
export const open: ReviewCommand<{ target: TargetRef }> = {
  name: 'open',
  buttons: { 'review/open': button(z.object({ key: fields.key }), (context, { key }) => openInterest(context, key)) },
  recognise({ text, plain, filter, target, slots: { target: named } }) {
    if (named.reference || HISTORY.test(plain)) return { target }
    const pointed = named.which || named.name
    if (OPEN.test(plain) && (pointed || filter.name || THIS.test(plain) || BESIDE.test(plain))) return { target }
    const asked = pointed || !isEmpty(filter) ? undefined : nameAsked(text)
    return asked && { target: { kind: 'names', names: [asked.name] } }
  },
  run: (context, { target }) => withOne(context, target, (key) => openInterest(context, key)),
}
