import type { Actor } from '../access.ts'
import type { Interest, InterestDraft } from '../interest/interest.ts'
import { FIELD_NAMES, fieldsOf } from '../interest/interestFields.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { SlotName } from './slots/slots.ts'
import { type FormState, given, nextAsking } from './typedForm.ts'

type Drafts = Pick<InterestService, 'draft' | 'keepDraft' | 'dropDraft' | 'findActive'>
type Purpose = InterestDraft['purpose']

/** The form of an interest that is there, before anything is changed. */
export const formOf = (interest: Interest): FormState => ({
  fields: fieldsOf(interest),
  cohortId: interest.cohortId,
  interest,
  asking: 'confirm',
  skipped: ['manager'],
})

const isSlot = (asked: string | undefined): asked is SlotName =>
  asked === 'cohort' || (FIELD_NAMES as readonly (string | undefined)[]).includes(asked)

/**
 * The form as it was typed so far, while it is kept.
 * @param cohortId of the interest that is to be changed; whichever is being changed when left out
 * @throws StoreUnavailable
 */
export async function loadForm(
  interests: Drafts,
  actor: Actor,
  purpose: Purpose,
  cohortId?: string,
): Promise<FormState | undefined> {
  const draft = await interests.draft(actor)
  if (draft?.purpose !== purpose) return undefined
  const { fields, skipped, asking } = draft
  if (purpose === 'register')
    return { fields, cohortId: draft.cohortId, skipped, asking: isSlot(asking) ? asking : nextAsking(draft) }
  if (cohortId && draft.cohortId !== cohortId) return undefined
  const found = await interests.findActive(actor, draft.cohortId)
  if (found.kind !== 'one') return undefined
  const form = { ...formOf(found.interest), fields: { ...fieldsOf(found.interest), ...fields }, skipped }
  return { ...form, asking: isSlot(asking) ? asking : nextAsking(form) }
}

/**
 * Keeps a form for 24 hours from now. Of a change it keeps what differs, and that alone: what changes meanwhile
 * elsewhere stays as it is there.
 * @throws StoreUnavailable
 */
export const keepForm = (interests: Drafts, actor: Actor, form: FormState, noticeVersion: string): Promise<void> => {
  const { cohortId, skipped, asking, interest } = form
  const purpose = interest ? 'change' : 'register'
  const draft = { purpose, fields: given(form), cohortId, skipped, asking } as const
  return interests.keepDraft(actor, interest ? draft : { ...draft, noticeVersion })
}

/** Keeps no change any more; a new interest that is being typed stays. Throws StoreUnavailable. */
export async function dropChange(interests: Drafts, actor: Actor): Promise<void> {
  if ((await interests.draft(actor))?.purpose === 'change') await interests.dropDraft(actor)
}
