import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../access.ts'
import type { FeedbackStore } from '../answers/feedbackStore.ts'
import type { UnansweredStore } from '../answers/unansweredStore.ts'
import type { Clock } from '../clock.ts'
import type { CohortStore } from '../cohorts/cohortStore.ts'
import type { AuditLog } from '../interest/auditLog.ts'
import type { EventActor, Interest, InterestEvent, StatusDefinition, StoredInterest } from '../interest/interest.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { LocalTime } from '../localTime.ts'
import type { ConversationReferenceStore } from '../notices/conversationReferenceStore.ts'
import type { answerNotices } from '../notices/personNotices.ts'
import type { OneTimeLinks } from '../oneTimeLinks.ts'

/** A colleague in HR to whom an interest can be given. */
export type Officer = Pick<EventActor, 'objectId' | 'name'>

/** What HR's review is made of. */
export interface ReviewDeps {
  store: InterestStore
  audit: AuditLog
  cohorts: Pick<CohortStore, 'all'>
  unanswered: Pick<UnansweredStore, 'get' | 'list' | 'replace'>
  feedback: Pick<FeedbackStore, 'list' | 'byEntry'>
  references: Pick<ConversationReferenceStore, 'get'>
  interests: Pick<InterestService, 'enterForSomeone'>
  links: OneTimeLinks
  answers: ReturnType<typeof answerNotices>
  clock: Clock
  retentionDays: number
  /** Counts below it are shown as "fewer than" it. */
  smallNumber: number
  /** The trust's own, with the ways in which HR says each. */
  statuses: readonly (StatusDefinition & { phrasings?: readonly string[] })[]
  /** What "any later cohort" is called. */
  laterName: string
  time: LocalTime
  officers: () => Promise<Officer[]>
}

/** The same for every wrong role, whether the thing exists or not. */
export type Forbidden = { kind: 'forbidden' }
/** No HR officer acts on their own. */
export type Own = { kind: 'own-interest' }
export type Gone = { kind: 'gone' }
/** What was given cannot be taken, and why. */
export type Invalid = { kind: 'invalid'; message: string }

/** What somebody else did since the officer saw it. */
export interface Conflict {
  kind: 'conflict'
  interest: Interest
  did: InterestEvent[]
}

/** An interest as a card showed it. */
export interface Seen {
  key: string
  /** How many lines its history had then; none when nothing was shown yet. */
  lines?: number
}

/** An interest by its point in the store, as cards and the conversation keep it. */
export const interestKey = ({ id, cohortId }: Pick<Interest, 'id' | 'cohortId'>): string => `${cohortId}/${id}`

export const seenOf = (interest: Interest): Required<Seen> => ({
  key: interestKey(interest),
  lines: interest.history.length,
})

/** The interest of a key, when there is one in the actor's trust. Throws StoreUnavailable. */
export const loadByKey = async (deps: ReviewDeps, actor: Actor, key: string): Promise<StoredInterest | undefined> => {
  const at = key.lastIndexOf('/')
  const found = at > 0 ? await deps.store.get(key.slice(at + 1), key.slice(0, at)) : undefined
  return found?.interest.tenantId === actor.tenantId ? found : undefined
}

/** The same for the same parts, and short enough for an id. */
export const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)

/** Who did something, as the audit log keeps them. */
export const auditActor = ({ tenantId, objectId, name }: Actor) => ({ tenantId, objectId, name })

/** Logs what HR is about to see. When it throws, nothing is shown. */
export const logLook = (
  deps: ReviewDeps,
  actor: Actor,
  what: string,
  interests: readonly Pick<Interest, 'id'>[],
  filter?: InterestFilter,
): Promise<void> =>
  deps.audit.append({
    kind: 'look',
    id: `look-${randomUUID()}`,
    at: deps.clock().toISOString(),
    actor: auditActor(actor),
    what,
    interestIds: interests.map(({ id }) => id),
    ...(filter && { filter }),
  })
