import type { Server } from 'restify'
import type { Conversations } from './conversations.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { handler, type JsonObject, param, Refusal, readJson, sendJson } from './http.ts'
import { invokeBot } from './invokes.ts'
import { createOutbox, type Said } from './outbox.ts'
import { botAccount } from './teamsActivity.ts'
import { conversationOr404 } from './wireRoutes.ts'

export const text = (body: JsonObject, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw new Refusal(400, 'BadArgument', `${name} is missing.`)
  return value
}

const optionalText = <Name extends string>(body: JsonObject, name: Name): Partial<Record<Name, string>> =>
  typeof body[name] === 'string' ? ({ [name]: body[name] } as Record<Name, string>) : {}

const said = (body: JsonObject): Said => ({
  clientId: text(body, 'clientId'),
  ...optionalText(body, 'text'),
  ...optionalText(body, 'displayText'),
  ...optionalText(body, 'replyToId'),
  ...(body.value !== undefined && { value: body.value }),
})

const told = ({ ok, status, body, problem }: Delivered) => ({ ok, status, body, problem })

/** What the page does on a person's behalf: who there is, a message, a message again, an invoke. */
export const chatRoutes = (
  server: Server,
  conversations: Conversations,
  deliver: Deliver,
  serviceUrl: () => string,
): void => {
  const outbox = createOutbox(deliver, serviceUrl)
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
      const message = said(await readJson(req))
      const { id, outcome } = outbox.post(conversationOf(param(req, 'id')), message)
      if (message.text ?? message.displayText) sendJson(res, 202, { id })
      else sendJson(res, 200, told(await outcome))
    }),
  )
  server.post(
    '/local/chat/:id/messages/:activityId/redeliver',
    handler(async (req, res) => {
      const outcome = outbox.redeliver(conversationOf(param(req, 'id')), param(req, 'activityId'))
      if (!outcome) throw new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found.')
      sendJson(res, 200, told(await outcome))
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
      sendJson(res, 200, told(await invokeBot(deliver, serviceUrl(), conversation, invoke)))
    }),
  )
}
