import type { Actor } from '../access.ts'
import { type Clock, daysAfter } from '../clock.ts'
import type { DraftStore } from './draftStore.ts'
import type { Interest, InterestEvent, Status, StatusDefinition, StoredInterest } from './interest.ts'
import { type Command, commandKey, type EventKind, eventActor, type FieldChange } from './interest.ts'
import type { InterestStore } from './interestStore.ts'
import type { OpenCohorts } from './openCohorts.ts'
import { DEFAULT_STATUSES, WITHDRAWN } from './statuses.ts'

/** What the interest service is made of. */
export interface InterestDeps {
  store: InterestStore
  drafts: DraftStore
  cohorts: OpenCohorts
  clock: Clock
  newReference: () => string
  /** How long an interest is kept after its last change. */
  retentionDays: number
  statuses?: readonly StatusDefinition[]
  /** Told of what failed after the change itself was stored, such as clearing the draft. */
  onTrouble?: (error: unknown) => void
}

/** How often a change that met another is tried again before the person is told. */
export const ATTEMPTS = 8

/** Whether an interest at this status is the person's one for its cohort; not so once withdrawn. */
export const isActive = (status: Status, statuses: readonly StatusDefinition[] = DEFAULT_STATUSES): boolean =>
  status !== WITHDRAWN && !statuses.some(({ id, mayRegisterAnew }) => id === status && mayRegisterAnew)

/** Whether this event came of this very activity: it was sent again. */
export const cameOf = (interest: Interest, command: Command, ...kinds: EventKind[]): boolean => {
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
export const stamped = (
  deps: Pick<InterestDeps, 'clock' | 'retentionDays'>,
): { updatedAt: string; expiresAt: string } => {
  const updatedAt = deps.clock().toISOString()
  return { updatedAt, expiresAt: daysAfter(updatedAt, deps.retentionDays) }
}

/** What differs, field by field, in words. */
export const differences = <T extends object>(before: T, after: T): FieldChange[] =>
  (Object.keys(after) as (keyof T & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, old: String(before[field] ?? ''), new: String(after[field] ?? '') }))

/** Whether this interest is the actor's own, joined or not. */
export const isOwn = (actor: Actor, interest: Interest): boolean =>
  interest.tenantId === actor.tenantId && interest.personId === actor.objectId

/**
 * Changes an interest to what `next` makes of its latest version, again when somebody else's change came between.
 * @param next the changed interest, or an outcome that ends it unchanged
 * @returns the stored interest, the outcome, or `conflict` after too many others
 */
export const changeLatest = async <Outcome extends { kind: string }>(
  deps: InterestDeps,
  first: StoredInterest | undefined,
  at: { id: string; cohortId: string },
  next: (latest: Interest | undefined) => Interest | Outcome,
): Promise<{ kind: 'stored'; interest: Interest } | Outcome | { kind: 'conflict' }> => {
  let latest = first
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) latest = await deps.store.get(at.id, at.cohortId)
    const made = next(latest?.interest)
    if ('kind' in made) return made
    if (!latest) return { kind: 'conflict' }
    const result = await deps.store.replace(made, latest.version)
    if (result.kind === 'replaced') return { kind: 'stored', interest: result.stored.interest }
  }
  return { kind: 'conflict' }
}
