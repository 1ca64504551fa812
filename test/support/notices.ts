import type { Stores } from '../../bot/stores/stores.ts'
import type { Clock } from '../../dialogs/clock.ts'
import type { Interest, PendingNotice } from '../../dialogs/interest/interest.ts'
import { DEFAULT_STATUSES } from '../../dialogs/interest/statuses.ts'
import { interestQueue } from '../../dialogs/notices/interestQueue.ts'
import { ChannelDown, type NoticeSender } from '../../dialogs/notices/notice.ts'
import { noticeReplies } from '../../dialogs/notices/noticeReplies.ts'
import { type OutboxDeps, outbox } from '../../dialogs/notices/outbox.ts'
import { personQueue } from '../../dialogs/notices/personQueue.ts'
import type { Reply } from '../../dialogs/reply.ts'
import { LONDON } from './localTime.ts'
import { someInterest, TENANT } from './people.ts'

export const replies = noticeReplies({ time: LONDON, laterName: 'Any later cohort' })

/** The outbox on these stores. */
export const outboxOn = (stores: Stores, clock: Clock, sender: NoticeSender, over: Partial<OutboxDeps> = {}) =>
  outbox({
    queues: [
      interestQueue({ store: stores.interests, cohorts: stores.cohorts, replies, clock, statuses: DEFAULT_STATUSES }),
      personQueue({ store: stores.personNotices, replies }),
    ],
    references: stores.references,
    sender,
    clock,
    time: LONDON,
    random: () => 1,
    ...over,
  })

export interface FakeChannel extends NoticeSender {
  arrived: { id: string; to: unknown; reply: Reply }[]
  /** What becomes of the next sends, before they are taken again. */
  next: ('down' | 'blocked')[]
}

export const fakeChannel = (): FakeChannel => {
  const channel: FakeChannel = {
    arrived: [],
    next: [],
    async send(reference, reply, id) {
      await new Promise((resolve) => setImmediate(resolve))
      const outcome = channel.next.shift()
      if (outcome === 'down') throw new ChannelDown(new Error('503'))
      if (outcome === 'blocked') return 'blocked'
      channel.arrived.push({ id, to: reference.to, reply })
      return 'sent'
    },
  }
  return channel
}

export const pendingNotice = (over: Partial<PendingNotice> = {}): PendingNotice => ({
  id: `notice-${crypto.randomUUID()}`,
  kind: 'message',
  dueAt: '2014-01-08T09:10:00.000Z',
  attempts: 0,
  data: { text: 'Please ring me.' },
  ...over,
})

/** Adds an interest whose person can be written to, at the address `to`. */
export const reachable = async (
  stores: Stores,
  over: Partial<Interest> = {},
  reference: Record<string, unknown> = {},
): Promise<Interest> => {
  const interest = someInterest({ tellMe: true, ...over })
  await stores.interests.add(interest)
  const personId = String(interest.personId)
  const to = { to: personId, ...reference }
  await stores.references.put({
    tenantId: TENANT,
    personId,
    reference: to,
    blocked: false,
    updatedAt: interest.createdAt,
  })
  return interest
}

export const latest = async (stores: Stores, { id, cohortId }: Interest): Promise<Interest> => {
  const found = await stores.interests.get(id, cohortId)
  if (!found) throw new Error('It is gone')
  return found.interest
}

/** The lines of the history that tell of notices, in short. */
export const noticeLines = async (stores: Stores, interest: Interest): Promise<string[]> =>
  (await latest(stores, interest)).history
    .filter(({ what }) => what.startsWith('notice-'))
    .map(({ what, changes, reason }) =>
      [what, changes.find(({ field }) => field === 'attempts')?.new, reason].filter(Boolean).join(' '),
    )
