import type { Act } from '../command.ts'
import { type OneInterest, onOneInterest, showChanged } from '../interestActions.ts'

const RELEASE = /\b(release|end|lift) (?:the )?hold\b/i

export const releaseHold: Act<OneInterest> = async (context, { key }) => {
  const outcome = await context.service.release(context.actor, key, context.command)
  return showChanged(context, key, outcome, 'The hold is ended.')
}

/** Ends the hold on an interest. */
export const release = onOneInterest('release', RELEASE, releaseHold)
