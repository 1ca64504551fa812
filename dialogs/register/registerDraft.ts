import type { Actor } from '../access.ts'
import type { InterestService } from '../interest/interestService.ts'
import { nextAsking, type Typed } from './typedForm.ts'

type Drafts = Pick<InterestService, 'draft' | 'keepDraft'>

/** What the person typed of a new interest and did not save, while it is kept. Throws StoreUnavailable. */
export async function typedDraft(interests: Drafts, actor: Actor): Promise<Typed | undefined> {
  const draft = await interests.draft(actor)
  return draft?.purpose === 'register'
    ? { fields: draft.fields, cohortId: draft.cohortId, asking: nextAsking(draft), skipped: draft.skipped }
    : undefined
}

/** Keeps it for 24 hours from now. Throws StoreUnavailable. */
export const keepTyped = (interests: Drafts, actor: Actor, noticeVersion: string, typed: Typed): Promise<void> => {
  const { fields, cohortId, skipped, asking } = typed
  return interests.keepDraft(actor, { purpose: 'register', fields, cohortId, skipped, asking, noticeVersion })
}
