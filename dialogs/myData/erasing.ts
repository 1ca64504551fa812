import { type Actor, may } from '../access.ts'
import type { UnansweredStore } from '../answers/unansweredStore.ts'
import type { Clock } from '../clock.ts'
import type { AuditLog } from '../interest/auditLog.ts'
import type { DraftStore } from '../interest/draftStore.ts'
import { eraseLatest, erasureRecord, isHeld } from '../interest/erasure.ts'
import type { Hold, Interest } from '../interest/interest.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { ConversationReferenceStore } from '../notices/conversationReferenceStore.ts'
import type { PersonNoticeStore } from '../notices/personNotices.ts'

export interface ErasingDeps {
  store: InterestStore
  drafts: DraftStore
  references: ConversationReferenceStore
  unanswered: UnansweredStore
  personNotices: Pick<PersonNoticeStore, 'byPerson' | 'forget'>
  audit: AuditLog
  /** Bot state: what a conversation left behind. */
  state: { delete(keys: string[]): Promise<void> }
  clock: Clock
  /** Makes the reference of a receipt. */
  newReference: () => string
}

export interface ErasureReceipt {
  reference: string
  at: string
  /** The references of the interests that were erased. */
  interests: string[]
  draft: boolean
  /** Questions that no longer bear the person's name. */
  questions: number
  /** Messages that waited, or of which it was kept that they were sent. */
  notices: number
  conversation: boolean
}

/** An interest that a hold keeps from being erased. */
export type HeldInterest = Pick<Interest, 'reference'> & Pick<Hold, 'why' | 'until'>

type Erasing =
  /** What went, and what a hold stopped. */
  { kind: 'erased'; receipt: ErasureReceipt; held: HeldInterest[] } | { kind: 'nothing' } | { kind: 'forbidden' }

/** Erasing what is held about oneself. */
export const erasing = (deps: ErasingDeps) => ({
  /**
   * Erases all that is held about the actor, but for what a hold stops. What happened stays in the audit log under a
   * pseudonym. Called again after an outage it finishes.
   * @param stateKeys the keys of bot state that belong to the actor's own chat
   * @throws StoreUnavailable
   */
  async erase(actor: Actor, stateKeys: readonly string[]): Promise<Erasing> {
    if (!may(actor, 'my-data:own')) return { kind: 'forbidden' }
    const { tenantId, objectId } = actor
    const at = deps.clock().toISOString()
    const held: HeldInterest[] = []
    const interests: string[] = []
    for (const stored of await deps.store.byPerson(tenantId, objectId)) {
      const outcome = await eraseLatest(
        deps,
        stored,
        (interest) => erasureRecord(interest, 'asked', at, actor),
        ({ hold, reference }) => {
          if (!hold || !isHeld({ hold }, at)) return false
          held.push({ reference, why: hold.why, until: hold.until })
          return true
        },
      )
      if (outcome === 'erased') interests.push(stored.interest.reference)
    }
    const receipt: ErasureReceipt = {
      reference: deps.newReference(),
      at,
      interests,
      draft: await deps.drafts.remove(tenantId, objectId),
      questions: await deps.unanswered.forget(tenantId, objectId),
      notices: await deps.personNotices.forget(tenantId, objectId),
      conversation: await deps.references.remove(tenantId, objectId),
    }
    await deps.state.delete([...stateKeys])
    const { draft, questions, notices, conversation } = receipt
    const something = interests.length + held.length + questions + notices > 0 || draft || conversation
    return something ? { kind: 'erased', receipt, held } : { kind: 'nothing' }
  },
})
