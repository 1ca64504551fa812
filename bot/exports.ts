import { createHash } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import type { Role } from '../dialogs/access.ts'
import { type Downloads, MY_DATA_DOWNLOAD, type MyDataFile } from '../dialogs/myData/downloads.ts'
import type { OneTimeLinks, Ticket } from '../dialogs/oneTimeLinks.ts'
import type { ExportedFile } from '../dialogs/review/export/exporting.ts'
import type { ReviewService } from '../dialogs/review/reviewService.ts'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import { respond } from './respond.ts'

interface ExportsOptions {
  readonly links: Pick<OneTimeLinks, 'find'>
  readonly review: Pick<ReviewService, 'redeem'>
  readonly downloads: Pick<Downloads, 'redeem'>
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

type File = ExportedFile | MyDataFile
type Refusal = { kind: 'unknown' | 'spent' | 'expired' | 'forbidden' }

const TOKEN = /^[\w-]{43}$/

/**
 * `GET /exports/:token`: a page with a Download button. `POST`: the file, once.
 *
 * A link scanner opens links and presses nothing, so a GET spends nothing. The request carries no sign-in: who holds the
 * token is taken for the person whom it was sent to. It is 256 random bits, it went to that person's private chat alone,
 * it lasts five minutes and works once; the ticket of an export names their object id, which is in the audit log with the
 * purpose, and their role is asked again here: somebody who has left HR gets nothing. A file behind a link that was passed on would be
 * in the register under the name of who passed it on.
 */
export const mountExports = (server: Server, { links, review, downloads, roles, log }: ExportsOptions): undefined => {
  const show = (res: Response, which: keyof typeof PAGES): void =>
    respond(res, PAGES[which].status, PAGES[which].html, HEADERS)

  const redeem = async ({ kind, actor }: Ticket, token: string): Promise<File | Refusal> => {
    if (kind === MY_DATA_DOWNLOAD) return downloads.redeem(token)
    return review.redeem({ ...actor, role: await roles.roleOf(actor.tenantId, actor.objectId) }, token)
  }

  const withToken =
    (use: (ticket: Ticket, token: string, res: Response) => Promise<void>) =>
    async (req: Request, res: Response): Promise<void> => {
      try {
        const token = String((req.params as Record<string, unknown>).token ?? '')
        const found = TOKEN.test(token) ? await links.find(token) : ({ kind: 'unknown' } as const)
        if (found.kind !== 'usable') return show(res, found.kind)
        await use(found.ticket, token, res)
      } catch (err) {
        if (!(err instanceof StoreUnavailable)) throw err
        log.error({ err }, 'An export could not be made')
        show(res, 'unavailable')
      }
    }

  server.get(
    '/exports/:token',
    withToken(async ({ kind }, _token, res) =>
      respond(res, 200, kind === MY_DATA_DOWNLOAD ? MY_DATA : DOWNLOAD, HEADERS),
    ),
  )
  server.post(
    '/exports/:token',
    withToken(async (ticket, token, res) => {
      const made = await redeem(ticket, token)
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
