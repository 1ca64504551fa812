import { createHash } from 'node:crypto'
import { tokens } from '../../knowledge/matching/text.ts'
import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Feedback, FeedbackStore } from './feedbackStore.ts'
import type { UnansweredAsking, UnansweredStore } from './unansweredStore.ts'

interface QuestionDeps {
  unanswered: UnansweredStore
  feedback: FeedbackStore
  clock: Clock
  /** Takes from a text what tells who asked. */
  mask: (text: string) => string
}

const REASON = 500

/** The questions that the bot could not answer, and what people thought of those that it did. */
export const questionService = ({ unanswered, feedback, clock, mask }: QuestionDeps) => ({
  /**
   * Counts a question without who asked it. The same masked words, or the same silence, are one question.
   * @returns the id by which the person can send it as theirs
   * @throws StoreUnavailable
   */
  async count(text: string, outcome: UnansweredAsking['outcome'], entries: readonly string[]): Promise<string> {
    const masked = mask(text)
    const group = outcome === 'not-stated' ? `entry:${entries[0]}` : `words:${hash(tokens(masked).sort().join(' '))}`
    return unanswered.count({ group, text: masked, outcome, entries: [...entries], at: clock().toISOString() })
  },

  /** Sends a counted question to HR as this person's; false when it is gone, or they may not. Throws StoreUnavailable. */
  async send(actor: Actor, id: string): Promise<boolean> {
    if (!may(actor, 'question:send')) return false
    const { tenantId, objectId, name } = actor
    return unanswered.send(id, { tenantId, personId: objectId, name, at: clock().toISOString() })
  },

  /** Stores a thumb and its reason, masked, and nobody's; nothing for who may not. Throws StoreUnavailable. */
  async thumb(actor: Actor, given: Omit<Feedback, 'at'>): Promise<void> {
    if (!may(actor, 'feedback:give')) return
    await feedback.put({ ...given, reason: mask(given.reason).slice(0, REASON), at: clock().toISOString() })
  },
})

export type QuestionService = ReturnType<typeof questionService>

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)
