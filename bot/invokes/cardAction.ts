import type { InvokeResponse, TurnContext } from 'botbuilder'
import { invokeAnswer } from '../../dialogs/abilityDialog.ts'
import type { Submission } from '../../dialogs/turn.ts'

/** Reads the value of an Action.Submit, or the action of an Action.Execute: the verb, and the inputs beside it. */
export function submissionOf(value: unknown): Submission | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { verb, data, ...rest } = value as { verb?: unknown; data?: unknown }
  const inner =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : (rest as Record<string, unknown>)
  const named = typeof verb === 'string' ? verb : inner.verb
  return typeof named === 'string' ? { verb: named, data: inner } : undefined
}

/**
 * The response to an `adaptiveCard/action`: the card that takes the place of the one pressed, else a line in it.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export const cardActionResponse = (context: TurnContext): InvokeResponse =>
  invokeAnswer(context) ?? {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: context.responded ? 'See my message below.' : 'Done.',
    },
  }
