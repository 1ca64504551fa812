import type { Server } from 'restify'
import { chatRoutes } from './chatRoutes.ts'
import { localConversations } from './conversations.ts'
import { deliverTo } from './delivery.ts'
import { eventRoutes } from './eventRoutes.ts'
import { fileRoutes } from './fileRoutes.ts'
import { guardLoopback } from './guard.ts'
import { memberRoutes } from './memberRoutes.ts'
import { pageRoutes } from './pageRoutes.ts'
import { type LocalPerson, localPeople } from './people.ts'
import { wireRoutes } from './wireRoutes.ts'

interface LocalModeOptions {
  /** The port the server listens on; asked when the first activity is sent, so the server need not listen yet. */
  readonly port: () => number
  readonly log: { warn(details: object, message: string): void }
  readonly people?: readonly LocalPerson[]
}

interface LocalMode {
  /** Ends the pages' open event streams, which would keep `server.close()` waiting. */
  close(): void
}

/**
 * Serves the chat page at `/`, and under `/local` the connector that carries its activities to the bot and the bot's
 * back, so that the bot runs as it does behind Teams. Also refuses, on every route of the server, what does not come
 * from this computer's own pages and programs.
 */
export const mountLocalMode = (server: Server, { port, log, people = localPeople }: LocalModeOptions): LocalMode => {
  const conversations = localConversations(people)
  const serviceUrl = () => `http://127.0.0.1:${port()}/local`
  const post = deliverTo(() => `http://127.0.0.1:${port()}/api/messages`)
  const deliver: typeof post = async (activity) => {
    const delivered = await post(activity)
    const { ok, status } = delivered
    if (!ok)
      log.warn({ activityType: activity.type, activityName: activity.name, status }, 'The bot refused an activity')
    return delivered
  }

  guardLoopback(server)
  wireRoutes(server, conversations)
  memberRoutes(server, conversations)
  chatRoutes(server, conversations, deliver, serviceUrl)
  fileRoutes(server, conversations, deliver, serviceUrl)
  pageRoutes(server, log)
  return eventRoutes(server, conversations, deliver, serviceUrl)
}
