import type { Actor } from '../access.ts'
import type { Interest, InterestFields } from '../interest/interest.ts'
import { fieldsOf } from '../interest/interestFields.ts'
import type { InterestService } from '../interest/interestService.ts'
import { nextAsking, type Typed } from './typedForm.ts'

type Service = Pick<InterestService, 'draft' | 'keepDraft' | 'dropDraft' | 'theOne'>

export type Changes = Partial<InterestFields>

/** What differs from the interest as it stands. */
export const changesOf = (before: Interest, after: Changes): Changes =>
  Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as keyof InterestFields] !== value))

/** The changes of an interest that were typed and not saved. Throws StoreUnavailable. */
export async function draftChanges(interests: Service, actor: Actor, cohortId?: string): Promise<Changes> {
  const draft = await interests.draft(actor)
  return draft?.purpose === 'change' && (!cohortId || draft.cohortId === cohortId) ? draft.fields : {}
}

/** The interest with the changes typed so far, while they are kept. Throws StoreUnavailable. */
export async function typedChange(interests: Service, actor: Actor): Promise<Typed | undefined> {
  const draft = await interests.draft(actor)
  if (draft?.purpose !== 'change') return undefined
  const found = await interests.theOne(actor, draft.cohortId)
  if (found.kind !== 'one') return undefined
  const { cohortId, skipped, asking } = draft
  const typed = { fields: { ...fieldsOf(found.interest), ...draft.fields }, cohortId, skipped }
  return { ...typed, asking: asking && asking !== 'confirm' ? (asking as Typed['asking']) : nextAsking(typed) }
}

/** Keeps what differs, and that alone: what changes meanwhile elsewhere stays as it is there. Throws StoreUnavailable. */
export async function keepChange(interests: Service, actor: Actor, typed: Typed): Promise<void> {
  const { fields, cohortId, skipped, asking } = typed
  const found = await interests.theOne(actor, cohortId)
  if (found.kind !== 'one') return
  await interests.keepDraft(actor, {
    purpose: 'change',
    fields: changesOf(found.interest, fields),
    cohortId,
    skipped,
    asking,
  })
}

/** Keeps no change any more; a new interest that is being typed stays. Throws StoreUnavailable. */
export async function dropChange(interests: Service, actor: Actor): Promise<void> {
  if ((await interests.draft(actor))?.purpose === 'change') await interests.dropDraft(actor)
}
