import { unknownButton } from '../rootReplies.ts'
import type { Submission } from '../turn.ts'
import { extractReviewSlots } from './asking/extractReviewSlots.ts'
import { readReviewMessage } from './asking/reviewMessage.ts'
import { leftReply } from './cards/plain.ts'
import { BUTTONS, commandFor, PROMPTS } from './commands/index.ts'
import { promptReply } from './promptReply.ts'
import { memoryOf, type ReviewContext } from './reviewContext.ts'
import { type CommandResult, type PendingPrompt, type ReviewResponse, respond, responseTo } from './reviewResponse.ts'

/** Does something for HR alone. The service checks each function too; this keeps its forms from others. */
const forHr = async (context: ReviewContext, act: () => Promise<CommandResult>): Promise<ReviewResponse> =>
  responseTo(context, context.service.allows(context.turn.actor) ? await act() : { kind: 'forbidden' })

/**
 * Reads a message, notes in the trace what it gave, and runs the command that it asks for.
 * @param action the action that the message was matched to
 */
export const handleMessage = (context: ReviewContext, action: string): Promise<ReviewResponse> =>
  forHr(context, async () => {
    const { service, turn, places, timeZone, now } = context
    const slots = extractReviewSlots(turn.message, places, context.statuses)
    const { cohorts } = await service.wording()
    const statuses = service.statuses.map((status) => ({
      ...status,
      phrasings: context.statuses.find(({ id }) => id === status.id)?.phrasings ?? [],
    }))
    const known = { statuses, cohorts, me: turn.actor.objectId, now, timeZone, lastLooked: memoryOf(context).at }
    const { which, ...target } = slots.target
    turn.trace.slots = { filter: slots.filter, target: { ...target, ...(which && { which: which.text }) } }
    const asked = commandFor(readReviewMessage(action, turn.message, slots, known))
    return asked?.command.run?.(context, asked.request) ?? respond(leftReply())
  })

/** Does what a button of HR's cards asks for, pressed or forged. */
export const pressButton = (context: ReviewContext, { verb, data }: Submission): Promise<ReviewResponse> =>
  forHr(context, async () => BUTTONS.get(verb)?.(context, data) ?? respond(unknownButton()))

/** Goes on with a prompt once it is answered. */
export async function continuePrompt(context: ReviewContext, pending: PendingPrompt): Promise<ReviewResponse> {
  const { trace, message } = context.turn
  const prompt = PROMPTS.get(pending.kind)
  if (!prompt) return respond(leftReply())
  trace.outcomes.push('action')
  trace.action = prompt.action
  const answered = promptReply(prompt, message) === 'answer'
  return answered ? responseTo(context, await prompt.answered(context, pending, message)) : respond(leftReply())
}
