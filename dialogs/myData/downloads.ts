import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { OneTimeLinks, Unspendable } from '../oneTimeLinks.ts'
import type { MyDataService } from './myDataService.ts'

/** The kind of the ticket. */
export const MY_DATA_DOWNLOAD = 'my-data'

export type MyDataFormat = 'page' | 'json'

export interface DownloadsDeps {
  links: OneTimeLinks
  myData: Pick<MyDataService, 'download'>
  clock: Clock
}

export interface MyDataFile {
  kind: 'file'
  bytes: Buffer
  fileName: string
  contentType: string
  /** Whether a browser shows it, rather than saves it. */
  shown: boolean
}

const fileOf = (
  format: MyDataFormat,
  made: { json: Record<string, unknown>; page: string },
  day: string,
): MyDataFile =>
  format === 'json'
    ? {
        kind: 'file',
        bytes: Buffer.from(JSON.stringify(made.json, null, 2)),
        fileName: `my-data-${day}.json`,
        contentType: 'application/json; charset=utf-8',
        shown: false,
      }
    : {
        kind: 'file',
        bytes: Buffer.from(made.page),
        fileName: `my-data-${day}.html`,
        contentType: 'text/html; charset=utf-8',
        shown: true,
      }

/** Taking away what is held about oneself, by a one-time link. */
export const downloads = ({ links, myData, clock }: DownloadsDeps) => ({
  /** Promises a file to the actor: the token of its link. Throws StoreUnavailable. */
  async request(actor: Actor, format: MyDataFormat): Promise<string | undefined> {
    if (!may(actor, 'my-data:own')) return undefined
    return (await links.issue(MY_DATA_DOWNLOAD, actor, { format })).token
  },

  /** Spends a token and makes its file of what is held at this moment. Throws StoreUnavailable. */
  async redeem(token: string): Promise<MyDataFile | Unspendable> {
    const found = await links.find(token)
    if (found.kind !== 'usable') return found
    const { kind, actor, request } = found.ticket
    if (kind !== MY_DATA_DOWNLOAD) return { kind: 'unknown' }
    if (!(await links.spend(found.ticket))) return { kind: 'spent' }
    const made = await myData.download({ ...actor, role: 'staff' })
    const { format } = request as { format: MyDataFormat }
    return made.kind === 'forbidden' ? { kind: 'unknown' } : fileOf(format, made, clock().toISOString().slice(0, 10))
  },
})

export type Downloads = ReturnType<typeof downloads>
