import type { Reply } from '../reply.ts'
import type { PersonConversation } from './conversationReferenceStore.ts'

/** The channel did not take it, and may later. The channel's own error is the cause. */
export class ChannelDown extends Error {
  override readonly name = 'ChannelDown'

  constructor(cause: unknown) {
    super('The channel did not take a notice.', { cause })
  }
}

/** Carries a notice to a person's chat. */
export interface NoticeSender {
  /**
   * @param noticeId goes with it: a repeat carries the same one
   * @returns `blocked` when the person blocked or removed the bot
   * @throws ChannelDown when it may be tried again
   */
  send(reference: PersonConversation['reference'], reply: Reply, noticeId: string): Promise<'sent' | 'blocked'>
}

/** What a notice says, or why it is no longer said. */
export type Words = { kind: 'say'; reply: Reply } | { kind: 'drop'; why: string }

/** How a notice ended. Why it failed is for HR to read. */
export type Settled = { kind: 'sent'; attempts: number } | { kind: 'failed'; why: string; attempts: number }

/** One notice that is due, as it was read. Its members throw StoreUnavailable, and nothing else. */
export interface Waiting {
  readonly id: string
  /** How often it was begun; more than once when the channel was down, or a process ended while it sent. */
  readonly attempts: number
  readonly tenantId: string
  /** Null for somebody whom HR entered and who never signed in. */
  readonly personId: string | null
  words(): Promise<Words>
  /** Makes it due at another time, as one write. Undefined when somebody changed it since it was read. */
  putOff(dueAt: string, attempts: number): Promise<Waiting | undefined>
  /** Takes it out of the queue and keeps how it ended, whatever else changed meanwhile. */
  settle(outcome: Settled): Promise<void>
}

/** Where notices wait. */
export interface NoticeQueue {
  /** Those due, the longest due first; of one interest the first alone. Throws StoreUnavailable. */
  due(now: string, limit: number): Promise<Waiting[]>
}
