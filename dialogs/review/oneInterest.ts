import { randomUUID } from 'node:crypto'
import { type Actor, may } from '../access.ts'
import type { Command, Interest } from '../interest/interest.ts'
import { isOwn } from '../interest/interestDeps.ts'
import type { EnterRequest } from '../interest/interestService.ts'
import { readReference } from '../interest/reference.ts'
import { isDay } from '../localTime.ts'
import { changeSeen, type OneChange } from './changing.ts'
import {
  type Forbidden,
  type Gone,
  loadByKey,
  logLook,
  type Officer,
  type Own,
  type ReviewDeps,
  type Seen,
} from './reviewDeps.ts'

export interface Opened {
  kind: 'opened'
  interest: Interest
  /** To whom it can be given, the actor first. */
  officers: Officer[]
}

const NOTE = 2000

/** One interest: opened, noted on, given to somebody, held; and one that HR enters for somebody. */
export const oneInterest = (deps: ReviewDeps) => {
  const officersFor = async (actor: Actor): Promise<Officer[]> => {
    const others = (await deps.officers()).filter(({ objectId }) => objectId !== actor.objectId)
    return [{ objectId: actor.objectId, name: actor.name }, ...others]
  }

  return {
    /**
     * One interest with all that happened to it, by its reference (a former one too) or its key. The look is logged
     * before it is returned. Throws StoreUnavailable.
     */
    async open(actor: Actor, by: { reference: string } | { key: string }): Promise<Opened | Own | Gone | Forbidden> {
      if (!may(actor, 'review:read')) return { kind: 'forbidden' }
      const reference = 'reference' in by ? (readReference(by.reference) ?? by.reference) : undefined
      const stored =
        'key' in by ? await loadByKey(deps, actor, by.key) : await deps.store.byReference(reference ?? by.reference)
      if (stored?.interest.tenantId !== actor.tenantId) return { kind: 'gone' }
      const { interest } = stored
      if (isOwn(actor, interest)) return { kind: 'own-interest' }
      const officers = await officersFor(actor)
      await logLook(deps, actor, 'interest', [interest])
      return { kind: 'opened', interest, officers }
    },

    /** Adds a note. Nothing of anybody's is overwritten, so others' changes do not stop it. Throws StoreUnavailable. */
    async note(actor: Actor, key: string, text: string, command: Command): Promise<OneChange> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      const note = text.trim()
      if (note === '') return { kind: 'invalid', message: 'Write the note first.' }
      if (note.length > NOTE) return { kind: 'invalid', message: `Shorten the note to ${NOTE} characters or fewer.` }
      return changeSeen<never>(deps, actor, { key, command, what: 'noted', additive: true }, (latest, { at, by }) => ({
        set: { notes: [...latest.notes, { id: `note-${randomUUID()}`, at, by, text: note }] },
      }))
    },

    /**
     * Gives it to an officer, or to nobody.
     * @param to the officer's object id, one of those that `open` named; null for nobody
     * @throws StoreUnavailable
     */
    async assign(actor: Actor, seen: Seen, to: string | null, command: Command): Promise<OneChange> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      const officer = (await officersFor(actor)).find(({ objectId }) => objectId === to)
      if (to !== null && !officer) return { kind: 'invalid', message: 'Choose one of your colleagues in HR.' }
      return changeSeen<never>(deps, actor, { ...seen, command, what: 'assigned' }, ({ assignee }) => ({
        set: { assignee: officer ? { ...officer, tenantId: actor.tenantId, role: 'hr' } : null },
        changes: [
          { field: 'assignee', old: assignee?.name ?? '', new: officer?.name ?? '' },
          { field: 'assigneeId', old: assignee?.objectId ?? '', new: officer?.objectId ?? '' },
        ],
      }))
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
    ): Promise<OneChange> {
      if (!may(actor, 'review:hold')) return { kind: 'forbidden' }
      const reason = why.trim().slice(0, NOTE)
      if (reason === '') return { kind: 'invalid', message: 'Say why it is held.' }
      const end = until === null ? null : isDay(until) ? deps.time.endOf(until) : undefined
      if (end === undefined || (end && end < deps.clock()))
        return { kind: 'invalid', message: 'Enter a day in the future, or leave it empty.' }
      return changeSeen<never>(
        deps,
        actor,
        { key, command, what: 'held', reason, additive: true },
        (_latest, { at, by }) => ({
          set: { hold: { by, why: reason, at, until: end?.toISOString() ?? null } },
        }),
      )
    },

    /** Ends a hold. Throws StoreUnavailable. */
    async release(actor: Actor, key: string, command: Command): Promise<OneChange> {
      if (!may(actor, 'review:hold')) return { kind: 'forbidden' }
      return changeSeen<never>(deps, actor, { key, command, what: 'released', additive: true }, () => ({
        set: { hold: null },
      }))
    },

    /** Enters one that came by e-mail or on paper. `ownEmails` are the officer's, as the channel gives them. */
    enter: (actor: Actor, request: EnterRequest, ownEmails: readonly string[], command: Command) =>
      deps.interests.enterForSomeone(actor, request, ownEmails, command),
  }
}
