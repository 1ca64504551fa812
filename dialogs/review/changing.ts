import type { Actor } from '../access.ts'
import type { Command, EventKind, Interest } from '../interest/interest.ts'
import { ATTEMPTS, cameOf, isOwn } from '../interest/interestDeps.ts'
import { type Conflict, type Gone, load, type Own, type ReviewDeps } from './reviewDeps.ts'

/** An interest as a card showed it. */
export interface Seen {
  key: string
  /** How many lines its history had then; none when nothing was shown yet. */
  lines?: number
}

export type Changed = { kind: 'changed'; interest: Interest }
export type Refusal = Own | Gone | Conflict

/** What others did since: not what the bot sent, nor what the officer did from another device. */
const doneSince = (actor: Actor, interest: Interest, lines: number) =>
  interest.history.slice(lines).filter(({ by }) => by.role !== 'bot' && by.objectId !== actor.objectId)

/**
 * Changes an interest as it was seen. When somebody else changed it since, nothing is changed and what they did is told.
 * The same activity, sent again, finds the change made.
 * @param what the events by which a resent activity is known
 * @param next the changed interest, or an outcome that leaves it as it is
 * @throws StoreUnavailable
 */
export const changeSeen = async <Outcome extends { kind: string }>(
  deps: ReviewDeps,
  actor: Actor,
  seen: Seen,
  { command, what, blind }: { command: Command; what: readonly EventKind[]; blind?: boolean },
  next: (latest: Interest) => Interest | Outcome,
): Promise<Changed | Refusal | Outcome> => {
  let lines = seen.lines
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await load(deps, actor, seen.key)
    if (!stored) return { kind: 'gone' }
    const { interest, version } = stored
    if (isOwn(actor, interest)) return { kind: 'own-interest' }
    if (cameOf(interest, command, ...what)) return { kind: 'changed', interest }
    lines ??= interest.history.length
    const did = blind ? [] : doneSince(actor, interest, lines)
    if (did.length > 0) return { kind: 'conflict', interest, did }
    const made = next(interest)
    if ('kind' in made) return made
    const result = await deps.store.replace(made, version)
    if (result.kind === 'replaced') return { kind: 'changed', interest: result.stored.interest }
  }
  throw new Error(`An interest changed ${ATTEMPTS} times while it was changed`)
}
