import { type Actor, may } from '../access.ts'
import type { Command, Interest, Status } from '../interest/interest.ts'
import { isOwn } from '../interest/interestDeps.ts'
import { changeSeen, type OneChange } from './changing.ts'
import {
  type Conflict,
  type Forbidden,
  type Invalid,
  loadByKey,
  logLook,
  type Own,
  type ReviewDeps,
  type Seen,
} from './reviewDeps.ts'
import { isUntold, pendingAfter, pendingBadNews } from './statusNotice.ts'

/** Exactly what would change. */
export interface Preview {
  kind: 'preview'
  to: Status
  reason: string
  changes: Interest[]
  /** Those that stand there already. */
  unchanged: Interest[]
  /** The officer's own, which another officer works. */
  own: Interest[]
  gone: number
}

export interface StatusSet extends Pick<Preview, 'to' | 'reason' | 'unchanged' | 'gone'> {
  kind: 'set'
  changed: Interest[]
  own: number
  /** Others were there first: nothing of theirs is overwritten, and the reason typed is in `reason`. */
  conflicts: Conflict[]
}

type Unchanged = { kind: 'unchanged'; interest: Interest }
type Unknown = { kind: 'unknown-status' }

const REASON = 500

/** Where interests stand, changed by HR. */
export const statusChange = (deps: ReviewDeps) => {
  const isStatus = (id: Status) => deps.statuses.some((one) => one.id === id)

  const setOne = (actor: Actor, seen: Seen, to: Status, reason: string, command: Command) =>
    changeSeen<Unchanged>(deps, actor, { ...seen, command, what: 'status', reason }, (latest, { at }) =>
      latest.status === to
        ? { kind: 'unchanged', interest: latest }
        : {
            set: { status: to, statusSince: at, pending: pendingAfter(latest, to, deps) },
            changes: [{ field: 'status', old: latest.status, new: to }],
          },
    )

  return {
    /** What setting a status would change, for the officer to see before it does. Throws StoreUnavailable. */
    async previewStatus(
      actor: Actor,
      keys: readonly string[],
      to: Status,
      reason = '',
    ): Promise<Preview | Unknown | Forbidden> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      if (!isStatus(to)) return { kind: 'unknown-status' }
      const preview: Preview = { kind: 'preview', to, reason, changes: [], unchanged: [], own: [], gone: 0 }
      for (const key of new Set(keys)) {
        const interest = (await loadByKey(deps, actor, key))?.interest
        if (!interest) preview.gone++
        else if (isOwn(actor, interest)) preview.own.push(interest)
        else if (interest.status === to) preview.unchanged.push(interest)
        else preview.changes.push(interest)
      }
      await logLook(deps, actor, 'status preview', [...preview.changes, ...preview.unchanged, ...preview.own])
      return preview
    },

    /**
     * Sets the status of each, where nobody else has changed it since it was seen. Each is one write: of several, those
     * that could be changed are, and the outcome names the others.
     * @throws StoreUnavailable; what was changed until then is, and the same command changes the rest
     */
    async setStatus(
      actor: Actor,
      seen: readonly Seen[],
      to: Status,
      reason: string,
      command: Command,
    ): Promise<StatusSet | Unknown | Own | Forbidden> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      if (!isStatus(to)) return { kind: 'unknown-status' }
      const why = reason.trim().slice(0, REASON)
      const counts = { own: 0, gone: 0 }
      const set: StatusSet = { kind: 'set', to, reason: why, changed: [], unchanged: [], ...counts, conflicts: [] }
      const outcomes: Awaited<ReturnType<typeof setOne>>[] = []
      for (const one of seen) outcomes.push(await setOne(actor, one, to, why, command))
      const [only] = outcomes
      if (outcomes.length === 1 && only?.kind === 'own-interest') return only
      for (const outcome of outcomes) {
        if (outcome.kind === 'changed') set.changed.push(outcome.interest)
        else if (outcome.kind === 'unchanged') set.unchanged.push(outcome.interest)
        else if (outcome.kind === 'conflict') set.conflicts.push(outcome)
        else if (outcome.kind === 'gone') set.gone++
        else set.own++
      }
      const shown = [...set.changed, ...set.unchanged, ...set.conflicts.map(({ interest }) => interest)]
      await logLook(deps, actor, 'status', shown)
      return set
    },

    /** Sends the bad news of a status to who asked to be told, ten minutes from now. Throws StoreUnavailable. */
    async sendNotice(actor: Actor, key: string, command: Command): Promise<OneChange> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      return changeSeen<Invalid>(deps, actor, { key, command, additive: true }, (latest) =>
        isUntold(latest, deps.statuses)
          ? { set: { pending: pendingBadNews(latest, deps) } }
          : { kind: 'invalid', message: 'There is no news that waits to be sent.' },
      )
    },
  }
}
