import { type Actor, may } from '../access.ts'
import type { UnansweredStore } from '../answers/unansweredStore.ts'
import type { Clock } from '../clock.ts'
import type { AuditLog } from '../interest/auditLog.ts'
import type { DraftStore } from '../interest/draftStore.ts'
import { eraseLatest, erasureRecord, isHeld } from '../interest/erasure.ts'
import type { Command, Hold, Interest, InterestFields, StatusDefinition } from '../interest/interest.ts'
import type { Changing, InterestService } from '../interest/interestService.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { OpenCohorts } from '../interest/openCohorts.ts'
import { DEFAULT_STATUSES } from '../interest/statuses.ts'
import type { ConversationReferenceStore } from '../notices/conversationReferenceStore.ts'
import type { PersonNoticeStore } from '../notices/personNotices.ts'
import type { PrivacyTexts } from './held.ts'
import {
  conversationSection,
  doer,
  draftSection,
  type HeldData,
  type HeldTexts,
  interestSection,
  noticeSection,
  questionSection,
} from './held.ts'
import { myDataPage } from './myDataPage.ts'

export interface MyDataDeps {
  store: InterestStore
  drafts: DraftStore
  references: ConversationReferenceStore
  unanswered: UnansweredStore
  personNotices: Pick<PersonNoticeStore, 'byPerson' | 'forget'>
  audit: AuditLog
  /** Bot state: what a conversation left behind. */
  state: { delete(keys: string[]): Promise<void> }
  cohorts: OpenCohorts
  interests: Pick<InterestService, 'change'>
  clock: Clock
  /** Makes the reference of a receipt. */
  newReference: () => string
  privacy: PrivacyTexts
  statuses?: readonly StatusDefinition[]
  /** How a moment is written for a person. */
  day: (moment: string) => string
  /** The same, with the time of day. */
  moment: (moment: string) => string
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

export type HeldInterest = Pick<Interest, 'reference' | 'cohortId'> & Pick<Hold, 'why' | 'until'>

export type Holding = { kind: 'held-data'; data: HeldData } | { kind: 'forbidden' }
export type Download = { kind: 'download'; json: Record<string, unknown>; page: string } | { kind: 'forbidden' }
export type Erasing =
  | { kind: 'erased'; receipt: ErasureReceipt }
  | { kind: 'nothing' }
  /** A hold stops some of it; the receipt tells what went all the same. */
  | { kind: 'held'; held: HeldInterest[]; until: string | null; why: string; receipt: ErasureReceipt }
  | { kind: 'forbidden' }

/** What a person may see, take, correct and erase of what is held about them. */
export const myDataService = (deps: MyDataDeps) => {
  const gather = async (actor: Actor) => {
    const [interests, draft, questions, notices, conversation] = await Promise.all([
      deps.store.byPerson(actor.tenantId, actor.objectId),
      deps.drafts.get(actor.tenantId, actor.objectId, deps.clock().toISOString()),
      deps.unanswered.sentBy(actor.tenantId, actor.objectId),
      deps.personNotices.byPerson(actor.tenantId, actor.objectId),
      deps.references.get(actor.tenantId, actor.objectId),
    ])
    return { interests, draft, questions, notices, conversation }
  }
  const labelOf = (status: string): string =>
    (deps.statuses ?? DEFAULT_STATUSES).find(({ id }) => id === status)?.label ?? status
  const cohortName = async (id: string): Promise<string> => (await deps.cohorts.find(id))?.choice.name ?? id

  const describe = async (actor: Actor, found: Awaited<ReturnType<typeof gather>>): Promise<HeldData> => {
    const privacy: HeldTexts = { ...deps.privacy, moment: deps.moment }
    const interests = await Promise.all(
      found.interests.map(async ({ interest }) =>
        interestSection(actor, interest, await cohortName(interest.cohortId), labelOf(interest.status), privacy),
      ),
    )
    return {
      madeAt: deps.clock().toISOString(),
      noticeVersion: privacy.version,
      name: actor.name,
      sections: [
        ...interests,
        ...(found.draft && Object.keys(found.draft.fields).length > 0 ? [draftSection(found.draft, privacy)] : []),
        ...found.questions.map((question) => questionSection(actor, question, privacy)),
        ...found.notices.map((notice) => noticeSection(notice, privacy)),
        ...(found.conversation ? [conversationSection(found.conversation.updatedAt, privacy)] : []),
      ],
    }
  }

  /** The interest as its person may take it: colleagues are told as "HR". */
  const taken = (actor: Actor, interest: Interest) => ({
    ...interest,
    assignee: interest.assignee && doer(actor, interest.assignee),
    history: interest.history.map(({ command: _, ...line }) => ({ ...line, by: doer(actor, line.by) })),
    notes: interest.notes.map((note) => ({ ...note, by: doer(actor, note.by) })),
    ...(interest.entered ? { entered: { ...interest.entered, by: doer(actor, interest.entered.by) } } : {}),
    hold: interest.hold && { ...interest.hold, by: doer(actor, interest.hold.by) },
  })

  return {
    /** Everything held about the actor: what, who can see it, until when. Throws StoreUnavailable. */
    async held(actor: Actor): Promise<Holding> {
      if (!may(actor, 'my-data:own')) return { kind: 'forbidden' }
      return { kind: 'held-data', data: await describe(actor, await gather(actor)) }
    },

    /** The same to take away, as a JSON object and as a page that stands alone. Throws StoreUnavailable. */
    async download(actor: Actor): Promise<Download> {
      if (!may(actor, 'my-data:own')) return { kind: 'forbidden' }
      const found = await gather(actor)
      const data = await describe(actor, found)
      const sent = found.questions.map(({ text, expiresAt, answer }) => ({ text, expiresAt, answer: answer ?? null }))
      const json = {
        madeAt: data.madeAt,
        noticeVersion: data.noticeVersion,
        person: { tenantId: actor.tenantId, objectId: actor.objectId, name: actor.name },
        interests: found.interests.map(({ interest }) => taken(actor, interest)),
        draft: found.draft ?? null,
        questions: sent,
        notices: found.notices.map(({ kind, state, dueAt, expiresAt, data: words }) => ({
          kind,
          state,
          dueAt,
          expiresAt,
          words,
        })),
        conversation: found.conversation?.reference ?? null,
        whoSeesWhat: data.sections,
      }
      return { kind: 'download', json, page: myDataPage(data, deps.day) }
    },

    /** Corrects a field of the actor's own interest. Throws StoreUnavailable. */
    correct(
      actor: Actor,
      request: { cohortId?: string; fields: Partial<InterestFields> },
      command: Command,
    ): Promise<Changing> {
      return deps.interests.change(actor, request, command)
    },

    /**
     * Erases all that is held about the actor, but for what a hold stops. What happened stays in the audit log under a
     * pseudonym. Called again after an outage it finishes.
     * @param stateKeys the keys of bot state that belong to the actor's own chat
     * @throws StoreUnavailable
     */
    async erase(actor: Actor, stateKeys: readonly string[]): Promise<Erasing> {
      if (!may(actor, 'my-data:own')) return { kind: 'forbidden' }
      const at = deps.clock().toISOString()
      const held: HeldInterest[] = []
      const erased: string[] = []
      for (const stored of await deps.store.byPerson(actor.tenantId, actor.objectId)) {
        const outcome = await eraseLatest(
          deps,
          stored,
          (interest) => erasureRecord(interest, 'asked', at, actor),
          ({ hold, reference, cohortId }) => {
            if (!hold || !isHeld({ hold }, at)) return false
            held.push({ reference, cohortId, why: hold.why, until: hold.until })
            return true
          },
        )
        if (outcome === 'erased') erased.push(stored.interest.reference)
      }
      const receipt: ErasureReceipt = {
        reference: deps.newReference(),
        at,
        interests: erased,
        draft: await deps.drafts.remove(actor.tenantId, actor.objectId),
        questions: await deps.unanswered.forget(actor.tenantId, actor.objectId),
        notices: await deps.personNotices.forget(actor.tenantId, actor.objectId),
        conversation: await deps.references.remove(actor.tenantId, actor.objectId),
      }
      await deps.state.delete([...stateKeys])
      const [first] = held
      if (first) return { kind: 'held', held, until: first.until, why: first.why, receipt }
      const { draft, questions, notices, conversation } = receipt
      const something = erased.length > 0 || draft || questions > 0 || notices > 0 || conversation
      return something ? { kind: 'erased', receipt } : { kind: 'nothing' }
    },
  }
}

export type MyDataService = ReturnType<typeof myDataService>
