import { type Actor, may } from '../../access.ts'
import { daysAfter } from '../../clock.ts'
import type { Interest } from '../../interest/interest.ts'
import { LINK_MINUTES, type Ticket, type Unspendable } from '../../oneTimeLinks.ts'
import { interestFinder } from '../findInterests.ts'
import { currentWording, type Forbidden, type ReviewDeps } from '../reviewDeps.ts'
import { filterInWords, type WorkFilter } from '../workFilter.ts'
import { tableOf } from './columns.ts'
import { CONTENT_TYPES, fileOf } from './exportFile.ts'
import type { ExportFormat, ExportRequest } from './exportTicket.ts'

/** The kind of an export's ticket. */
export const EXPORT = 'export'
/** A file is to be deleted within so many days. */
export const DELETE_DAYS = 30
const PURPOSE = { least: 5, most: 300 }
/** About what one row weighs: Teams asks before there is a file. */
const ROW_BYTES = 400

export interface ExportAsked {
  kind: 'ask'
  filter: WorkFilter
  words: string
  count: number
}

export interface ExportReady {
  kind: 'ready'
  /** Sent to the person alone; the link and the file consent carry it. */
  token: string
  fileName: string
  words: string
  purpose: string
  count: number
  /** A guess, since there is no file yet. */
  bytes: number
  minutes: number
}

export interface ExportedFile {
  kind: 'file'
  bytes: Buffer
  fileName: string
  contentType: string
  count: number
  deleteBy: string
}

/**
 * Taking interests out of the bot. The purpose is asked first; the export is in the register, with whom it holds, before
 * a file is made. The ticket of its link is bound to the person's object id, and their role is asked anew when it is
 * spent. So whoever spends it is that person, or has their chat.
 */
export const exporting = (deps: ReviewDeps) => {
  const finder = interestFinder(deps)

  const register = async (
    { id, actor, request }: Ticket<ExportRequest>,
    interests: readonly Interest[],
  ): Promise<string> => {
    const at = deps.clock().toISOString()
    const deleteBy = daysAfter(at, DELETE_DAYS).slice(0, 10)
    const { purpose, format, filter } = request
    await deps.audit.appendExport(
      {
        kind: 'export',
        id: `export-${id}`,
        at,
        actor,
        purpose,
        format,
        filter,
        count: interests.length,
        deleteBy,
        erasedSince: [],
      },
      interests.map((interest) => interest.id),
    )
    return deleteBy
  }

  const fileNameOf = (format: ExportFormat): string => `interest-${deps.clock().toISOString().slice(0, 10)}.${format}`

  return {
    /** How many would leave the bot, before the purpose is asked. Throws StoreUnavailable. */
    async askExport(actor: Actor, filter: WorkFilter): Promise<ExportAsked | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const [{ total }, wording] = await Promise.all([finder.counts(filter), currentWording(deps, actor)])
      return { kind: 'ask', filter, words: filterInWords(filter, wording), count: total }
    },

    /** Promises a file for a purpose: one token, five minutes, and a line in the log. Throws StoreUnavailable. */
    async requestExport(
      actor: Actor,
      { filter, purpose, format }: { filter: WorkFilter; purpose: string; format: ExportFormat },
    ): Promise<ExportReady | { kind: 'invalid'; message: string } | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const why = purpose.trim().slice(0, PURPOSE.most)
      if (why.length < PURPOSE.least) return { kind: 'invalid', message: 'Say what the file is for, in a few words.' }
      const [{ total }, wording] = await Promise.all([finder.counts(filter), currentWording(deps, actor)])
      const words = filterInWords(filter, wording)
      const fileName = fileNameOf(format)
      const request: ExportRequest = { filter, words, purpose: why, format, fileName }
      const { token, ticket } = await deps.links.issue(EXPORT, actor, request)
      await deps.audit.append({
        kind: 'note',
        id: `export-asked-${ticket.id}`,
        at: ticket.issuedAt,
        actor: ticket.actor,
        what: 'export-asked',
        detail: { ticket: ticket.id, purpose: why, format, filter: words },
      })
      return {
        kind: 'ready',
        token,
        fileName,
        words,
        purpose: why,
        count: total,
        bytes: (total + 1) * ROW_BYTES,
        minutes: LINK_MINUTES,
      }
    },

    /**
     * Spends a token and makes its file of what the filter finds now.
     * @param actor who asks, with the role that they have at this moment
     * @returns `forbidden` for another person or a lost role; the token is not spent then
     * @throws StoreUnavailable
     */
    async redeem(actor: Actor, token: string): Promise<ExportedFile | Unspendable | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const found = await deps.links.find(token)
      if (found.kind !== 'usable') return found
      if (found.ticket.kind !== EXPORT) return { kind: 'unknown' }
      const ticket = found.ticket as Ticket<ExportRequest>
      if (ticket.actor.objectId !== actor.objectId || ticket.actor.tenantId !== actor.tenantId)
        return { kind: 'forbidden' }
      if (!(await deps.links.spend(ticket))) return { kind: 'spent' }
      const interests: Interest[] = []
      for await (const interest of finder.each(ticket.request.filter)) interests.push(interest)
      const wording = await currentWording(deps)
      const deleteBy = await register(ticket, interests)
      const bytes = await fileOf(ticket.request.format, tableOf(interests, wording))
      const { fileName, format } = ticket.request
      return { kind: 'file', bytes, fileName, contentType: CONTENT_TYPES[format], count: interests.length, deleteBy }
    },
  }
}
