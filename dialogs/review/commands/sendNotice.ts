import * as z from 'zod'
import { commandOf } from '../../interest/command.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { button, type ReviewCommand } from '../command.ts'
import { showChanged, withOne } from '../interestActions.ts'
import type { ReviewContext } from '../reviewContext.ts'

const send = async (context: ReviewContext, key: string) => {
  const { service, turn } = context
  return showChanged(
    context,
    key,
    await service.sendNotice(turn.actor, key, commandOf(turn)),
    'The person will be told.',
  )
}

const SEND = /\bsend (?:the |that |this |her |him |them )?(?:notice|news|decision|letter)\b/i

/** Sends the bad news that the bot does not send by itself. */
export const sendNotice: ReviewCommand<{ target: TargetRef }> = {
  name: 'send-notice',
  buttons: { 'review/send-notice': button(z.object({ key: fields.key }), (context, { key }) => send(context, key)) },
  recognise: ({ plain, target }) => (SEND.test(plain) ? { target } : undefined),
  run: (context, { target }) => withOne(context, target, (key) => send(context, key)),
}
