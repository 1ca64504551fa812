import type { Interest } from '../../interest/interest.ts'
import { normalise } from '../../reading/normalise.ts'
import { says } from '../../reading/phrases.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import type { RecordField } from '../asking/recordFields.ts'
import { type TargetRef, within } from '../asking/reviewMessage.ts'
import { fieldWords } from '../cards/fieldWords.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import { doTo } from '../interestActions.ts'
import { putRecord } from '../reviewMemory.ts'

/** Fields whose ways of asking hold a status: "can i contact the manager". */
const NAMES_STATUS: readonly RecordField[] = ['contact', 'mayContact', 'status', 'history', 'told']

/** Of so many a field is told of each, rather than asked of whom. */
const FEW = 3

/** A field of several, by its plural alone: "bases". */
const SEVERAL =
  /^\W*(?:(?:and|the|their|what|which) )*(?:bands|grades|jobs|roles|wards|teams|services|bases|sites|managers|shifts|cohorts|intakes|reasons|dates|emails)\W*$/i

/** So many are told of at once. */
const MOST = 12

/** Tells one field of each, looked up and logged as an opening is. */
export const tellField: Act<{ keys: readonly string[]; field: RecordField }> = async (context, { keys, field }) => {
  if (keys.length > MOST)
    return respond(sayMoreReply(`I can tell you that of ${MOST} at once. Please narrow the list first.`, 'only band 4'))
  const interests: Interest[] = []
  for (const key of keys) {
    const opened = await context.service.open(context.actor, { key })
    if (opened.kind === 'opened') interests.push(opened.interest)
    else if (keys.length === 1) return opened
  }
  const [only] = keys.length === 1 ? keys : []
  if (only) putRecord(context.turn.memory, only)
  const wording = await context.wording()
  const lines = interests.map((interest) => fieldWords(field, interest, wording))
  return respond({
    text: lines.length > 1 ? lines.map((line) => `- ${line}`).join('\n') : (lines[0] ?? ''),
    personal: true,
  })
}

/** Tells a field of the record that is open, of somebody named, or of each on the list. */
export const tell: ReviewCommand<{ target: TargetRef; field: RecordField }> = {
  name: 'tell',
  recognise(message) {
    const { target, table, plain, field } = message
    if (!field || (message.slots.status && !NAMES_STATUS.includes(field))) return undefined
    const [nobody, hasPage] = [target.kind === 'nobody' || target.kind === 'this', table.list !== undefined]
    const some = /^\W*(which|who) of\b|^\W*(only|just)\b/i.test(plain) || says(normalise(plain), 'ofThoseShown')
    if (some && !(isEmpty(message.filter) && message.person)) return undefined
    if (target.kind === 'all-of') return hasPage ? { field, target: within(target, table) } : undefined
    if (nobody && hasPage && message.people && !(table.opened && message.person))
      return { field, target: { kind: 'shown' } }
    const few = (table.list?.keys.length ?? 0) <= FEW && (message.person || table.onTop)
    if (nobody && !table.opened && hasPage && (few || SEVERAL.test(plain))) return { field, target: { kind: 'shown' } }
    if (nobody && !table.opened && table.list?.keys.length !== 1 && !(hasPage && message.person)) return undefined
    return { field, target }
  },
  run: (context, { target, field }) => doTo(context, { target }, { verb: 'tell', field }),
}
