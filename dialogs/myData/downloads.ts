import { type Actor, may } from '../access.ts'
import type { Clock, Day } from '../clock.ts'
import type { LocalTime } from '../localTime.ts'
import type { OneTimeLinks, Unspendable } from '../oneTimeLinks.ts'
import { myDataPage } from './myDataPage.ts'
import type { Holding, MyDataService } from './myDataService.ts'

/** The kind of the ticket. */
export const MY_DATA_DOWNLOAD = 'my-data'

export type MyDataFormat = 'page' | 'json'

interface DownloadsDeps {
  links: OneTimeLinks
  myData: Pick<MyDataService, 'held'>
  time: LocalTime
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

const jsonFile = ({ json }: Holding, name: string): Omit<MyDataFile, 'kind'> => ({
  bytes: Buffer.from(JSON.stringify(json, null, 2)),
  fileName: `${name}.json`,
  contentType: 'application/json; charset=utf-8',
  shown: false,
})

const pageFile = ({ data }: Holding, name: string, day: Day): Omit<MyDataFile, 'kind'> => ({
  bytes: Buffer.from(myDataPage(data, day)),
  fileName: `${name}.html`,
  contentType: 'text/html; charset=utf-8',
  shown: true,
})

/** Taking away what is held about oneself, by a one-time link. */
export const downloads = ({ links, myData, time, clock }: DownloadsDeps) => ({
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
    const held = await myData.held({ ...actor, role: 'staff' })
    if (held.kind === 'forbidden') return { kind: 'unknown' }
    const { format } = request as { format: MyDataFormat }
    const name = `my-data-${time.wallClock(clock()).day}`
    return { kind: 'file', ...(format === 'json' ? jsonFile(held, name) : pageFile(held, name, time.day)) }
  },
})

export type Downloads = ReturnType<typeof downloads>
