import type { IncomingMessage } from 'node:http'
import type { Activity } from 'botbuilder'
import * as z from 'zod'

const largestBody = 256 * 1024
const largestRead = 16 * largestBody

/** The activity of a request, or why it is refused. */
type Incoming =
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly why: string }

const refused = (status: 400 | 413, why: string): Incoming => ({ kind: 'refused', status, why })

const id = z.string().min(1).max(2048)
const account = z.looseObject({ id: z.string().optional(), aadObjectId: z.string().optional() })

/** What the bot and Bot Framework rely on; the rest of an activity is as the channel likes. */
const activityShape = z.looseObject({
  type: id,
  id: id.optional(),
  name: z.string().nullish(),
  channelId: z.string().optional(),
  serviceUrl: z
    .string()
    .refine((url) => URL.canParse(url))
    .optional(),
  text: z.string().nullish(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: z.looseObject({ id, tenantId: z.string().optional() }),
  entities: z.array(z.looseObject({})).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
})

/** The body; undefined when it is too large. Reads a large one to its end, since a sender that is cut off never sees the 413. */
const readBody = async (req: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(req.headers['content-length']) > largestRead) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestRead) return undefined
    if (size <= largestBody) chunks.push(chunk)
  }
  return size > largestBody ? undefined : Buffer.concat(chunks)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads and validates the activity of a request. */
export const readActivity = async (req: IncomingMessage): Promise<Incoming> => {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = req.headers
  if (!/^application\/json\s*(;|$)/i.test(type)) return refused(400, 'Send application/json.')
  if (encoding !== 'identity') return refused(400, 'Send the body as it is, without compression.')
  const body = await readBody(req)
  if (!body) return refused(413, 'The body is larger than 256 KiB.')
  const activity = parseJson(body.toString('utf8'))
  if (!activityShape.safeParse(activity).success) return refused(400, 'The body is not a Bot Framework activity.')
  return { kind: 'activity', activity: activity as Activity }
}
