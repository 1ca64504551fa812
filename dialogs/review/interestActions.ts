import type { TargetRef } from './asking/reviewMessage.ts'
import { type InterestShown, interestReply } from './cards/interestCard.ts'
import { sayMoreReply } from './cards/plain.ts'
import type { AfterChoice } from './cards/whichOneCard.ts'
import type { Changed, NotChanged } from './changing.ts'
import { memoryOf, type ReviewContext } from './reviewContext.ts'
import type { Forbidden } from './reviewDeps.ts'
import { type CommandResult, respond } from './reviewResponse.ts'
import { resolveTarget } from './targetResolver.ts'

/** Opens one interest, with what was just done or could not be. */
export const openInterest = async (
  context: ReviewContext,
  key: string,
  more: Pick<InterestShown, 'done' | 'note'> = {},
): Promise<CommandResult> => {
  const opened = await context.service.open(context.turn.actor, { key })
  if (opened.kind !== 'opened') return opened
  memoryOf(context).opened = key
  return respond(interestReply({ ...opened, ...more }))
}

/** Does something with the one interest that a message means. */
export const withOne = async (
  context: ReviewContext,
  target: TargetRef,
  act: (key: string) => Promise<CommandResult>,
  after: AfterChoice = { verb: 'open' },
): Promise<CommandResult> => {
  const found = await resolveTarget(context, target, after)
  if (!('keys' in found)) return found
  const [key, second] = found.keys
  if (!key) return { kind: 'gone' }
  return second ? respond(sayMoreReply('Please do that one at a time.', 'open number 1')) : act(key)
}

type OneChange = Changed | NotChanged | Forbidden | { kind: 'invalid'; message: string } | { kind: 'nothing-to-send' }

/**
 * What came of a change of one interest: it is shown again, with what was done.
 * @param note what was typed, which stays in its field when it was not taken
 */
export const showChanged = async (
  context: ReviewContext,
  key: string,
  outcome: OneChange,
  done: string,
  note?: string,
): Promise<CommandResult> => {
  switch (outcome.kind) {
    case 'changed':
      memoryOf(context).changed = [key]
      return openInterest(context, key, { done })
    case 'invalid':
      return openInterest(context, key, { done: outcome.message, note })
    case 'nothing-to-send':
      return openInterest(context, key, { done: 'There is no news that waits to be sent.' })
    case 'conflict': {
      const conflict = 'Somebody changed it before you. See its history below. Nothing of yours is saved yet.'
      return openInterest(context, key, { done: conflict, note })
    }
    default:
      return outcome
  }
}
