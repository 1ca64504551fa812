import type { Activity, CloudAdapter, ConversationReference } from 'botbuilder'
import { ChannelDown, type NoticeSender } from '../../dialogs/notices/notice.ts'
import { activityOf } from '../../dialogs/reply.ts'

interface SenderOptions {
  adapter: Pick<CloudAdapter, 'continueConversationAsync'>
  /** The bot's id with Bot Framework; none in local mode. */
  appId?: string
}

/** Codes of a 403 that says that the bot is set up wrongly, and nothing of the person. */
const BOT_FAULTS = new Set(['InvalidBotApiHost', 'NotEnoughPermissions', 'BotDisabledByAdmin'])

const codeOf = (error: unknown): string => {
  const { body, code } = error as { body?: { code?: unknown; error?: { code?: unknown } }; code?: unknown }
  return String(body?.error?.code ?? body?.code ?? code ?? '')
}

/**
 * Whether the person blocked or removed the bot.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */
const isBlocked = (error: unknown): boolean => {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown }
  if (statusCode === 403) return !BOT_FAULTS.has(codeOf(error))
  return statusCode === 404 && codeOf(error) === 'ConversationNotFound'
}

/** Sends notices through Bot Framework, into the conversation that was kept. */
export const botSender = ({ adapter, appId = '' }: SenderOptions): NoticeSender => ({
  async send(reference, reply, noticeId) {
    const activity = activityOf(reply)
    const noted = {
      ...activity,
      ...(reply.personal && { summary: 'You have a message' }),
      channelData: { ...activity.channelData, noticeId },
    } as Partial<Activity>
    try {
      await adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, async (context) => {
        context.activity.id = undefined // else it goes out as the reply to a message that never was
        await context.sendActivity(noted)
      })
      return 'sent'
    } catch (error) {
      if (isBlocked(error)) return 'blocked'
      throw new ChannelDown(error)
    }
  },
})
