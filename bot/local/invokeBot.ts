import type { Attachment } from 'botbuilder'
import type { Conversation } from './conversations.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { isObject } from './http.ts'
import { teamsActivity } from './teamsActivity.ts'

interface Invoke {
  readonly name: string
  readonly value: unknown
  /** The message whose card or thumb was pressed, and which of its cards. */
  readonly replyToId: string
  readonly attachmentIndex?: number
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'

const replacementCard = (body: unknown): unknown =>
  isObject(body) && body.type === adaptiveCard && (body.statusCode ?? 200) === 200 ? body.value : undefined

const withCard = (attachments: Attachment[], index: number, content: unknown): Attachment[] =>
  attachments.map((attachment, at) => (at === index ? { ...attachment, content } : attachment))

const reactionOf = (value: unknown): string | undefined => {
  const action = isObject(value) ? value.actionValue : undefined
  return isObject(action) && typeof action.reaction === 'string' ? action.reaction : undefined
}

/** Applies the bot's response to the chat: the card that replaces the one pressed, the thumb that was given. */
const applyResponse = (conversation: Conversation, invoke: Invoke, { body }: Delivered): void => {
  const shown = conversation.find(invoke.replyToId)
  if (!shown) return
  const card = replacementCard(body)
  if (card !== undefined) {
    const attachments = withCard(shown.activity.attachments ?? [], invoke.attachmentIndex ?? 0, card)
    conversation.change(shown.id, { activity: { ...shown.activity, attachments } })
  }
  const reaction = invoke.name === 'message/submitAction' ? reactionOf(invoke.value) : undefined
  if (reaction !== undefined) conversation.change(shown.id, { reaction })
}

/**
 * Sends an invoke to the bot and applies its response to the chat.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (response format) and
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content (feedback)
 */
export const invokeBot = async (
  deliver: Deliver,
  serviceUrl: string,
  conversation: Conversation,
  invoke: Invoke,
): Promise<Delivered> => {
  const sender = { member: conversation.member, conversationId: conversation.id, serviceUrl }
  const { name, value, replyToId } = invoke
  const delivered = await deliver(teamsActivity(sender, { type: 'invoke', name, value, replyToId }))
  if (delivered.ok) applyResponse(conversation, invoke, delivered)
  conversation.publish({ type: 'turnEnded' })
  return delivered
}
