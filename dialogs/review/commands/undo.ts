import * as z from 'zod'
import { isEmpty } from '../asking/askedFilter.ts'
import * as fields from '../buttonFields.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { undoneReply } from '../cards/statusCards.ts'
import { type Act, button, type ReviewCommand, respond, type Targeted } from '../command.ts'
import { doTo } from '../interestActions.ts'
import { reviewTable } from '../reviewMemory.ts'

export const undoChanges: Act<{ keys: readonly string[] }> = async (
  { service, actor, command, wording, memory },
  { keys },
) => {
  const undone = await service.undo(actor, keys, command)
  if (undone.kind !== 'undone') return undone
  delete memory.changed
  return respond(undoneReply(undone, await wording()))
}

const UNDO =
  /\b(undo|revert|get rid of (?:that|it|the)|reverse|wrong one|how it was|scrap that|didnt mean (?:that|to)|take (?:that|it|the hold|the note|this) (?:off|back|out|away))\b|\bput\b.*\bback\b(?! to)/i

/** What was done last, and no place on the list. */
const LAST_DONE =
  /\b(?:last|latest) (?:change|bit|thing|step|action|update|move|edit)\b|\bwhat (?:i|you|we) (?:just )?did\b/i

/** It names whom it should have been, and not whom it was. */
const WRONG = /\bwrong one\b/i

/** Takes back the officer's own last change: of what a message names, else of what was changed last. */
export const undo: ReviewCommand<Targeted> = {
  name: 'undo',
  buttons: { 'review/undo': button(z.object({ keys: z.array(fields.key).max(200) }), undoChanges) },
  recognise: ({ plain, slots, target, filter, memory }) =>
    UNDO.test(plain) && !slots.status && (isEmpty(filter) || memory.changed)
      ? { target: LAST_DONE.test(plain) || WRONG.test(plain) ? { kind: 'nobody' } : target }
      : undefined,
  async run(context, { target }) {
    const { changed } = context.memory
    if ((target.kind === 'nobody' || target.kind === 'this') && changed) return undoChanges(context, { keys: changed })
    const { opened } = reviewTable(context.turn.memory)
    const own = LAST_DONE.test(context.turn.message) && opened
    if ((target.kind === 'nobody' || target.kind === 'this') && !own)
      return respond(sayMoreReply('There is nothing of yours to undo here.', 'the list again'))
    return doTo(context, { target }, { verb: 'undo' })
  },
}
