import { type Actor, may } from '../access.ts'
import {
  type Command,
  commandKey,
  type EventKind,
  type FieldChange,
  type Interest,
  type InterestDraft,
  type InterestFields,
  type StoredInterest,
} from './interest.ts'
import { ATTEMPTS, differences, event, type InterestDeps, isActive, isReplayOf, timestamps } from './interestDeps.ts'
import { checkFields, fieldsOf, type Problem } from './interestFields.ts'
import { WITHDRAWN } from './statuses.ts'

const DRAFT_HOURS = 24

type Refused =
  | { kind: 'forbidden' }
  /** None is on record. */
  | { kind: 'none' }
  /** There are several: ask which. */
  | { kind: 'which'; interests: Interest[] }
  /** Others changed it each time it was tried. */
  | { kind: 'conflict' }

type OwnStatus = { kind: 'found'; interests: Interest[] } | { kind: 'forbidden' }

export type Changing =
  | { kind: 'changed'; interest: Interest; changes: FieldChange[] }
  | { kind: 'unchanged'; interest: Interest }
  | { kind: 'withdrawn'; interest: Interest }
  | { kind: 'invalid'; problems: Problem[] }
  | Refused

export type Withdrawal =
  | { kind: 'withdrawn'; interest: Interest }
  | { kind: 'already-withdrawn'; interest: Interest }
  | Refused

export type FoundActive =
  | { kind: 'one'; interest: Interest }
  /** None counts any more; the latest there was. */
  | { kind: 'ended'; interest: Interest }
  | Exclude<Refused, { kind: 'conflict' }>

type DraftInput = Omit<InterestDraft, 'tenantId' | 'personId' | 'updatedAt' | 'expiresAt'>

