import type { Reply } from '../reply.ts'
import { forbiddenReply, goneReply, ownReply } from './cards/plain.ts'
import type { ReviewContext } from './reviewContext.ts'
import type { Forbidden, Gone, Own } from './reviewDeps.ts'

/** A prompt that waits for its answer, as the conversation keeps it. */
export type PendingPrompt = Readonly<Record<string, unknown>> & { kind: string }

/** What a command replies, and the prompt that the next message may answer. */
export interface ReviewResponse {
  replies: readonly Reply[]
  prompt?: PendingPrompt
}

/** What a command comes to: its response, or an outcome of the service that is told in the same words everywhere. */
export type CommandResult = ReviewResponse | Forbidden | Own | Gone

export const respond = (reply: Reply | string, prompt?: PendingPrompt): ReviewResponse => ({
  replies: [typeof reply === 'string' ? { text: reply } : reply],
  prompt,
})

const REPLIES = { forbidden: forbiddenReply, 'own-interest': ownReply, gone: goneReply }

/** The response to a command's result. */
export const responseTo = ({ turn }: ReviewContext, result: CommandResult): ReviewResponse => {
  if (!('kind' in result)) return result
  if (result.kind === 'forbidden') turn.trace.outcomes = ['refused']
  return respond(REPLIES[result.kind]())
}
