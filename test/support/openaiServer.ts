import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { listenOnLoopback, readAll } from './freePort.ts'

/** What was asked of the vendor, as it was on the wire. */
export interface VendorRequest {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
  text: string
  /** The name of the shape asked for: which use it was. */
  use: string
}

/** Answers a request by hand. */
export type VendorReply = (res: ServerResponse) => void

export interface VendorServer {
  url: string
  requests: VendorRequest[]
  /** From now on every request is answered so. */
  reply(how: VendorReply): void
  /** From now on each request is answered by what it asks. */
  replyTo(how: (request: VendorRequest) => VendorReply): void
  close(): Promise<void>
}

const json = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { 'content-type': 'application/json', ...headers })
  res.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** A response of OpenAI's Responses API that holds some content. */
const vendorResponse = (content: object[], over: object = {}): object => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  model: 'test',
  status: 'completed',
  output: [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content }],
  usage: { input_tokens: 90, output_tokens: 10, total_tokens: 100 },
  ...over,
})

const said = (text: string): object[] => [{ type: 'output_text', text, annotations: [] }]

export const replies = {
  /** The model gives this, in the shape or not. */
  gives:
    (value: unknown): VendorReply =>
    (res) =>
      json(res, 200, vendorResponse(said(JSON.stringify(value)))),
  writes:
    (text: string): VendorReply =>
    (res) =>
      json(res, 200, vendorResponse(said(text))),
  refuses: (): VendorReply => (res) => json(res, 200, vendorResponse([{ type: 'refusal', refusal: 'I cannot.' }])),
  isCutOff: (): VendorReply => (res) =>
    json(
      res,
      200,
      vendorResponse(said('{"question":"How lo'), {
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
      }),
    ),
  isFiltered: (): VendorReply => (res) =>
    json(
      res,
      200,
      vendorResponse(said(''), { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }),
    ),
  isEmpty: (): VendorReply => (res) => json(res, 200, vendorResponse([])),
  fails: (): VendorReply => (res) =>
    json(res, 200, vendorResponse([], { status: 'failed', error: { code: 'server_error', message: 'x' } })),
  status:
    (status: number, body: unknown = { error: { message: 'no', code: null } }, headers = {}): VendorReply =>
    (res) =>
      json(res, status, body, headers),
  raw:
    (text: string): VendorReply =>
    (res) =>
      json(res, 200, text),
  hangs: (): VendorReply => () => undefined,
  /** Sends its head, then a character now and then. */
  drips: (): VendorReply => (res) => {
    res.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => res.write(' '), 20)
    res.on('close', () => clearInterval(timer))
  },
  /** Hangs up in the middle. */
  drops: (): VendorReply => (res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
    res.write('{"id":"resp_1",')
    setImmediate(() => res.destroy())
  },
} as const

/** A vendor on loopback, for what no package covers: it hangs, drips, hangs up, and writes what it likes. */
export async function startVendor(first: VendorReply = replies.hangs()): Promise<VendorServer> {
  const requests: VendorRequest[] = []
  let how = (_: VendorRequest): VendorReply => first
  const { url, close } = await listenOnLoopback(async (req, res) => {
    const text = await readAll(req)
    const body: Record<string, unknown> = JSON.parse(text || '{}')
    const use = (body.text as { format?: { name?: string } } | undefined)?.format?.name ?? ''
    const request = { path: req.url ?? '', headers: req.headers, body, text, use }
    requests.push(request)
    how(request)(res)
  })
  return {
    url,
    requests,
    reply: (next) => {
      how = () => next
    },
    replyTo: (next) => {
      how = next
    },
    close,
  }
}
