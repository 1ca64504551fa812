import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from './access.ts'
import type { Clock } from './clock.ts'

/** How long a link works. */
export const LINK_MINUTES = 5

/** A file that somebody may have once: what is to be in it, never what is in it. */
export interface Ticket<Request = unknown> {
  /** A hash of the token: who reads the store cannot spend it. */
  id: string
  /** Which service makes the file. */
  kind: string
  /** Whose it is. */
  actor: Pick<Actor, 'tenantId' | 'objectId' | 'name'>
  request: Request
  issuedAt: string
  expiresAt: string
  spentAt?: string
}

/** Tickets that wait to be spent. Every member throws StoreUnavailable when the store cannot answer. */
export interface TicketStore {
  put(ticket: Ticket): Promise<void>
  get(id: string): Promise<Ticket | undefined>
  /** Marks it spent and forgets whose it was and its request. Of any number of racing calls one is true. */
  spend(id: string, at: string): Promise<boolean>
}

export type Unspendable = { kind: 'unknown' } | { kind: 'expired' } | { kind: 'spent' }

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * One-time links. A token is 256 random bits and goes to the person's private chat alone; its ticket names whose it is
 * and holds no data, and is spent once within LINK_MINUTES.
 */
export const oneTimeLinks = ({ tickets, clock }: { tickets: TicketStore; clock: Clock }) => ({
  /** Makes a ticket of a kind; the token is nowhere but in the result. Throws StoreUnavailable. */
  async issue<Request>(
    kind: string,
    { tenantId, objectId, name }: Actor,
    request: Request,
  ): Promise<{ token: string; ticket: Ticket<Request> }> {
    const token = randomBytes(32).toString('base64url')
    const now = clock()
    const ticket = {
      id: idOf(token),
      kind,
      actor: { tenantId, objectId, name },
      request,
      issuedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000).toISOString(),
    }
    await tickets.put(ticket)
    return { token, ticket }
  },

  /** What a token stands for; nothing is spent. Throws StoreUnavailable. */
  async find(token: string): Promise<{ kind: 'usable'; ticket: Ticket } | Unspendable> {
    const ticket = await tickets.get(idOf(token))
    if (!ticket) return { kind: 'unknown' }
    if (ticket.spentAt) return { kind: 'spent' }
    return ticket.expiresAt <= clock().toISOString() ? { kind: 'expired' } : { kind: 'usable', ticket }
  },

  /** Whether this call, of any number, spent the ticket. Throws StoreUnavailable. */
  spend: ({ id }: Ticket): Promise<boolean> => tickets.spend(id, clock().toISOString()),
})

export type OneTimeLinks = ReturnType<typeof oneTimeLinks>
