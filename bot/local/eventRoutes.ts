import { setTimeout as wait } from 'node:timers/promises'
import type { Response, Server } from 'restify'
import type { Conversation, ConversationEvent, Conversations } from './conversations.ts'
import type { Deliver } from './delivery.ts'
import { handler, param } from './http.ts'
import { installation } from './teamsActivity.ts'
import { conversationOr404 } from './wireRoutes.ts'

const heartbeat = 15_000

const write = (res: Response, event: ConversationEvent): void => {
  res.write(`data: ${JSON.stringify(event)}\n\n`)
}

const addBot = async (conversation: Conversation, deliver: Deliver, serviceUrl: string): Promise<boolean> => {
  const sender = { member: conversation.member, conversationId: conversation.id, serviceUrl }
  for (const activity of installation(sender)) {
    const tries = [await deliver(activity)]
    while (!tries.at(-1)?.ok && tries.length < 3) {
      await wait(1000)
      tries.push(await deliver(activity))
    }
    if (!tries.at(-1)?.ok) return false
  }
  return true
}

/**
 * What happens in a conversation, as Server-Sent Events: first all there is, then each change. Whoever opens a
 * conversation for the first time adds the bot to it, so that it can welcome them.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const eventRoutes = (
  server: Server,
  conversations: Conversations,
  deliver: Deliver,
  serviceUrl: () => string,
): { close(): void } => {
  const open = new Set<Response>()
  server.get(
    '/local/chat/:id/events',
    handler(async (req, res) => {
      const conversation = conversationOr404(conversations, param(req, 'id'))
      res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      open.add(res)
      write(res, { type: 'snapshot', epoch: conversations.epoch, shown: conversation.all() })
      const stop = conversation.subscribe((event) => write(res, event))
      const beat = setInterval(() => res.write(':\n\n'), heartbeat).unref()
      void conversation.installOnce(() => addBot(conversation, deliver, serviceUrl()))
      await new Promise((resolve) => res.once('close', resolve))
      clearInterval(beat)
      stop()
      open.delete(res)
    }),
  )
  return {
    close() {
      for (const res of open) res.end()
    },
  }
}
