import type { Request, Response } from 'restify'

/** What the connector refuses, in the shape of the Bot Framework REST API's ErrorResponse. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const largestBody = 20 * 1024 * 1024

/** The body as bytes, whether or not a body parser of the server has already read it. */
export const readBytes = async (req: Request): Promise<Buffer> => {
  const parsed: unknown = req.body
  if (Buffer.isBuffer(parsed)) return parsed
  if (typeof parsed === 'string') return Buffer.from(parsed)
  if (parsed !== undefined && parsed !== null) return Buffer.from(JSON.stringify(parsed))
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size > largestBody) throw new Refusal(413, 'TooLarge', 'The body is larger than 20 MiB.')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON object, sent as `application/json`: a page of another origin cannot send that type without asking first. */
export const readJson = async (req: Request): Promise<JsonObject> => {
  if (!(req.headers['content-type'] ?? '').toLowerCase().startsWith('application/json')) {
    throw new Refusal(415, 'UnsupportedMediaType', 'Send application/json.')
  }
  let body: unknown
  try {
    body = JSON.parse((await readBytes(req)).toString('utf8'))
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal(400, 'BadSyntax', 'The body is not JSON.')
  }
  if (!isObject(body)) throw new Refusal(400, 'BadSyntax', 'The body is not a JSON object.')
  return body
}

export const sendJson = (res: Response, status: number, body?: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  res.end(body === undefined ? '' : JSON.stringify(body))
}

/** A restify handler that tells a refusal as the REST API does. */
export const handler =
  (handle: (req: Request, res: Response) => Promise<void>) =>
  async (req: Request, res: Response): Promise<void> => {
    try {
      await handle(req, res)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      sendJson(res, error.status, { error: { code: error.code, message: error.message } })
    }
  }

export const param = (req: Request, name: string): string => String((req.params as JsonObject)[name] ?? '')
