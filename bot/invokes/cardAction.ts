import type { InvokeResponse, TurnContext } from 'botbuilder'
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
 * The response to an `adaptiveCard/action` whose turn replied with no card: a line in the card that was pressed.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export const noCardResponse = ({ responded }: TurnContext): InvokeResponse => ({
  status: 200,
  body: {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: responded ? 'See my message below.' : 'Done.',
  },
})
