import { type Actor, may } from '../../access.ts'
import type { ExportRecord } from '../../interest/auditLog.ts'
import type { Interest } from '../../interest/interest.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { dayAfter } from '../../localTime.ts'
import type { Ticket, Unspendable } from '../../oneTimeLinks.ts'
import { interestFinder } from '../findInterests.ts'
import type { Forbidden, Invalid, ReviewDeps } from '../reviewDeps.ts'
import { currentWording, filterInWords, type Wording } from '../wording.ts'
import { CONTENT_TYPES, type ExportFormat, fileOf, tableOf } from './exportFile.ts'

/** A file is to be deleted within so many days. */
const DELETE_DAYS = 30

/** What stands in the register of exports. */
export interface RegisteredExport extends ExportRecord {
  words: string
}

export interface Register {
  kind: 'register'
  exports: RegisteredExport[]
  next?: string
  wording: Wording
}

/**
 * Keeps what leaves the bot in the register, with the ids of those that it holds. Throws StoreUnavailable.
 * @returns the day by which the file must be deleted
 */
export const recordExport = async (
  { audit, clock, time }: ReviewDeps,
  exported: Pick<ExportRecord, 'id' | 'actor' | 'purpose' | 'format' | 'filter' | 'count'>,
  interestIds: readonly string[],
): Promise<string> => {
  const now = clock()
  const deleteBy = dayAfter(time.wallClock(now).day, DELETE_DAYS)
  await audit.appendExport(
    { kind: 'export', ...exported, at: now.toISOString(), deleteBy, erasedSince: [] },
    interestIds,
  )
  return deleteBy
}

/** The kind of an export's ticket. */
const EXPORT = 'export'
const PURPOSE = { least: 5, most: 300 }
/** About what one row weighs: Teams asks before there is a file. */
const ROW_BYTES = 400

/** What a ticket for an export asks for. */
export interface ExportRequest {
  filter: InterestFilter
  /** The filter in words. */
  words: string
  purpose: string
  format: ExportFormat
  fileName: string
}

export interface ExportAsked {
  kind: 'ask'
  filter: InterestFilter
  words: string
  count: number
}

export interface ExportReady extends Pick<ExportRequest, 'fileName' | 'words' | 'purpose'> {
  kind: 'ready'
  /** Sent to the person alone; the link and the file consent carry it. */
  token: string
  count: number
  /** A guess, since there is no file yet. */
  bytes: number
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

  /** How many a filter finds, and the filter in words. */
  const found = async (actor: Actor, filter: InterestFilter): Promise<{ count: number; words: string }> => {
    const [{ total }, wording] = await Promise.all([finder.counts(filter), currentWording(deps, actor)])
    return { count: total, words: filterInWords(filter, wording) }
  }

  return {
    /** The register of exports, the newest first. Throws StoreUnavailable. */
    async register(actor: Actor, continuation?: string): Promise<Register | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const wording = await currentWording(deps)
      const { records, next } = await deps.audit.page('export', { limit: 8, continuation })
      const exports = records.flatMap((record) =>
        record.kind === 'export' ? [{ ...record, words: filterInWords(record.filter, wording) }] : [],
      )
      return { kind: 'register', exports, wording, next }
    },

    /** How many would leave the bot, before the purpose is asked. Throws StoreUnavailable. */
    async askExport(actor: Actor, filter: InterestFilter): Promise<ExportAsked | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      return { kind: 'ask', filter, ...(await found(actor, filter)) }
    },

    /** Promises a file for a purpose: one token, five minutes, and a line in the log. Throws StoreUnavailable. */
    async requestExport(
      actor: Actor,
      { filter, purpose, format }: Pick<ExportRequest, 'filter' | 'purpose' | 'format'>,
    ): Promise<ExportReady | Invalid | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const why = purpose.trim().slice(0, PURPOSE.most)
      if (why.length < PURPOSE.least) return { kind: 'invalid', message: 'Say what the file is for, in a few words.' }
      const { count, words } = await found(actor, filter)
      const fileName = `interest-${deps.time.wallClock(deps.clock()).day}.${format}`
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
      return { kind: 'ready', token, fileName, words, purpose: why, count, bytes: (count + 1) * ROW_BYTES }
    },

    /**
     * Spends a token and makes its file of what the filter finds now.
     * @param actor who asks, with the role that they have at this moment
     * @returns `forbidden` for another person or a lost role; the token is not spent then
     * @throws StoreUnavailable
     */
    async redeem(actor: Actor, token: string): Promise<ExportedFile | Unspendable | Forbidden> {
      if (!may(actor, 'review:export')) return { kind: 'forbidden' }
      const link = await deps.links.find(token)
      if (link.kind !== 'usable') return link
      if (link.ticket.kind !== EXPORT) return { kind: 'unknown' }
      const ticket = link.ticket as Ticket<ExportRequest>
      if (ticket.actor.objectId !== actor.objectId || ticket.actor.tenantId !== actor.tenantId)
        return { kind: 'forbidden' }
      if (!(await deps.links.spend(ticket))) return { kind: 'spent' }
      const { purpose, filter, format, fileName } = ticket.request
      const interests: Interest[] = []
      for await (const interest of finder.each(filter)) interests.push(interest)
      const wording = await currentWording(deps)
      const count = interests.length
      const exported = { id: `export-${ticket.id}`, actor: ticket.actor, purpose, format, filter, count }
      const ids = interests.map(({ id }) => id)
      const deleteBy = await recordExport(deps, exported, ids)
      const bytes = await fileOf(format, tableOf(interests, wording))
      return { kind: 'file', bytes, fileName, contentType: CONTENT_TYPES[format], count, deleteBy }
    },
  }
}
