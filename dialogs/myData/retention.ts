import type { FeedbackStore } from '../answers/feedbackStore.ts'
import type { UnansweredStore } from '../answers/unansweredStore.ts'
import { type Clock, daysAfter } from '../clock.ts'
import type { AuditLog } from '../interest/auditLog.ts'
import type { DraftStore } from '../interest/draftStore.ts'
import { eraseLatest, erasureRecord, isHeld } from '../interest/erasure.ts'
import type { InterestStore } from '../interest/interestStore.ts'

interface RetentionDeps {
  interests: InterestStore
  drafts: DraftStore
  unanswered: UnansweredStore
  feedback: FeedbackStore
  audit: AuditLog
  /** Bot state: what a conversation left behind. */
  state: { removeBefore(at: string): Promise<number> }
  clock: Clock
}

/** How many days the bot's state is kept after its last turn. */
const STATE_DAYS = 30
/** How many days thumbs are kept. */
const FEEDBACK_DAYS = 365
/** How many days the audit log is kept. */
const AUDIT_DAYS = 6 * 365

/**
 * Removes what is past its date. Interests under a hold stay, and so does one that changed while it was swept.
 * @returns a function to call now and then, which gives how many of each it removed; it throws StoreUnavailable, and may simply be called again
 */
export const retentionSweep = (deps: RetentionDeps) => async () => {
  const at = deps.clock()
  const now = at.toISOString()
  let interests = 0
  for await (const past of deps.interests.pastRetention(now)) {
    const outcome = await eraseLatest(
      { store: deps.interests, audit: deps.audit },
      past,
      (interest) => erasureRecord(interest, 'retention', now, null),
      (latest) => latest.expiresAt > now || isHeld(latest, now),
    )
    if (outcome === 'erased') interests++
  }
  return {
    interests,
    drafts: await deps.drafts.removeExpired(now),
    questions: await deps.unanswered.removeExpired(now),
    feedback: await deps.feedback.removeBefore(daysAfter(at, -FEEDBACK_DAYS)),
    audit: await deps.audit.removeBefore(daysAfter(at, -AUDIT_DAYS)),
    state: await deps.state.removeBefore(daysAfter(at, -STATE_DAYS)),
  }
}
