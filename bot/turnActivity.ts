import { TeamsInfo, type TurnContext } from 'botbuilder'

/** The person's addresses, as given or as the channel has them; none from a channel that cannot say. */
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

/** Whether the conversation is one person's with the bot; a channel that names no type has only those. */
export const isPersonal = ({ activity }: TurnContext): boolean =>
  activity.conversation.conversationType === undefined || activity.conversation.conversationType === 'personal'

/** The text of a message, without the mention of the bot that a channel puts before it. */
export function plainText(context: TurnContext): string {
  const text = context.activity.text ?? ''
  const mentions = (context.activity.entities ?? []).filter(({ type }) => type === 'mention')
  return mentions.reduce((left, { text: mention }) => (mention ? left.replace(mention, ' ') : left), text).trim()
}
