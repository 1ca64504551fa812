import { sayMoreReply } from './cards/plain.ts'
import type { AfterChoice, CommandResult, Found, ReviewContext, ReviewResponse } from './command.ts'
import { respond } from './command.ts'
import { assignAll } from './commands/assign.ts'
import { putOrAskHold } from './commands/hold.ts'
import { noteOrAsk } from './commands/note.ts'
import { releaseHold } from './commands/release.ts'
import { sendNoticeOf } from './commands/sendNotice.ts'
import { setStatusOf } from './commands/setStatus.ts'
import { tellField } from './commands/tell.ts'
import { undoChanges } from './commands/undo.ts'
import { openInterest } from './interestActions.ts'

/** So many at once, where each is shown afterwards. */
const MOST_SHOWN = 5

const actOne = (context: ReviewContext, key: string, after: AfterChoice): Promise<CommandResult> => {
  switch (after.verb) {
    case 'note':
      return noteOrAsk(context, { key, note: after.note })
    case 'hold':
      return putOrAskHold(context, { key, why: after.why })
    case 'release':
      return releaseHold(context, { key })
    case 'send-notice':
      return sendNoticeOf(context, { key })
    default:
      return openInterest(context, { key })
  }
}

/** Does something to the interests that were found, and keeps what it was, so that it can be done to another. */
export async function perform(context: ReviewContext, found: Found, after: AfterChoice): Promise<CommandResult> {
  const { keys } = found
  switch (after.verb) {
    case 'undo':
      return undoChanges(context, { keys })
    case 'status':
      context.memory.did = { verb: 'status', to: after.to }
      return setStatusOf(context, { ...found, ...after })
    case 'assign':
      return assignAll(context, { keys, to: after.to })
    case 'tell':
      context.memory.did = { verb: 'tell', field: after.field }
      return tellField(context, { keys, field: after.field })
  }
  context.memory.did = { verb: after.verb }
  if (keys.length > MOST_SHOWN)
    return respond(sayMoreReply(`Please do that for ${MOST_SHOWN} or fewer at once.`, 'open number 1'))
  const done: ReviewResponse = { replies: [] }
  for (const key of keys) {
    const result = await actOne(context, key, after)
    if ('kind' in result) return result
    done.replies = [...done.replies, ...result.replies]
    if (result.prompt) return { ...done, prompt: result.prompt }
  }
  if (after.verb !== 'open' && context.memory.changed) context.memory.changed = [...keys]
  return keys.length > 0 ? done : { kind: 'gone' }
}
