import type { Activity } from 'botbuilder'
import type { Conversation } from './conversations.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { newActivityId, teamsActivity } from './teamsActivity.ts'

/** A message of the conversation's member: text, a card's Action.Submit, or both. */
export interface MemberMessage {
  /** The page's own id of the message: posted twice with one id, it is one message. */
  readonly clientId: string
  readonly text?: string
  /** What the chat shows when it is not the text; nothing shows when neither is given. */
  readonly displayText?: string
  readonly value?: unknown
  readonly replyToId?: string
}

export interface MemberMessages {
  post(
    conversation: Conversation,
    message: MemberMessage,
  ): { readonly id: string; readonly outcome: Promise<Delivered> }
  /** Sends a message again that was not delivered. */
  redeliver(conversation: Conversation, activityId: string): Promise<Delivered> | undefined
}

interface Entry {
  readonly conversation: Conversation
  /** The message's id on the page. */
  readonly id: string
  activity: Partial<Activity>
  outcome?: Promise<Delivered>
}

/**
 * A person's messages on their way to the bot. One that may have arrived goes again with its activity id, so that the
 * bot acts on it once. One whose turn failed goes again as a new activity: to the same one the bot gives the same answer.
 */
export const createMemberMessages = (deliver: Deliver, serviceUrl: () => string): MemberMessages => {
  const entries = new Map<string, Entry>()

  const send = async (entry: Entry): Promise<Delivered> => {
    const { conversation, activity, id } = entry
    const delivered = await deliver(activity)
    const { ok, problem, turnFailed } = delivered
    if (!ok) delete entry.outcome
    if (turnFailed) entry.activity = { ...activity, id: newActivityId() }
    conversation.change(id, { delivery: ok ? 'delivered' : 'failed', problem })
    conversation.publish({ type: 'turnEnded' })
    return delivered
  }

  const sendOnce = (entry: Entry): Promise<Delivered> => {
    entry.outcome ??= send(entry)
    return entry.outcome
  }

  const open = (conversation: Conversation, message: MemberMessage): Entry => {
    const { text, value, replyToId } = message
    const activity = teamsActivity(
      { member: conversation.member, conversationId: conversation.id, serviceUrl: serviceUrl() },
      {
        type: 'message',
        ...(text !== undefined && { text, textFormat: 'plain' }),
        ...(value !== undefined && { value }),
        ...(replyToId !== undefined && { replyToId }),
      },
    )
    const id = String(activity.id)
    const words = message.displayText ?? message.text
    if (words) {
      conversation.show({
        id,
        author: 'member',
        activity: { ...activity, text: words },
        delivery: 'sending',
      })
    }
    return { conversation, id, activity }
  }

  return {
    post(conversation, message) {
      const key = `${conversation.id} ${message.clientId}`
      const entry = entries.get(key) ?? open(conversation, message)
      entries.set(key, entry)
      return { id: entry.id, outcome: sendOnce(entry) }
    },
    redeliver(conversation, activityId) {
      for (const entry of entries.values()) {
        if (entry.conversation === conversation && entry.id === activityId) {
          if (!entry.outcome) conversation.change(activityId, { delivery: 'sending', problem: '' })
          return sendOnce(entry)
        }
      }
      return undefined
    },
  }
}
