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
import { cameOf, changeLatest, differences, event, type InterestDeps, isActive, stamped } from './interestDeps.ts'
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

export type OwnStatus = { kind: 'found'; interests: Interest[] } | { kind: 'none' } | { kind: 'forbidden' }

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

export type TheOne =
  | { kind: 'one'; interest: Interest }
  /** None counts any more; the latest there was. */
  | { kind: 'ended'; interest: Interest }
  | Exclude<Refused, { kind: 'conflict' }>

export type DraftInput = Pick<InterestDraft, 'purpose' | 'fields' | 'skipped'> &
  Partial<Pick<InterestDraft, 'cohortId' | 'asking' | 'noticeVersion'>>

/** What a person may do with their own interests and draft. */
export const ownInterest = (deps: InterestDeps) => {
  const mine = (actor: Actor) => deps.store.byPerson(actor.tenantId, actor.objectId)

  const choose = async (actor: Actor, cohortId?: string): Promise<StoredInterest | Refused> => {
    if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
    const all = await mine(actor)
    const asked = cohortId ? all.filter(({ interest }) => interest.cohortId === cohortId) : all
    const active = asked.filter(({ interest }) => isActive(interest.status, deps.statuses))
    const candidates = active.length > 0 ? active : asked
    const [first, second] = candidates
    if (!first) return { kind: 'none' }
    return second ? { kind: 'which', interests: candidates.map(({ interest }) => interest) } : first
  }

  return {
    /** The actor's own interests, withdrawn ones too, the last changed first. Throws StoreUnavailable. */
    async status(actor: Actor): Promise<OwnStatus> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      const interests = (await mine(actor)).map(({ interest }) => interest)
      if (interests.length === 0) return { kind: 'none' }
      return { kind: 'found', interests: interests.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)) }
    },

    /**
     * The actor's own interest that still counts, in this cohort or the only one there is.
     * @throws StoreUnavailable
     */
    async theOne(actor: Actor, cohortId?: string): Promise<TheOne> {
      if (!may(actor, 'interest:own')) return { kind: 'forbidden' }
      const all = (await mine(actor)).map(({ interest }) => interest)
      const asked = cohortId ? all.filter((interest) => interest.cohortId === cohortId) : all
      const active = asked.filter(({ status }) => isActive(status, deps.statuses))
      const [latest] = (active.length > 0 ? active : asked).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      if (!latest) return { kind: 'none' }
      if (active.length > 1) return { kind: 'which', interests: active }
      return { kind: active.length === 1 ? 'one' : 'ended', interest: latest }
    },

    /** What this very activity did to an interest of the actor's, when it was sent before. Throws StoreUnavailable. */
    async doneBy(actor: Actor, command: Command): Promise<{ what: EventKind; interest: Interest } | undefined> {
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
      const chosen = await choose(actor, request.cohortId)
      if ('kind' in chosen) return chosen
      let changes: FieldChange[] = []
      const outcome = await changeLatest<
        Exclude<Changing, { kind: 'changed' | 'conflict' }> | { kind: 'resent'; interest: Interest }
      >(deps, chosen, chosen.interest, (latest) => {
        if (!latest) return { kind: 'none' }
        if (cameOf(latest, command, 'changed')) return { kind: 'resent', interest: latest }
        if (!isActive(latest.status, deps.statuses)) return { kind: 'withdrawn', interest: latest }
        const before = fieldsOf(latest)
        const checked = checkFields(request.fields, before)
        if (!checked.ok) return { kind: 'invalid', problems: checked.problems }
        changes = differences(before, checked.fields)
        if (changes.length === 0) return { kind: 'unchanged', interest: latest }
        const times = stamped(deps)
        const history = [...latest.history, event(actor, times.updatedAt, 'changed', changes, command)]
        return { ...latest, ...checked.fields, ...times, history }
      })
      if (outcome.kind === 'stored') return { kind: 'changed', interest: outcome.interest, changes }
      if (outcome.kind === 'resent') return { kind: 'changed', interest: outcome.interest, changes: [] }
      return outcome
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
      const chosen = await choose(actor, request.cohortId)
      if ('kind' in chosen) return chosen
      const outcome = await changeLatest<Exclude<Withdrawal, { kind: 'conflict' }>>(
        deps,
        chosen,
        chosen.interest,
        (latest) => {
          if (!latest) return { kind: 'none' }
          if (cameOf(latest, command, 'withdrawn')) return { kind: 'withdrawn', interest: latest }
          if (latest.status === WITHDRAWN) return { kind: 'already-withdrawn', interest: latest }
          const times = stamped(deps)
          const change = { field: 'status', old: latest.status, new: WITHDRAWN }
          const line = event(actor, times.updatedAt, 'withdrawn', [change], command, request.reason)
          return {
            ...latest,
            ...times,
            status: WITHDRAWN,
            statusSince: times.updatedAt,
            pending: [],
            history: [...latest.history, line],
          }
        },
      )
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
