import type { Activity } from 'botbuilder'
import type { Conversation } from './conversations.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { newActivityId, teamsActivity } from './teamsActivity.ts'

/** What a person does that reaches the bot as a message: words, a card's button, or both. */
export interface Said {
  /** The page's own id of it: posting twice what may have arrived once is one message. */
  readonly clientId: string
  readonly text?: string
  /** What the chat shows when it is not the text; nothing shows when neither is given. */
  readonly displayText?: string
  readonly value?: unknown
  readonly replyToId?: string
}

export interface Outbox {
  post(conversation: Conversation, said: Said): { readonly id: string; readonly outcome: Promise<Delivered> }
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
export const createOutbox = (deliver: Deliver, serviceUrl: () => string): Outbox => {
  const entries = new Map<string, Entry>()

  const send = async (entry: Entry): Promise<Delivered> => {
    const { conversation, activity, id } = entry
    const delivered = await deliver(activity)
    const { ok, problem, turnFailed } = delivered
    if (!ok) delete entry.outcome
    if (turnFailed) entry.activity = { ...activity, id: newActivityId() }
    conversation.change(id, { delivery: ok ? 'delivered' : 'failed', problem })
    conversation.tell({ type: 'turnEnded' })
    return delivered
  }

  const sendOnce = (entry: Entry): Promise<Delivered> => {
    entry.outcome ??= send(entry)
    return entry.outcome
  }

  const open = (conversation: Conversation, said: Said): Entry => {
    const { text, value, replyToId } = said
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
    const words = said.displayText ?? said.text
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
    post(conversation, said) {
      const key = `${conversation.id} ${said.clientId}`
      const entry = entries.get(key) ?? open(conversation, said)
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
