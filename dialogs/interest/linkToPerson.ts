import { type Actor, may } from '../access.ts'
import { erasureRecord } from './erasure.ts'
import type { Interest, StoredInterest } from './interest.ts'
import { ATTEMPTS, event, type InterestDeps, isActive, timestamps } from './interestDeps.ts'
import { fieldsOf } from './interestFields.ts'
import { interestId } from './interestId.ts'

type Linking = { kind: 'joined'; interests: Interest[] } | { kind: 'nothing' } | { kind: 'forbidden' }

const unionBy = <T>(key: (item: T) => string, ...lists: readonly T[][]): T[] => [
  ...new Map(lists.flat().map((item) => [key(item), item])).values(),
]

const joinedFrom = ({ id, entered }: Interest, joinedAt: string): Pick<Interest, 'entered'> =>
  entered ? { entered: { ...entered, joinedAt, formerId: id } } : {}

/** Whether the person's own interest was merged with what HR entered before, and that was only not removed yet. */
const isMerged = (own: Interest, entered: Interest): boolean => {
  const lines = new Set(own.history.map((line) => JSON.stringify(line)))
  return own.entered?.formerId === entered.id && entered.history.every((line) => lines.has(JSON.stringify(line)))
}

/**
 * One interest of the person's own and what HR entered. The person's own words stand, unless they had withdrawn before
 * it was entered; HR's notes, work and history are kept either way.
 */
const merged = (deps: InterestDeps, own: Interest, entered: Interest, line: Interest['history'][number]): Interest => {
  const revived = !isActive(own.status, deps.statuses) && isActive(entered.status, deps.statuses)
  const takeStatus = revived || own.history.every(({ what }) => what !== 'status' && what !== 'withdrawn')
  const events = unionBy((item) => JSON.stringify(item), own.history, entered.history)
  return {
    ...own,
    ...(revived ? fieldsOf(entered) : {}),
    ...(takeStatus ? { status: entered.status, statusSince: entered.statusSince } : {}),
    ...timestamps(deps),
    formerReferences: [...new Set([...own.formerReferences, entered.reference, ...entered.formerReferences])].filter(
      (reference) => reference !== own.reference,
    ),
    ...joinedFrom(entered, line.at),
    assignee: own.assignee ?? entered.assignee,
    hold: own.hold ?? entered.hold,
    notes: unionBy(({ id }) => id, own.notes, entered.notes),
    pending: unionBy(({ id }) => id, own.pending, entered.pending),
    history: [...events.sort((a, b) => a.at.localeCompare(b.at)), line],
  }
}

/** Making what HR entered the person's own. */
export const linking = (deps: InterestDeps) => {
  const linkOne = async (actor: Actor, from: StoredInterest): Promise<Interest | 'again'> => {
    const times = timestamps(deps)
    const { reference } = from.interest
    const line = event(actor, times.updatedAt, 'joined', [{ field: 'reference', old: reference, new: reference }])
    const to: Interest = {
      ...from.interest,
      ...times,
      id: interestId(actor.tenantId, actor.objectId, from.interest.cohortId),
      personId: actor.objectId,
      ...joinedFrom(from.interest, line.at),
      history: [...from.interest.history, line],
    }
    const result = await deps.store.join(from, to)
    if (result.kind === 'joined') return result.stored.interest
    if (result.kind === 'conflict') return 'again'
    const own = result.existing.interest
    const whole = isMerged(own, from.interest) ? own : merged(deps, own, from.interest, line)
    if ((await deps.store.replace(whole, result.existing.version)).kind !== 'replaced') return 'again'
    const gone = await deps.store.erase(from, erasureRecord(from.interest, 'joined', line.at, actor))
    return gone.kind === 'erased' ? whole : 'again'
  }

  return {
    /**
     * Makes what HR entered under these addresses the actor's own. Called at the first turn of a person; again, it
     * finds nothing to do.
     * @param emails the actor's addresses as the channel gives them, never as typed
     * @throws StoreUnavailable
     */
    async linkToPerson(actor: Actor, emails: readonly string[]): Promise<Linking> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      const interests: Interest[] = []
      for (const email of emails) {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          const found = await deps.store.byEmail(actor.tenantId, email)
          const from = found.find(({ interest }) => interest.personId === null)
          if (!from) break
          const outcome = await linkOne(actor, from)
          if (outcome !== 'again') interests.push(outcome)
        }
      }
      return interests.length > 0 ? { kind: 'joined', interests } : { kind: 'nothing' }
    },
  }
}
