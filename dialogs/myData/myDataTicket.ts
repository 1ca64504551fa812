import type { Actor } from '../access.ts'

export type MyDataFormat = 'page' | 'json'

/** A file that a person may have once about themselves: whose and of which kind, never what is in it. */
export interface MyDataTicket {
  /** A hash of the token: who reads the store cannot spend it. */
  id: string
  actor: Pick<Actor, 'tenantId' | 'objectId' | 'name'>
  format: MyDataFormat
  expiresAt: string
  spentAt?: string
}

/** Tickets that wait to be spent. Every member throws StoreUnavailable when the store cannot answer. */
export interface MyDataTickets {
  put(ticket: MyDataTicket): Promise<void>
  get(id: string): Promise<MyDataTicket | undefined>
  /** Marks it spent. Of any number of racing calls one is true. */
  spend(id: string, at: string): Promise<boolean>
}
