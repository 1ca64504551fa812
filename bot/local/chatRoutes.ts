import type { Server } from 'restify'
import type { Conversations } from './conversations.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { handler, type JsonObject, param, Refusal, readJson, sendJson } from './http.ts'
import { invokeBot } from './invokeBot.ts'
import { createMemberMessages, type MemberMessage } from './memberMessages.ts'
import { botAccount } from './teamsActivity.ts'
import { conversationOr404 } from './wireRoutes.ts'

export const text = (body: JsonObject, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw new Refusal(400, 'BadArgument', `${name} is missing.`)
  return value
}

const optionalText = <Name extends string>(body: JsonObject, name: Name): Partial<Record<Name, string>> =>
  typeof body[name] === 'string' ? ({ [name]: body[name] } as Record<Name, string>) : {}

const messageOf = (body: JsonObject): MemberMessage => ({
  clientId: text(body, 'clientId'),
  ...optionalText(body, 'text'),
  ...optionalText(body, 'displayText'),
  ...optionalText(body, 'replyToId'),
  ...(body.value !== undefined && { value: body.value }),
})

const resultOf = ({ ok, status, body, problem }: Delivered) => ({ ok, status, body, problem })

/** The page's routes: the people, and a member's messages, redeliveries and invokes. */
export const chatRoutes = (
  server: Server,
  conversations: Conversations,
  deliver: Deliver,
  serviceUrl: () => string,
): void => {
  const messages = createMemberMessages(deliver, serviceUrl)
  const conversationOf = (id: string) => conversationOr404(conversations, id)

  server.get(
    '/local/people',
    handler(async (_req, res) => {
      const people = conversations.people.map(({ id, name, role, jobTitle }) => ({
        id,
        name,
        role,
        jobTitle,
        conversationId: conversations.ofMember(id)?.id,
      }))
      sendJson(res, 200, { bot: botAccount.name, people })
    }),
  )
  server.post(
    '/local/chat/:id/messages',
    handler(async (req, res) => {
      const message = messageOf(await readJson(req))
      const { id, outcome } = messages.post(conversationOf(param(req, 'id')), message)
      if (message.text ?? message.displayText) sendJson(res, 202, { id })
      else sendJson(res, 200, resultOf(await outcome))
    }),
  )
  server.post(
    '/local/chat/:id/messages/:activityId/redeliver',
    handler(async (req, res) => {
      const outcome = messages.redeliver(conversationOf(param(req, 'id')), param(req, 'activityId'))
      if (!outcome) throw new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found.')
      sendJson(res, 200, resultOf(await outcome))
    }),
  )
  server.post(
    '/local/chat/:id/invokes',
    handler(async (req, res) => {
      const body = await readJson(req)
      const conversation = conversationOf(param(req, 'id'))
      const invoke = {
        name: text(body, 'name'),
        value: body.value,
        replyToId: text(body, 'replyToId'),
        attachmentIndex: Number(body.attachmentIndex ?? 0),
      }
      sendJson(res, 200, resultOf(await invokeBot(deliver, serviceUrl(), conversation, invoke)))
    }),
  )
}