/** What a person may do with their own interests and draft. */
export const ownInterest = (deps: InterestDeps) => {
  /** The actor's own, the last changed first. */
  const mine = async ({ tenantId, objectId }: Actor): Promise<StoredInterest[]> =>
    (await deps.store.byPerson(tenantId, objectId)).sort((a, b) =>
      b.interest.updatedAt.localeCompare(a.interest.updatedAt),
    )

  /** The actor's own in this cohort, or in any: those that still count, or all when none does. */
  const candidates = async (actor: Actor, cohortId?: string) => {
    const asked = (await mine(actor)).filter(({ interest }) => !cohortId || interest.cohortId === cohortId)
    const active = asked.filter(({ interest }) => isActive(interest.status, deps.statuses))
    return active.length > 0 ? { active: true, found: active } : { active: false, found: asked }
  }

  const interestsOf = (found: readonly StoredInterest[]): Interest[] => found.map(({ interest }) => interest)

  /**
   * Changes the actor's own interest in this cohort, or the only one there is, and again when another change came between.
   * @param next the changed interest, or an outcome that leaves it as it is
   */
  const changeOwn = async <Outcome extends { kind: string }>(
    actor: Actor,
    cohortId: string | undefined,
    next: (latest: Interest) => Interest | Outcome,
  ): Promise<{ kind: 'stored'; interest: Interest } | Outcome | Refused> => {
    if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
    const { found } = await candidates(actor, cohortId)
    const [first, second] = found
    if (!first) return { kind: 'none' }
    if (second) return { kind: 'which', interests: interestsOf(found) }
    let latest: StoredInterest | undefined = first
    for (let attempt = 0; latest && attempt < ATTEMPTS; attempt++) {
      const made = next(latest.interest)
      if ('kind' in made) return made
      const result = await deps.store.replace(made, latest.version)
      if (result.kind === 'replaced') return { kind: 'stored', interest: result.stored.interest }
      latest = await deps.store.get(first.interest.id, first.interest.cohortId)
    }
    return { kind: latest ? 'conflict' : 'none' }
  }

  return {
    /** The actor's own interests, withdrawn ones too, the last changed first. Throws StoreUnavailable. */
    async status(actor: Actor): Promise<OwnStatus> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      return { kind: 'found', interests: interestsOf(await mine(actor)) }
    },

    /**
     * The actor's own interest that still counts, in this cohort or the only one there is.
     * @throws StoreUnavailable
     */
    async findActive(actor: Actor, cohortId?: string): Promise<FoundActive> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      const { active, found } = await candidates(actor, cohortId)
      const [latest, second] = interestsOf(found)
      if (!latest) return { kind: 'none' }
      if (!active) return { kind: 'ended', interest: latest }
      return second ? { kind: 'which', interests: interestsOf(found) } : { kind: 'one', interest: latest }
    },

    /** What this very activity did to an interest of the actor's, when it was sent before. Throws StoreUnavailable. */
    async findByCommand(actor: Actor, command: Command): Promise<{ what: EventKind; interest: Interest } | undefined> {
      const key = commandKey(command)
      const all = may(actor, 'interest:own') ? await mine(actor) : []
      return all
        .flatMap(({ interest }) => interest.history.map((line) => ({ what: line.what, key: line.command, interest })))
        .find((line) => line.key === key)
    },

    /**
     * Changes fields of the actor's own interest; those not given stay.
     * @param cohortId which one; the only active one when left out
     * @throws StoreUnavailable
     */
    async change(
      actor: Actor,
      request: { cohortId?: string; fields: Partial<InterestFields> },
      command: Command,
    ): Promise<Changing> {
      let changes: FieldChange[] = []
      const outcome = await changeOwn<Changing>(actor, request.cohortId, (latest) => {
        if (isReplayOf(latest, command, 'changed')) return { kind: 'changed', interest: latest, changes: [] }
        if (!isActive(latest.status, deps.statuses)) return { kind: 'withdrawn', interest: latest }
        const before = fieldsOf(latest)
        const checked = checkFields(request.fields, before)
        if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
        changes = differences(before, checked.fields)
        if (changes.length === 0) return { kind: 'unchanged', interest: latest }
        const times = timestamps(deps)
        const history = [...latest.history, event(actor, times.updatedAt, 'changed', changes, command)]
        return { ...latest, ...checked.fields, ...times, history }
      })
      return outcome.kind === 'stored' ? { kind: 'changed', interest: outcome.interest, changes } : outcome
    },

    /**
     * Withdraws the actor's own interest; its pending notices go with it.
     * @param cohortId which one; the only active one when left out
     * @throws StoreUnavailable
     */
    async withdraw(
      actor: Actor,
      request: { cohortId?: string; reason?: string },
      command: Command,
    ): Promise<Withdrawal> {
      const outcome = await changeOwn<Withdrawal>(actor, request.cohortId, (latest) => {
        if (isReplayOf(latest, command, 'withdrawn')) return { kind: 'withdrawn', interest: latest }
        if (latest.status === WITHDRAWN) return { kind: 'already-withdrawn', interest: latest }
        const times = timestamps(deps)
        const change = { field: 'status', old: latest.status, new: WITHDRAWN }
        const line = event(actor, times.updatedAt, 'withdrawn', [change], command, request.reason)
        const status = { status: WITHDRAWN, statusSince: times.updatedAt }
        return { ...latest, ...times, ...status, pending: [], history: [...latest.history, line] }
      })
      return outcome.kind === 'stored' ? { kind: 'withdrawn', interest: outcome.interest } : outcome
    },

    /** Keeps what was typed so far, for 24 hours from now; nothing for who may not register. Throws StoreUnavailable. */
    async keepDraft(actor: Actor, draft: DraftInput): Promise<void> {
      if (!may(actor, 'interest:own')) return
      const now = deps.clock()
      await deps.drafts.put({
        ...draft,
        tenantId: actor.tenantId,
        personId: actor.objectId,
        updatedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + DRAFT_HOURS * 60 * 60 * 1000).toISOString(),
      })
    },

    /** What the actor typed and did not save, while it is kept. Throws StoreUnavailable. */
    draft(actor: Actor): Promise<InterestDraft | undefined> {
      return deps.drafts.get(actor.tenantId, actor.objectId, deps.clock().toISOString())
    },

    /** Keeps nothing of it; whether there was any. Throws StoreUnavailable. */
    dropDraft(actor: Actor): Promise<boolean> {
      return deps.drafts.remove(actor.tenantId, actor.objectId)
    },
  }
}
