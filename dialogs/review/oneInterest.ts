import { type Actor, may } from '../access.ts'
import type { Command, EventActor, Interest } from '../interest/interest.ts'
import { event, isOwn, stamped } from '../interest/interestDeps.ts'
import type { EnterRequest } from '../interest/interestService.ts'
import { readReference } from '../interest/reference.ts'
import { type Changed, changeSeen, type Refusal, type Seen } from './changing.ts'
import type { Forbidden, Gone, Own } from './reviewDeps.ts'
import { currentWording, load, logLook, newIdOf, type ReviewDeps } from './reviewDeps.ts'
import type { Wording } from './wording.ts'

export type Officer = Pick<EventActor, 'objectId' | 'name'>

export interface Opened {
  kind: 'opened'
  interest: Interest
  wording: Wording
  /** To whom it can be given, the actor first. */
  officers: Officer[]
}

type Invalid = { kind: 'invalid'; message: string }

const NOTE = 2000

/** One interest: opened, noted on, given to somebody, held; and one that HR enters for somebody. */
export const oneInterest = (deps: ReviewDeps) => {
  const officersFor = async (actor: Actor): Promise<Officer[]> => {
    const others = ((await deps.officers?.()) ?? []).filter(({ objectId }) => objectId !== actor.objectId)
    return [{ objectId: actor.objectId, name: actor.name }, ...others]
  }

  const change = (
    actor: Actor,
    seen: Seen,
    how: Parameters<typeof changeSeen>[3],
    next: (latest: Interest, at: ReturnType<typeof stamped>) => Interest,
  ): Promise<Changed | Refusal> => changeSeen<never>(deps, actor, seen, how, (latest) => next(latest, stamped(deps)))

  return {
    /**
     * One interest with all that happened to it, by its reference (a former one too) or its key. The look is logged
     * before it is returned. Throws StoreUnavailable.
     */
    async open(actor: Actor, by: { reference: string } | { key: string }): Promise<Opened | Own | Gone | Forbidden> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const reference = 'reference' in by ? (readReference(by.reference) ?? by.reference) : undefined
      const stored =
        'key' in by ? await load(deps, actor, by.key) : await deps.store.byReference(reference ?? by.reference)
      if (stored?.interest.tenantId !== actor.tenantId) return { kind: 'gone' }
      const { interest } = stored
      if (isOwn(actor, interest)) return { kind: 'own-interest' }
      const [wording, officers] = [await currentWording(deps), await officersFor(actor)]
      await logLook(deps, actor, 'interest', [interest])
      return { kind: 'opened', interest, wording, officers }
    },

    /** Adds a note. Nothing of anybody's is overwritten, so others' changes do not stop it. Throws StoreUnavailable. */
    async note(
      actor: Actor,
      key: string,
      text: string,
      command: Command,
    ): Promise<Changed | Refusal | Invalid | Forbidden> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      const note = text.trim()
      if (note === '') return { kind: 'invalid', message: 'Write the note first.' }
      if (note.length > NOTE) return { kind: 'invalid', message: `Shorten the note to ${NOTE} characters or fewer.` }
      return change(actor, { key }, { command, what: ['noted'], blind: true }, (latest, times) => {
        const line = event(actor, times.updatedAt, 'noted', [], command)
        const kept = { id: `note-${newIdOf(deps)}`, at: line.at, by: line.by, text: note }
        return { ...latest, ...times, notes: [...latest.notes, kept], history: [...latest.history, line] }
      })
    },

    /**
     * Gives it to an officer, or to nobody.
     * @param to the officer's object id, one of those that `open` named; null for nobody
     * @throws StoreUnavailable
     */
    async assign(
      actor: Actor,
      seen: Seen,
      to: string | null,
      command: Command,
    ): Promise<Changed | Refusal | Invalid | Forbidden> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      const officer = (await officersFor(actor)).find(({ objectId }) => objectId === to)
      if (to !== null && !officer) return { kind: 'invalid', message: 'Choose one of your colleagues in HR.' }
      return change(actor, seen, { command, what: ['assigned'] }, (latest, times) => {
        const changes = [
          { field: 'assignee', old: latest.assignee?.name ?? '', new: officer?.name ?? '' },
          { field: 'assigneeId', old: latest.assignee?.objectId ?? '', new: officer?.objectId ?? '' },
        ]
        return {
          ...latest,
          ...times,
          assignee: officer ? { ...officer, tenantId: actor.tenantId, role: 'hr' } : null,
          history: [...latest.history, event(actor, times.updatedAt, 'assigned', changes, command)],
        }
      })
    },

    /**
     * Stops erasure and retention of it.
     * @param until the last day of it, as 2014-01-08; null while it has no end
     * @throws StoreUnavailable
     */
    async hold(
      actor: Actor,
      key: string,
      { why, until }: { why: string; until: string | null },
      command: Command,
    ): Promise<Changed | Refusal | Invalid | Forbidden> {
      if (!may(actor, 'review:hold')) return { kind: 'forbidden' }
      const reason = why.trim().slice(0, NOTE)
      if (reason === '') return { kind: 'invalid', message: 'Say why it is held.' }
      const end =
        until === null ? null : /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(`${until}T23:59:59.999Z`) : Number.NaN
      if (end !== null && (Number.isNaN(end) || end < deps.clock().getTime()))
        return { kind: 'invalid', message: 'Enter a day in the future, or leave it empty.' }
      return change(actor, { key }, { command, what: ['held'], blind: true }, (latest, times) => {
        const line = event(actor, times.updatedAt, 'held', [], command, reason)
        const held = { by: line.by, why: reason, at: line.at, until: end === null ? null : new Date(end).toISOString() }
        return { ...latest, ...times, hold: held, history: [...latest.history, line] }
      })
    },

    /** Ends a hold. Throws StoreUnavailable. */
    async release(actor: Actor, key: string, command: Command): Promise<Changed | Refusal | Forbidden> {
      if (!may(actor, 'review:hold')) return { kind: 'forbidden' }
      return change(actor, { key }, { command, what: ['released'], blind: true }, (latest, times) => ({
        ...latest,
        ...times,
        hold: null,
        history: [...latest.history, event(actor, times.updatedAt, 'released', [], command)],
      }))
    },

    /** Enters one that came by e-mail or on paper. `ownEmails` are the officer's, as the channel gives them. */
    enter: (actor: Actor, request: EnterRequest, ownEmails: readonly string[], command: Command) =>
      deps.interests.enterForSomeone(actor, request, ownEmails, command),
  }
}
