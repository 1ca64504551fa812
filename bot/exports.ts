import { createHash } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import type { Role } from '../dialogs/access.ts'
import type { ExportTicket, ExportTickets } from '../dialogs/review/export/exportTicket.ts'
import type { ReviewService } from '../dialogs/review/reviewService.ts'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { respond } from './respond.ts'
import { StateConflict, type StateStore } from './stores/stateStore.ts'

const keyOf = (id: string): string => `export-ticket/${id}`

/** Tickets for exports, kept beside bot state: its versions let a ticket be spent once, whatever the number of instances. */
export const exportTickets = (state: Pick<StateStore, 'read' | 'write'>): ExportTickets => {
  const read = async (id: string) => (await state.read([keyOf(id)]))[keyOf(id)]
  return {
    put: ({ ...ticket }) => state.write({ [keyOf(ticket.id)]: ticket }),
    async get(id) {
      const item = await read(id)
      if (!item) return undefined
      const { eTag: _version, ...ticket } = item
      return ticket as unknown as ExportTicket
    },
    async spend(id, at) {
      const item = await read(id)
      if (!item || item.spentAt !== undefined) return false
      try {
        await state.write({ [keyOf(id)]: { ...item, spentAt: at, filter: {}, words: '', purpose: '' } })
        return true
      } catch (error) {
        if (error instanceof StateConflict) return false
        throw error
      }
    },
  }
}

export interface ExportsOptions {
  readonly service: Pick<ReviewService, 'ticket' | 'redeem'>
  readonly roles: { roleOf(tenantId: string, objectId: string): Promise<Role> }
  readonly log: { info(details: object, message: string): void; error(details: object, message: string): void }
}

const STYLE =
  'body{font:1.1rem/1.5 Arial,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#212b32}button{font:inherit;font-weight:bold;padding:.75rem 1.5rem;background:#007f3b;color:#fff;border:0;border-radius:4px}button:focus{outline:4px solid #ffeb3b;outline-offset:2px}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`

const DOWNLOAD = page(
  'Download your file',
  '<p>Press Download to make the file. This works once. The file holds personal data: keep it where only those who need it can see it, and delete it within 30 days.</p><form method="post"><button type="submit">Download</button></form>',
)

const AGAIN = '<p>Go back to the bot in Teams and ask for the file again.</p>'
const PAGES = {
  unknown: { status: 404, html: page('This link is not one of ours', AGAIN) },
  spent: { status: 410, html: page('This link has been used', AGAIN) },
  expired: { status: 410, html: page('This link has run out', AGAIN) },
  forbidden: { status: 403, html: page('You cannot download this file', '<p>Please speak to HR.</p>') },
  unavailable: { status: 503, html: page('The file could not be made', AGAIN) },
} as const

const TOKEN = /^[\w-]{43}$/

/**
 * `GET /exports/:token`: a page with a Download button. `POST`: the file, once.
 *
 * A link scanner opens links and presses nothing, so a GET spends nothing. The request carries no sign-in: who holds the
 * token is taken for the person whom it was sent to. It is 256 random bits, it went to that person's private chat alone,
 * it lasts five minutes and works once; its ticket names their object id, which is in the audit log with the purpose, and
 * their role is asked again here: somebody who has left HR gets nothing. A file behind a link that was passed on would be
 * in the register under the name of who passed it on.
 */
export const mountExports = (server: Server, { service, roles, log }: ExportsOptions): undefined => {
  const show = (res: Response, which: keyof typeof PAGES): void =>
    respond(res, PAGES[which].status, PAGES[which].html, HEADERS)

  const withTicket =
    (use: (token: string, ticket: ExportTicket, res: Response) => Promise<void>) =>
    async (req: Request, res: Response): Promise<void> => {
      const token = String((req.params as Record<string, unknown>).token ?? '')
      try {
        const found = TOKEN.test(token) ? await service.ticket(token) : ({ kind: 'unknown' } as const)
        if (found.kind !== 'usable') return show(res, found.kind)
        await use(token, found.ticket, res)
      } catch (err) {
        if (!(err instanceof StoreUnavailable)) throw err
        log.error({ err }, 'An export could not be made')
        show(res, 'unavailable')
      }
    }

  server.get(
    '/exports/:token',
    withTicket(async (_token, _ticket, res) => respond(res, 200, DOWNLOAD, HEADERS)),
  )
  server.post(
    '/exports/:token',
    withTicket(async (token, { actor }, res) => {
      const role = await roles.roleOf(actor.tenantId, actor.objectId)
      const made = await service.redeem({ ...actor, role }, token)
      if (made.kind !== 'file') return show(res, made.kind)
      log.info({ count: made.count }, 'An export was downloaded')
      res.writeHead(200, {
        'content-type': made.contentType,
        'content-length': String(made.bytes.length),
        'content-disposition': `attachment; filename="${made.fileName}"`,
        'cache-control': 'no-store',
      })
      res.end(made.bytes)
    }),
  )
}
