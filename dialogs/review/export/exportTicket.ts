import { createHash, randomBytes } from 'node:crypto'
import type { WorkFilter } from '../workFilter.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** A file that somebody may have once: what is to be in it, never what is in it. */
export interface ExportTicket {
  /** A hash of the token: who reads the store cannot spend it. */
  id: string
  /** Whose it is; nobody else's press spends it. */
  actor: { tenantId: string; objectId: string; name: string }
  filter: WorkFilter
  /** The filter in words. */
  words: string
  purpose: string
  format: ExportFormat
  fileName: string
  issuedAt: string
  expiresAt: string
  spentAt?: string
}

/** Tickets that wait to be spent. Every member throws StoreUnavailable when the store cannot answer. */
export interface ExportTickets {
  put(ticket: ExportTicket): Promise<void>
  get(id: string): Promise<ExportTicket | undefined>
  /** Marks it spent and forgets its filter and purpose. Of any number of racing calls one is true. */
  spend(id: string, at: string): Promise<boolean>
}

/** What nobody can guess: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The id of a token's ticket. */
export const ticketId = (token: string): string => createHash('sha256').update(token).digest('base64url')
