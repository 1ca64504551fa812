import type { Actor } from '../access.ts'
import { type Clock, daysAfter } from '../clock.ts'
import type { DraftStore } from './draftStore.ts'
import {
  type Command,
  commandKey,
  type EventKind,
  eventActor,
  type FieldChange,
  type Interest,
  type InterestEvent,
  type InterestFields,
  type Status,
  type StatusDefinition,
} from './interest.ts'
import type { InterestStore } from './interestStore.ts'
import type { OpenCohorts } from './openCohorts.ts'
import { DEFAULT_STATUSES, FIRST_STATUS, WITHDRAWN } from './statuses.ts'

/** What the interest service is made of. */
export interface InterestDeps {
  store: InterestStore
  drafts: DraftStore
  cohorts: OpenCohorts
  clock: Clock
  newReference: () => string
  /** How long an interest is kept after its last change. */
  retentionDays: number
  statuses: readonly StatusDefinition[]
  /** Told of what failed after the change itself was stored, such as clearing the draft. */
  onTrouble?: (error: unknown) => void
}

/** How often a change that met another is tried again before the person is told. */
export const ATTEMPTS = 8

/** Whether an interest at this status is the person's one for its cohort; not so once withdrawn. */
export const isActive = (status: Status, statuses: readonly StatusDefinition[] = DEFAULT_STATUSES): boolean =>
  status !== WITHDRAWN && !statuses.some(({ id, mayRegisterAnew }) => id === status && mayRegisterAnew)

/** Whether this very activity did one of these things to the interest before: it was sent again. */
export const isReplayOf = (interest: Interest, command: Command, ...kinds: EventKind[]): boolean => {
  const key = commandKey(command)
  return interest.history.some((event) => event.command === key && kinds.includes(event.what))
}

export const event = (
  actor: Actor,
  at: string,
  what: EventKind,
  changes: FieldChange[],
  command?: Command,
  reason?: string,
): InterestEvent => ({
  at,
  by: eventActor(actor),
  what,
  changes,
  ...(reason ? { reason } : {}),
  ...(command ? { command: commandKey(command) } : {}),
})

/** The moments of an interest changed now. */
export const timestamps = ({ clock, retentionDays }: Pick<InterestDeps, 'clock' | 'retentionDays'>) => {
  const updatedAt = clock().toISOString()
  return { updatedAt, expiresAt: daysAfter(updatedAt, retentionDays) }
}

/** What an interest begins with, beside what every new one has. */
type Beginning = Pick<Interest, 'id' | 'personId' | 'cohortId' | 'noticeVersion' | 'entered'> & {
  fields: InterestFields
  what: EventKind
  command: Command
}

/** Makes a new interest once it has its reference: at the first status, and with what began it in its history. */
export const newInterest = (deps: InterestDeps, actor: Actor, beginning: Beginning) => {
  const { fields, id, personId, cohortId, noticeVersion, entered, what, command } = beginning
  const times = timestamps(deps)
  return (reference: string): Interest => ({
    ...fields,
    id,
    tenantId: actor.tenantId,
    personId,
    cohortId,
    reference,
    formerReferences: [],
    noticeVersion,
    status: FIRST_STATUS,
    statusSince: times.updatedAt,
    ...(entered && { entered }),
    assignee: null,
    notes: [],
    history: [event(actor, times.updatedAt, what, [], command)],
    pending: [],
    hold: null,
    createdAt: times.updatedAt,
    ...times,
  })
}

/** What differs, field by field, in words. */
export const differences = <T extends object>(before: T, after: T): FieldChange[] =>
  (Object.keys(after) as (keyof T & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, old: String(before[field] ?? ''), new: String(after[field] ?? '') }))

/** Whether this interest is the actor's own, joined or not. */
export const isOwn = (actor: Actor, interest: Interest): boolean =>
  interest.tenantId === actor.tenantId && interest.personId === actor.objectId
