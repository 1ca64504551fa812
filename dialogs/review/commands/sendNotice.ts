import type { Act } from '../command.ts'
import { type OneInterest, onOneInterest, showChanged } from '../interestActions.ts'

const SEND = /\bsend (?:the |that |this |her |him |them )?(?:notice|news|decision|letter)\b/i

export const sendNoticeOf: Act<OneInterest> = async (context, { key }) => {
  const outcome = await context.service.sendNotice(context.actor, key, context.command)
  return showChanged(context, key, outcome, 'The person will be told.')
}

/** Sends the bad news that the bot does not send by itself. */
export const sendNotice = onOneInterest('send-notice', SEND, sendNoticeOf)
