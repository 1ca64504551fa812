import type { Clock } from '../clock.ts'
import type { LocalTime } from '../localTime.ts'
import type { ConversationReferenceStore } from './conversationReferenceStore.ts'
import { ChannelDown, type NoticeQueue, type NoticeSender, type Waiting } from './notice.ts'
import { isWorkingTime } from './workingHours.ts'

/** How a notice that the channel did not take is tried again. */
interface Retrying {
  /** The longest pause after the first attempt; it doubles with each. */
  firstMs: number
  /** No pause is longer. */
  longestMs: number
  /** After so many it is given up. */
  attempts: number
}

/** About a working day in all. */
export const RETRYING: Retrying = { firstMs: 30_000, longestMs: 60 * 60_000, attempts: 16 }

/**
 * How long to wait after so many attempts, in milliseconds: doubling, with half of it by chance, so that what failed
 * together is not tried together.
 * @param random from 0 up to 1
 */
export const backoff = (attempts: number, random: number, { firstMs, longestMs }: Retrying = RETRYING): number => {
  const most = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1))
  return Math.round(most / 2 + (most / 2) * random)
}

export interface OutboxDeps {
  queues: readonly NoticeQueue[]
  references: Pick<ConversationReferenceStore, 'get' | 'put'>
  sender: NoticeSender
  clock: Clock
  time: LocalTime
  retrying?: Retrying
  /** How long a notice that was begun is left to who began it; longer than any one attempt takes. */
  leaseMs?: number
  /** From 0 up to 1. */
  random?: () => number
  /** Told of each attempt that the channel did not take. */
  onTrouble?: (error: ChannelDown) => void
}

/** What became of the notices of one round. */
interface Delivered {
  sent: number
  failed: number
  /** To be tried again. */
  later: number
}

const LEASE = 2 * 60_000
const PAGE = 50
/** After so many in a row that the channel did not take, the rest is left for the next round. */
const DOWN = 3

const UNREACHED = 'The person cannot be reached here: they have not written to the bot.'
const BLOCKED = 'The person cannot be reached here: they blocked or removed the bot.'
const GIVEN_UP = 'Teams did not take it, and it was tried many times.'

/**
 * Sends what is due. Each notice is claimed by one write before it is sent and marked after, so that of any number of
 * processes one sends it; when that one ends in between, it is sent again with the same id once the claim has run out.
 */
export const outbox = (deps: OutboxDeps) => {
  const { references, sender, clock, random = Math.random, leaseMs = LEASE, retrying = RETRYING } = deps
  /** Sent, while the store could not be told: marked and not repeated by this process. */
  const unmarked = new Set<string>()
  const after = (ms: number): string => new Date(clock().getTime() + ms).toISOString()

  const fail = async (waiting: Waiting, why: string, attempts = waiting.attempts): Promise<'failed'> => {
    await waiting.settle({ kind: 'failed', why, attempts })
    return 'failed'
  }

  const mark = async (waiting: Waiting): Promise<'sent'> => {
    unmarked.add(waiting.id)
    await waiting.settle({ kind: 'sent', attempts: waiting.attempts })
    unmarked.delete(waiting.id)
    return 'sent'
  }

  const again = async (waiting: Waiting, error: ChannelDown): Promise<'failed' | 'down'> => {
    deps.onTrouble?.(error)
    if (waiting.attempts >= retrying.attempts) return fail(waiting, GIVEN_UP)
    await waiting.putOff(after(backoff(waiting.attempts, random(), retrying)), waiting.attempts)
    return 'down'
  }

  const deliver = async (due: Waiting): Promise<'sent' | 'failed' | 'down' | 'taken'> => {
    if (due.attempts >= retrying.attempts && !unmarked.has(due.id)) return fail(due, GIVEN_UP)
    const words = await due.words()
    const claimed = await due.putOff(after(leaseMs), due.attempts + 1)
    if (!claimed) return 'taken'
    if (unmarked.has(due.id)) return mark(claimed)
    if (words.kind === 'drop') return fail(claimed, words.why, due.attempts)
    const { tenantId, personId } = claimed
    const conversation = personId === null ? undefined : await references.get(tenantId, personId)
    if (!conversation) return fail(claimed, UNREACHED)
    if (conversation.blocked) return fail(claimed, BLOCKED)
    try {
      if ((await sender.send(conversation.reference, words.reply, claimed.id)) === 'sent') return mark(claimed)
    } catch (error) {
      if (error instanceof ChannelDown) return again(claimed, error)
      throw error
    }
    await references.put({ ...conversation, blocked: true, updatedAt: clock().toISOString() })
    return fail(claimed, BLOCKED)
  }

  return {
    /**
     * Sends what is due, in working hours; outside of them it waits.
     * @param signal ends the round after the notice in hand
     * @throws StoreUnavailable; what was not marked by then is due again later
     */
    async run(signal?: AbortSignal): Promise<Delivered> {
      const done: Delivered = { sent: 0, failed: 0, later: 0 }
      let down = 0
      for (const queue of deps.queues) {
        for (let moving = true; moving; ) {
          if (signal?.aborted || !isWorkingTime(clock(), deps.time)) return done
          const due = await queue.due(clock().toISOString(), PAGE)
          moving = false
          for (const waiting of due) {
            if (signal?.aborted || down >= DOWN) return done
            const outcome = await deliver(waiting)
            if (outcome === 'taken') continue
            moving = true
            down = outcome === 'down' ? down + 1 : 0
            if (outcome === 'down') done.later++
            else done[outcome]++
          }
        }
      }
      return done
    },
  }
}

export type Outbox = ReturnType<typeof outbox>
