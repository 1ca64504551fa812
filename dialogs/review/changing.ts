import type { Actor } from '../access.ts'
import type { Command, EventActor, EventKind, FieldChange, Interest } from '../interest/interest.ts'
import { eventActor } from '../interest/interest.ts'
import { ATTEMPTS, event, isOwn, isReplayOf, timestamps } from '../interest/interestDeps.ts'
import {
  type Conflict,
  type Forbidden,
  type Gone,
  type Invalid,
  loadByKey,
  type Own,
  type ReviewDeps,
  type Seen,
} from './reviewDeps.ts'

type Changed = { kind: 'changed'; interest: Interest }
type NotChanged = Own | Gone | Conflict
/** What may come of a change of one interest. */
export type OneChange = Changed | NotChanged | Forbidden | Invalid

/** What becomes different of an interest, and what its history says of that field by field. */
export interface Change {
  set: Partial<Interest>
  changes?: FieldChange[]
}

interface ChangeOptions extends Seen {
  command: Command
  /** What the history calls it, by which the same activity, sent again, is known; none for what is no event. */
  what?: EventKind
  reason?: string
  /** Whether it goes beside what others changed since, since it overwrites nothing of theirs. */
  additive?: boolean
}

/** What others did since: not what the bot sent, nor what the officer did from another device. */
const doneSince = (actor: Actor, interest: Interest, lines: number) =>
  interest.history.slice(lines).filter(({ by }) => by.role !== 'bot' && by.objectId !== actor.objectId)

/**
 * Changes an interest as it was seen, with a line in its history. When somebody else changed it since, nothing is
 * changed and what they did is told. The same activity, sent again, finds the change made.
 * @param next what changes of the latest version, or an outcome that leaves it as it is
 * @throws StoreUnavailable
 */
export const changeSeen = async <Outcome extends { kind: string }>(
  deps: ReviewDeps,
  actor: Actor,
  { key, lines: seen, command, what, reason, additive }: ChangeOptions,
  next: (latest: Interest, now: { at: string; by: EventActor }) => Change | Outcome,
): Promise<Changed | NotChanged | Outcome> => {
  let lines = seen
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await loadByKey(deps, actor, key)
    if (!stored) return { kind: 'gone' }
    const { interest, version } = stored
    if (isOwn(actor, interest)) return { kind: 'own-interest' }
    if (what && isReplayOf(interest, command, what)) return { kind: 'changed', interest }
    lines ??= interest.history.length
    const did = additive ? [] : doneSince(actor, interest, lines)
    if (did.length > 0) return { kind: 'conflict', interest, did }
    const times = timestamps(deps)
    const made = next(interest, { at: times.updatedAt, by: eventActor(actor) })
    if ('kind' in made) return made
    const line = what && event(actor, times.updatedAt, what, made.changes ?? [], command, reason)
    const recorded = line && { ...times, history: [...interest.history, line] }
    const result = await deps.store.replace({ ...interest, ...recorded, ...made.set }, version)
    if (result.kind === 'replaced') return { kind: 'changed', interest: result.stored.interest }
  }
  throw new Error(`An interest changed ${ATTEMPTS} times while it was changed`)
}
