import type { Server } from 'restify'
import { text } from './chatRoutes.ts'
import type { Conversation, Conversations } from './conversations.ts'
import type { Deliver } from './delivery.ts'
import { handler, isObject, param, Refusal, readBytes, readJson, sendJson } from './http.ts'
import { invokeBot } from './invokeBot.ts'
import { conversationOr404 } from './wireRoutes.ts'

interface UploadedFile {
  readonly name: string
  readonly conversation: Conversation
  readonly activityId: string
  readonly chunks: Buffer[]
  complete: boolean
}

const consentCard = 'application/vnd.microsoft.teams.card.file.consent'

const consentOf = (conversation: Conversation, activityId: string) => {
  const attachments = conversation.find(activityId)?.activity.attachments ?? []
  const card = attachments.find(({ contentType }) => contentType === consentCard)
  if (!card) throw new Refusal(404, 'ActivityNotFoundInConversation', 'No file is offered in that message.')
  return { name: card.name ?? 'file', content: isObject(card.content) ? card.content : {} }
}

const isLastChunk = (range: string | undefined): boolean => {
  const [, end, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(range ?? '') ?? []
  return end === undefined || Number(end) + 1 >= Number(size)
}

/**
 * A member's answer to a file consent card, and the upload that follows it (in Teams, to the member's OneDrive).
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export const fileRoutes = (
  server: Server,
  conversations: Conversations,
  deliver: Deliver,
  serviceUrl: () => string,
): void => {
  const files = new Map<string, UploadedFile>()

  const place = (conversation: Conversation, activityId: string, name: string) => {
    const uniqueId = crypto.randomUUID()
    files.set(uniqueId, { name, conversation, activityId, chunks: [], complete: false })
    const url = `${serviceUrl()}/files/${uniqueId}`
    return { contentUrl: url, uploadUrl: url, name, uniqueId, fileType: name.split('.').at(-1) ?? '' }
  }

  server.post(
    '/local/chat/:id/file-consents',
    handler(async (req, res) => {
      const conversation = conversationOr404(conversations, param(req, 'id'))
      const body = await readJson(req)
      const replyToId = text(body, 'replyToId')
      const { name, content } = consentOf(conversation, replyToId)
      const yes = body.answer === 'accept'
      const value = yes
        ? {
            type: 'fileUpload',
            action: 'accept',
            context: content.acceptContext,
            uploadInfo: place(conversation, replyToId, name),
          }
        : { type: 'fileUpload', action: 'decline', context: content.declineContext }
      const { ok, problem } = await invokeBot(deliver, serviceUrl(), conversation, {
        name: 'fileConsent/invoke',
        value,
        replyToId,
      })
      const consent = conversation.find(replyToId)?.consent
      if (ok) conversation.change(replyToId, { consent: { ...consent, answer: yes ? 'accept' : 'decline' } })
      sendJson(res, 200, { ok, problem })
    }),
  )
  server.put(
    '/local/files/:uniqueId',
    handler(async (req, res) => {
      const file = files.get(param(req, 'uniqueId'))
      if (!file || file.complete) throw new Refusal(404, 'itemNotFound', 'Nothing is to be uploaded here.')
      file.chunks.push(await readBytes(req))
      file.complete = isLastChunk(req.headers['content-range'])
      if (file.complete) {
        const href = `/local/files/${param(req, 'uniqueId')}`
        file.conversation.change(file.activityId, { consent: { answer: 'accept', href } })
      }
      sendJson(res, file.complete ? 201 : 202, {})
    }),
  )
  server.get(
    '/local/files/:uniqueId',
    handler(async (req, res) => {
      const file = files.get(param(req, 'uniqueId'))
      if (!file?.complete) throw new Refusal(404, 'itemNotFound', 'There is no such file.')
      res.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      res.end(Buffer.concat(file.chunks))
    }),
  )
}
