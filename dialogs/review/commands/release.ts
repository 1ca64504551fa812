import * as z from 'zod'
import { commandOf } from '../../interest/command.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { button, type ReviewCommand } from '../command.ts'
import { showChanged, withOne } from '../interestActions.ts'
import type { ReviewContext } from '../reviewContext.ts'

const releaseHold = async (context: ReviewContext, key: string) => {
  const { service, turn } = context
  return showChanged(context, key, await service.release(turn.actor, key, commandOf(turn)), 'The hold is ended.')
}

const RELEASE = /\b(release|end|lift) (?:the )?hold\b/i

/** Ends the hold on an interest. */
export const release: ReviewCommand<{ target: TargetRef }> = {
  name: 'release',
  buttons: { 'review/release': button(z.object({ key: fields.key }), (context, { key }) => releaseHold(context, key)) },
  recognise: ({ plain, target }) => (RELEASE.test(plain) ? { target } : undefined),
  run: (context, { target }) => withOne(context, target, (key) => releaseHold(context, key)),
}
