import { TeamsInfo, type TurnContext } from 'botbuilder'
import type { Submission } from '../dialogs/turn.ts'

/** What the channel says of the member's addresses. A channel that cannot say is no reason to fail the turn. */
export async function emailsOf(context: TurnContext, given: string | undefined): Promise<readonly string[]> {
  if (given) return [given]
  try {
    const { email, userPrincipalName } = await TeamsInfo.getMember(context, context.activity.from.id)
    return [
      ...new Set([email, userPrincipalName].filter((address) => address !== undefined && address !== '')),
    ] as string[]
  } catch {
    return []
  }
}

/** Whether it is a chat of one person with the bot; a channel that does not say has no other. */
export const isPersonal = ({ activity }: TurnContext): boolean =>
  activity.conversation.conversationType === undefined || activity.conversation.conversationType === 'personal'

/** What was typed, without the mention that a channel puts before it. */
export function plainText(context: TurnContext): string {
  const text = context.activity.text ?? ''
  const mentions = (context.activity.entities ?? []).filter(({ type }) => type === 'mention')
  return mentions.reduce((left, { text: mention }) => (mention ? left.replace(mention, ' ') : left), text).trim()
}

/** Action.Submit's value, or Action.Execute's action: the verb, and the inputs beside it. */
export function submissionOf(value: unknown): Submission | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { verb, data, ...rest } = value as { verb?: unknown; data?: unknown }
  const inner =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : (rest as Record<string, unknown>)
  const named = typeof verb === 'string' ? verb : inner.verb
  return typeof named === 'string' ? { verb: named, data: inner } : undefined
}
