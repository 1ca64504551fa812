import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import { newToken, ticketId } from '../review/export/exportTicket.ts'
import type { MyDataService } from './myDataService.ts'
import type { MyDataFormat, MyDataTicket, MyDataTickets } from './myDataTicket.ts'

const MINUTES = 5

export interface DownloadsDeps {
  tickets: MyDataTickets
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

export type Unspendable = { kind: 'unknown' } | { kind: 'expired' } | { kind: 'spent' }

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

/**
 * Taking away what is held about oneself. A token cannot be guessed and goes to the person's private chat alone; its
 * ticket names whose data it is, holds none of it, and is spent once within five minutes.
 */
export const downloads = ({ tickets, myData, clock }: DownloadsDeps) => {
  const usable = async (token: string): Promise<{ kind: 'usable'; ticket: MyDataTicket } | Unspendable> => {
    const ticket = await tickets.get(ticketId(token))
    if (!ticket) return { kind: 'unknown' }
    if (ticket.spentAt) return { kind: 'spent' }
    return ticket.expiresAt <= clock().toISOString() ? { kind: 'expired' } : { kind: 'usable', ticket }
  }

  return {
    /** Promises a file to the actor: the token of its link. Throws StoreUnavailable. */
    async request(actor: Actor, format: MyDataFormat): Promise<string | undefined> {
      if (!may(actor, 'my-data:own')) return undefined
      const token = newToken()
      const { tenantId, objectId, name } = actor
      const expiresAt = new Date(clock().getTime() + MINUTES * 60_000).toISOString()
      await tickets.put({ id: ticketId(token), actor: { tenantId, objectId, name }, format, expiresAt })
      return token
    },

    /** What a token stands for; nothing is spent. Throws StoreUnavailable. */
    ticket: usable,

    /** Spends a token and makes its file of what is held at this moment. Throws StoreUnavailable. */
    async redeem(token: string): Promise<MyDataFile | Unspendable> {
      const found = await usable(token)
      if (found.kind !== 'usable') return found
      const { ticket } = found
      const at = clock().toISOString()
      if (!(await tickets.spend(ticket.id, at))) return { kind: 'spent' }
      const made = await myData.download({ ...ticket.actor, role: 'staff' })
      return made.kind === 'forbidden' ? { kind: 'unknown' } : fileOf(ticket.format, made, at.slice(0, 10))
    },
  }
}

export type Downloads = ReturnType<typeof downloads>
