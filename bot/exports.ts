import { createHash } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import type { Role } from '../dialogs/access.ts'
import type { Downloads, MyDataFile } from '../dialogs/myData/downloads.ts'
import type { MyDataTicket, MyDataTickets } from '../dialogs/myData/myDataTicket.ts'
import type { ExportedFile } from '../dialogs/review/export/exporting.ts'
import type { ExportTicket, ExportTickets } from '../dialogs/review/export/exportTicket.ts'
import type { ReviewService } from '../dialogs/review/reviewService.ts'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { respond } from './respond.ts'
import { StateConflict, type StateStore } from './stores/stateStore.ts'

/** Tickets kept beside bot state: its versions let a ticket be spent once, whatever the number of instances. */
const ticketsOf = <Ticket extends { id: string; spentAt?: string }>(
  state: Pick<StateStore, 'read' | 'write'>,
  kind: string,
  forgotten: Partial<Ticket>,
) => {
  const keyOf = (id: string): string => `${kind}/${id}`
  const read = async (id: string) => (await state.read([keyOf(id)]))[keyOf(id)]
  return {
    put: ({ ...ticket }: Ticket) => state.write({ [keyOf(ticket.id)]: ticket }),
    async get(id: string): Promise<Ticket | undefined> {
      const item = await read(id)
      if (!item) return undefined
      const { eTag: _version, ...ticket } = item
      return ticket as unknown as Ticket
    },
    async spend(id: string, at: string): Promise<boolean> {
      const item = await read(id)
      if (!item || item.spentAt !== undefined) return false
      try {
        await state.write({ [keyOf(id)]: { ...item, ...forgotten, spentAt: at } })
        return true
      } catch (error) {
        if (error instanceof StateConflict) return false
        throw error
      }
    },
  }
}

/** Tickets for HR's exports. */
export const exportTickets = (state: Pick<StateStore, 'read' | 'write'>): ExportTickets =>
  ticketsOf<ExportTicket>(state, 'export-ticket', { filter: {}, words: '', purpose: '' })

/** Tickets for what is held about a person: in a place of their own, so that none is taken for an export. */
export const myDataTickets = (state: Pick<StateStore, 'read' | 'write'>): MyDataTickets =>
  ticketsOf<MyDataTicket>(state, 'my-data-ticket', { actor: { tenantId: '', objectId: '', name: '' } })

interface ExportsOptions {
  readonly service: Pick<ReviewService, 'ticket' | 'redeem'>
  /** The downloads of people's own data. */
  readonly myData?: Pick<Downloads, 'ticket' | 'redeem'>
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

const FORM = '<form method="post"><button type="submit">Download</button></form>'

const DOWNLOAD = page(
  'Download your file',
  `<p>Press Download to make the file. This works once. The file holds personal data: keep it where only those who need it can see it, and delete it within 30 days.</p>${FORM}`,
)
const MY_DATA = page(
  'Download what we hold about you',
  `<p>Press Download to make it. This works once. It holds personal data about you: keep it where only you can see it.</p>${FORM}`,
)

const AGAIN = '<p>Go back to the bot in Teams and ask for the file again.</p>'
const PAGES = {
  unknown: { status: 404, html: page('This link is not one of ours', AGAIN) },
  spent: { status: 410, html: page('This link has been used', AGAIN) },
  expired: { status: 410, html: page('This link has run out', AGAIN) },
  forbidden: { status: 403, html: page('You cannot download this file', '<p>Please speak to HR.</p>') },
  unavailable: { status: 503, html: page('The file could not be made', AGAIN) },
} as const

/** The policy of a page that shows personal data: no script, nothing loaded. */
const SHOWN_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

interface Usable {
  kind: 'usable'
  html: string
  redeem: () => Promise<ExportedFile | MyDataFile | { kind: 'unknown' | 'spent' | 'expired' | 'forbidden' }>
}
type Found = Usable | { kind: 'unknown' | 'spent' | 'expired' }

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
export const mountExports = (server: Server, { service, myData, roles, log }: ExportsOptions): undefined => {
  const show = (res: Response, which: keyof typeof PAGES): void =>
    respond(res, PAGES[which].status, PAGES[which].html, HEADERS)

  const found = async (token: string): Promise<Found> => {
    if (!TOKEN.test(token)) return { kind: 'unknown' }
    const review = await service.ticket(token)
    if (review.kind === 'usable') {
      const { actor } = review.ticket
      const redeem = async () =>
        service.redeem({ ...actor, role: await roles.roleOf(actor.tenantId, actor.objectId) }, token)
      return { kind: 'usable', html: DOWNLOAD, redeem }
    }
    const own = review.kind === 'unknown' && myData ? await myData.ticket(token) : review
    if (own.kind !== 'usable' || !myData) return { kind: own.kind === 'usable' ? 'unknown' : own.kind }
    return { kind: 'usable', html: MY_DATA, redeem: () => myData.redeem(token) }
  }

  const withToken =
    (use: (found: Usable, res: Response) => Promise<void>) =>
    async (req: Request, res: Response): Promise<void> => {
      try {
        const there = await found(String((req.params as Record<string, unknown>).token ?? ''))
        if (there.kind !== 'usable') return show(res, there.kind)
        await use(there, res)
      } catch (err) {
        if (!(err instanceof StoreUnavailable)) throw err
        log.error({ err }, 'An export could not be made')
        show(res, 'unavailable')
      }
    }

  server.get(
    '/exports/:token',
    withToken(async ({ html }, res) => respond(res, 200, html, HEADERS)),
  )
  server.post(
    '/exports/:token',
    withToken(async ({ redeem }, res) => {
      const made = await redeem()
      if (made.kind !== 'file') return show(res, made.kind)
      const shown = 'shown' in made && made.shown
      log.info('count' in made ? { count: made.count } : {}, 'An export was downloaded')
      res.writeHead(200, {
        'content-type': made.contentType,
        'content-length': String(made.bytes.length),
        'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${made.fileName}"`,
        ...(shown && { 'content-security-policy': SHOWN_PAGE_POLICY }),
        'cache-control': 'no-store',
      })
      res.end(made.bytes)
    }),
  )
}
