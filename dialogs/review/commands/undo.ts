import * as z from 'zod'
import { commandOf } from '../../interest/command.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { undoneReply } from '../cards/statusCards.ts'
import { button, type ReviewCommand } from '../command.ts'
import { memoryOf, type ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import { resolveTarget } from '../targetResolver.ts'

export const undoChanges = async (context: ReviewContext, keys: readonly string[]): Promise<CommandResult> => {
  const { service, turn } = context
  const undone = await service.undo(turn.actor, keys, commandOf(turn))
  if (undone.kind !== 'undone') return undone
  delete memoryOf(context).changed
  return respond(undoneReply(undone))
}

const UNDO = /\b(undo|revert|reverse|wrong one|how it was)\b|\bput\b.*\bback\b(?! to)/i

/** Takes back the officer's own last change: of what a message names, else of what was changed last. */
export const undo: ReviewCommand<{ target: TargetRef }> = {
  name: 'undo',
  buttons: {
    'review/undo': button(z.object({ keys: z.array(fields.key).max(200) }), (context, { keys }) =>
      undoChanges(context, keys),
    ),
  },
  recognise: ({ plain, slots, target }) => (UNDO.test(plain) && !slots.status ? { target } : undefined),
  async run(context, { target }) {
    const { changed } = memoryOf(context)
    if ((target.kind === 'nobody' || target.kind === 'this') && changed) return undoChanges(context, changed)
    const found = await resolveTarget(context, target, { verb: 'undo' })
    return 'keys' in found ? undoChanges(context, found.keys) : found
  },
}
