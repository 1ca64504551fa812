import type { Activity } from 'botbuilder'
import type { Server } from 'restify'
import type { Conversation, Conversations } from './conversations.ts'
import { handler, isObject, param, Refusal, readJson, sendJson } from './http.ts'
import { newActivityId } from './teamsActivity.ts'

export const conversationOr404 = (conversations: Conversations, id: string): Conversation => {
  const conversation = conversations.byId(id)
  if (!conversation) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.')
  return conversation
}

/** Receives an activity of the bot: shows a message, passes typing on, and drops the rest (traces, events). */
const receive = (conversation: Conversation, sent: Partial<Activity>): { id: string } => {
  const id = newActivityId()
  if (sent.type === 'typing') conversation.publish({ type: 'typing' })
  if (sent.type === 'message') {
    const timestamp = new Date().toISOString() as unknown as Date
    conversation.show({ id, author: 'bot', activity: { ...sent, id, timestamp } })
  }
  return { id }
}

const createConversation = (conversations: Conversations, parameters: Record<string, unknown>) => {
  const [member] = Array.isArray(parameters.members) ? parameters.members : []
  const conversation = isObject(member) ? conversations.ofMember(String(member.id)) : undefined
  if (!conversation) throw new Refusal(404, 'MemberNotFound', 'No such person in local mode.')
  const first = isObject(parameters.activity) ? receive(conversation, parameters.activity) : undefined
  return { id: conversation.id, ...(first && { activityId: first.id }) }
}

/**
 * The connector's side of conversations and activities, as botbuilder's ConnectorClient calls it.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export const wireRoutes = (server: Server, conversations: Conversations): void => {
  const at = '/local/v3/conversations'
  const conversationOf = (id: string) => conversationOr404(conversations, id)

  server.post(
    at,
    handler(async (req, res) => sendJson(res, 201, createConversation(conversations, await readJson(req)))),
  )
  server.post(
    `${at}/:id/activities`,
    handler(async (req, res) => sendJson(res, 201, receive(conversationOf(param(req, 'id')), await readJson(req)))),
  )
  server.post(
    `${at}/:id/activities/:activityId`,
    handler(async (req, res) => {
      const activity = { ...(await readJson(req)), replyToId: param(req, 'activityId') }
      sendJson(res, 201, receive(conversationOf(param(req, 'id')), activity))
    }),
  )
  server.put(
    `${at}/:id/activities/:activityId`,
    handler(async (req, res) => {
      const conversation = conversationOf(param(req, 'id'))
      const before = conversation.find(param(req, 'activityId'))
      if (before?.author !== 'bot') throw new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found.')
      const { id, activity } = before
      const next = { ...(await readJson(req)), id, timestamp: activity.timestamp } as Partial<Activity>
      conversation.change(id, { activity: next, edited: true })
      sendJson(res, 200, { id })
    }),
  )
  server.del(
    `${at}/:id/activities/:activityId`,
    handler(async (req, res) => {
      const found = conversationOf(param(req, 'id')).remove(param(req, 'activityId'))
      if (!found) throw new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found.')
      sendJson(res, 200)
    }),
  )
}
