import type * as z from 'zod'
import { unknownButton } from '../rootReplies.ts'
import type { Submission } from '../turn.ts'
import type { ReviewMessage } from './asking/reviewMessage.ts'
import type { ReviewContext } from './reviewContext.ts'
import { type CommandResult, type PendingPrompt, respond } from './reviewResponse.ts'

type Press = (context: ReviewContext, data: Submission['data']) => Promise<CommandResult>

/**
 * What a button does with what it brings, which anybody can forge: other data than the schema's is turned away, and the
 * service checks who may.
 */
export const button =
  <Schema extends z.ZodType>(
    schema: Schema,
    press: (context: ReviewContext, data: z.output<Schema>) => Promise<CommandResult>,
  ): Press =>
  async (context, data) => {
    const parsed = schema.safeParse(data)
    return parsed.success ? press(context, parsed.data) : respond(unknownButton())
  }

/** What a command asks of the officer, to be answered by typing. */
export interface Prompt<State extends object = object> {
  kind: string
  /** The action that the trace gives the answer. */
  action: string
  /** For a prompt that is answered by yes or no: its own ways of saying yes. Without it, the message is the answer. */
  yes?: RegExp
  answered(context: ReviewContext, state: State, message: string): Promise<CommandResult>
}

/** A prompt with what its answer will need. */
export const pending = <State extends object>({ kind }: Prompt<State>, state: State): PendingPrompt => ({
  ...state,
  kind,
})

/** One thing that HR can do. */
export interface ReviewCommand<Request extends object = object> {
  name: string
  /** What its buttons do, by verb. */
  buttons?: Readonly<Record<string, Press>>
  /** What a message asks of it; undefined when it asks for something else. */
  recognise?(message: ReviewMessage): Request | undefined
  /** Does what a message asked. */
  run?(context: ReviewContext, request: Request): Promise<CommandResult>
  prompts?: readonly Prompt[]
}
