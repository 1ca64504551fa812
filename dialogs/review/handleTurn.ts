import { readReply } from '../reading/yesNo.ts'
import { forHrAlone, unknownButton } from '../rootReplies.ts'
import type { Submission } from '../turn.ts'
import { extractReviewSlots } from './asking/extractReviewSlots.ts'
import { readReviewMessage } from './asking/reviewMessage.ts'
import { goneReply, leftReply, ownReply } from './cards/plain.ts'
import type { CommandResult, PendingPrompt, Prompt, ReviewContext, ReviewResponse } from './command.ts'
import { respond } from './command.ts'
import { BUTTONS, commandFor, PROMPTS } from './commands/index.ts'

const REPLIES = { forbidden: forHrAlone, 'own-interest': ownReply, gone: goneReply }

/** The response to a command's result. */
const responseTo = ({ turn }: ReviewContext, result: CommandResult): ReviewResponse => {
  if (!('kind' in result)) return result
  if (result.kind === 'forbidden') turn.trace.outcomes = ['refused']
  return respond(REPLIES[result.kind]())
}

/** Does something for HR alone. The service checks each function too; this keeps its forms from others. */
const forHr = async (context: ReviewContext, act: () => Promise<CommandResult>): Promise<ReviewResponse> =>
  responseTo(context, context.service.allows(context.actor) ? await act() : { kind: 'forbidden' })

/**
 * Reads a message, notes in the trace what it gave, and runs the command that it asks for.
 * @param action the action that the message was matched to
 */
export const handleMessage = (context: ReviewContext, action: string): Promise<ReviewResponse> =>
  forHr(context, async () => {
    const { service, turn, actor, wording, memory, places, timeZone, now } = context
    const slots = extractReviewSlots(turn.message, places, context.statuses)
    const { cohorts } = await wording()
    const known = { statuses: service.statuses, cohorts, me: actor.objectId, now, timeZone, lastLooked: memory.at }
    const { which, ...target } = slots.target
    turn.trace.slots = { filter: slots.filter, target: { ...target, ...(which && { which: which.text }) } }
    const asked = commandFor(readReviewMessage(action, turn.message, slots, known))
    return asked?.command.run?.(context, asked.request) ?? respond(leftReply())
  })

/** Does what a button of HR's cards asks for, pressed or forged. */
export const pressButton = (context: ReviewContext, { verb, data }: Submission): Promise<ReviewResponse> =>
  forHr(context, async () => BUTTONS.get(verb)?.(context, data) ?? respond(unknownButton()))

const YES = /^\W*(yes|yeah|yep|yup|y|ok|okay|sure|confirm|do it|go ahead|please do|that’?s right)\b/i
const NO = /^\W*(no|nope|nah|naw|n|not now|cancel|stop|don[’']?t|never ?mind|leave (it|them)|forget it)\b/i
/** A yes to the form of one's own interest, which is no answer to HR's prompts. */
const TO_REGISTER = /\b(register|sign|put) me\b/i
const COMMAND =
  /^\W*(show|open|list|mark|set|export|find|undo|only|just|which|how many|what|who|unanswered|questions|filter|register of)\b/i

/** What a message is to a prompt: its answer, a no to it, or undefined when it asks for something else. */
function promptReply({ yes }: Prompt, message: string): 'answer' | 'no' | undefined {
  if (yes) {
    const reply = readReply(message)
    if (NO.test(message) || reply === 'no' || reply === 'cancel') return 'no'
    if (YES.test(message) || yes.test(message)) return 'answer'
    return reply === 'yes' && !TO_REGISTER.test(message) ? 'answer' : undefined
  }
  if (NO.test(message)) return message.trim().split(/\s+/).length < 4 ? 'no' : 'answer'
  return message.trim().endsWith('?') || COMMAND.test(message) ? undefined : 'answer'
}

/** Whether a message answers a pending prompt, rather than asks for something else. */
export const answersPrompt = ({ kind }: PendingPrompt, message: string): boolean => {
  const prompt = PROMPTS.get(kind)
  return prompt !== undefined && promptReply(prompt, message) !== undefined
}

/** Goes on with a prompt that a message answers. */
export async function continuePrompt(context: ReviewContext, prompted: PendingPrompt): Promise<ReviewResponse> {
  const { trace, message } = context.turn
  const prompt = PROMPTS.get(prompted.kind)
  trace.outcomes.push('action')
  trace.action = prompt?.action ?? null
  if (!prompt || promptReply(prompt, message) === 'no') return respond(leftReply())
  return responseTo(context, await prompt.answered(context, { ...prompted, message }))
}
