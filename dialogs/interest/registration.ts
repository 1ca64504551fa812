import { type Actor, may } from '../access.ts'
import { ANY_LATER_COHORT, type Command, type Interest, type InterestFields, type StoredInterest } from './interest.ts'
import { ATTEMPTS, type InterestDeps, isActive, isReplayOf, newInterest, timestamps } from './interestDeps.ts'
import { checkFields, type Problem } from './interestFields.ts'
import { interestId } from './interestId.ts'
import type { CohortChoice } from './openCohorts.ts'

interface RegisterRequest {
  /** The only open cohort when left out. */
  cohortId?: string
  fields: Partial<InterestFields>
  /** The version of the privacy notice that stood above Save. */
  noticeVersion: string
}

export type Registration =
  | { kind: 'registered'; interest: Interest }
  | { kind: 'already-registered'; interest: Interest }
  /** `cohort` is undefined when there is none by that id. `open` always ends with "any later cohort". */
  | { kind: 'cohort-closed'; cohort: CohortChoice | undefined; open: CohortChoice[] }
  | { kind: 'invalid'; problems: Problem[] }
  | { kind: 'forbidden' }

/** Stores a new interest under a reference that nobody has; what is there already when somebody was first. */
export const addNew = async (
  deps: InterestDeps,
  make: (reference: string) => Interest,
): Promise<{ kind: 'added' | 'duplicate'; stored: StoredInterest }> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = await deps.store.add(make(deps.newReference()))
    if (result.kind === 'added') return { kind: 'added', stored: result.stored }
    if (result.kind === 'duplicate') return { kind: 'duplicate', stored: result.existing }
  }
  throw new Error(`${ATTEMPTS} references in a row were taken: the maker of references repeats itself`)
}

const anew = (deps: InterestDeps, old: Interest, fresh: Interest): Interest => ({
  ...fresh,
  formerReferences: [...old.formerReferences, old.reference],
  assignee: old.assignee,
  notes: old.notes,
  hold: old.hold,
  history: [
    ...old.history,
    ...fresh.history.map((line) => ({
      ...line,
      what: 'registered-anew' as const,
      changes: [
        ...line.changes,
        { field: 'status', old: old.status, new: fresh.status },
        { field: 'reference', old: old.reference, new: fresh.reference },
      ],
    })),
  ],
  ...timestamps(deps),
})

/** Registering an interest, for oneself. */
export const registration = (deps: InterestDeps) => {
  const soleOpen = async (): Promise<string | undefined> => {
    const open = (await deps.cohorts.allOpen()).filter(({ id }) => id !== ANY_LATER_COHORT)
    return open.length === 1 ? open[0]?.id : undefined
  }

  const outcomeOf = (existing: Interest, command: Command): Registration | undefined => {
    if (isReplayOf(existing, command, 'registered', 'registered-anew'))
      return { kind: 'registered', interest: existing }
    if (isActive(existing.status, deps.statuses)) return { kind: 'already-registered', interest: existing }
    return undefined
  }

  const store = async (make: (reference: string) => Interest, command: Command): Promise<Registration> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { kind, stored } = await addNew(deps, make)
      if (kind === 'added') return { kind: 'registered', interest: stored.interest }
      const settled = outcomeOf(stored.interest, command)
      if (settled) return settled
      const again = anew(deps, stored.interest, make(deps.newReference()))
      const result = await deps.store.replace(again, stored.version)
      if (result.kind === 'replaced') return { kind: 'registered', interest: result.stored.interest }
    }
    throw new Error('An interest changed each time it was registered anew')
  }

  return {
    /**
     * Registers the actor's interest: one per person and cohort, however often it is asked.
     * @param command the activity that asked; sent again it gets its first outcome
     * @returns `registered` only once it is stored
     * @throws StoreUnavailable when nothing is known to be stored; what was typed should be kept and sent again
     */
    async register(actor: Actor, request: RegisterRequest, command: Command): Promise<Registration> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      const cohortId = request.cohortId || (await soleOpen())
      if (cohortId) {
        const existing = await deps.store.get(interestId(actor.tenantId, actor.objectId, cohortId), cohortId)
        const settled = existing && outcomeOf(existing.interest, command)
        if (settled) return settled
        const cohort = await deps.cohorts.find(cohortId)
        if (!cohort?.open) {
          return { kind: 'cohort-closed', cohort: cohort?.choice, open: await deps.cohorts.allOpen() }
        }
      }
      const checked = checkFields(request.fields)
      const problems: Problem[] = checked.ok ? [] : [...checked.problems]
      if (!cohortId) problems.push({ field: 'cohortId', message: 'Choose the cohort you are interested in.' })
      if (!checked.ok || !cohortId) return { kind: 'invalid', problems }

      const make = newInterest(deps, actor, {
        fields: checked.fields,
        id: interestId(actor.tenantId, actor.objectId, cohortId),
        personId: actor.objectId,
        cohortId,
        noticeVersion: request.noticeVersion,
        what: 'registered',
        command,
      })
      const outcome = await store(make, command)
      if (outcome.kind === 'registered') {
        await deps.drafts.remove(actor.tenantId, actor.objectId).catch((error: unknown) => deps.onTrouble?.(error))
      }
      return outcome
    },
  }
}
