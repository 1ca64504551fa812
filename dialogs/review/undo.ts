import { type Actor, may } from '../access.ts'
import type { Command, Interest, InterestEvent } from '../interest/interest.ts'
import { type Change, changeSeen } from './changing.ts'
import { type Conflict, type Forbidden, logLook, type ReviewDeps } from './reviewDeps.ts'
import { pendingAfter, pendingStatus, toldSince } from './statusNotice.ts'

export interface Undone {
  kind: 'undone'
  undone: Interest[]
  /** How many notices were stopped before they went out. */
  recalled: number
  /** Somebody changed it afterwards: it stays as they left it. */
  conflicts: Conflict[]
  /** Nothing of the officer's to undo there. */
  nothing: number
}

type Nothing = { kind: 'nothing' }

const STANDING = ['status', 'assigned', 'undone', 'withdrawn', 'registered', 'registered-anew', 'joined'] as const

/** Whose last line tells what is undone. */
const UNDOABLE = ['status', 'assigned', 'undone', 'noted', 'held', 'released'] as const

const changeOf = (line: InterestEvent, field: string) => line.changes.find((change) => change.field === field)

/** Since when it stood where it stands again. */
const sinceBefore = (interest: Interest, undone: InterestEvent): string => {
  const before = interest.history.slice(0, interest.history.indexOf(undone))
  return before.findLast((line) => changeOf(line, 'status'))?.at ?? interest.createdAt
}

/** Taking back the officer's own last change of an interest: its status, who has it, a note, or a hold. */
export const undoing = (deps: ReviewDeps) => {
  const undoStatus = (latest: Interest, line: InterestEvent): Change => {
    const to = changeOf(line, 'status')?.old ?? latest.status
    const known = pendingStatus(latest) !== undefined || toldSince(latest, line.at)
    const pending = known ? pendingAfter(latest, to, deps) : latest.pending
    return {
      set: { status: to, statusSince: sinceBefore(latest, line), pending },
      changes: [{ field: 'status', old: latest.status, new: to }],
    }
  }

  const undoAssigned = ({ tenantId }: Interest, line: InterestEvent): Change => {
    const [name, id] = [changeOf(line, 'assignee'), changeOf(line, 'assigneeId')]
    return {
      set: { assignee: id?.old ? { tenantId, objectId: id.old, name: name?.old ?? '', role: 'hr' } : null },
      changes: [name, id].flatMap((one) => (one ? [{ field: one.field, old: one.new, new: one.old }] : [])),
    }
  }

  /** The note goes; that there was one stays in the history, without its words. */
  const undoNoted = ({ notes }: Interest, { at, by }: InterestEvent): Change => ({
    set: { notes: notes.filter((note) => note.at !== at || note.by.objectId !== by.objectId) },
    changes: [{ field: 'note', old: 'added', new: '' }],
  })

  const undoHeld = ({ hold }: Interest, { at }: InterestEvent): Change | undefined =>
    hold?.at === at ? { set: { hold: null }, changes: [{ field: 'hold', old: 'on hold', new: '' }] } : undefined

  return {
    /**
     * Takes back the officer's last change of each, where nothing came after it. A notice that has not gone out yet is
     * recalled; where it has, the person is told where they stand again.
     * @throws StoreUnavailable
     */
    async undo(actor: Actor, keys: readonly string[], command: Command): Promise<Undone | Forbidden> {
      if (!may(actor, 'review:change')) return { kind: 'forbidden' }
      const outcome: Undone = { kind: 'undone', undone: [], recalled: 0, conflicts: [], nothing: 0 }
      for (const key of new Set(keys)) {
        let waiting = false
        const done = await changeSeen<Conflict | Nothing>(
          deps,
          actor,
          { key, command, what: 'undone', additive: true },
          (latest) => {
            const own = latest.history.findLast(
              ({ what, by }) => by.objectId === actor.objectId && (UNDOABLE as readonly string[]).includes(what),
            )
            if (own?.what === 'noted') return undoNoted(latest, own)
            if (own?.what === 'held') return undoHeld(latest, own) ?? { kind: 'nothing' }
            if (own?.what === 'released') return { kind: 'nothing' }
            const line = latest.history.findLast(({ what }) => (STANDING as readonly string[]).includes(what))
            if (!line || (line.what !== 'status' && line.what !== 'assigned' && line.by.objectId === actor.objectId))
              return { kind: 'nothing' }
            if (line.by.objectId !== actor.objectId) {
              const mine = latest.history.some(({ by }) => by.objectId === actor.objectId)
              return mine ? { kind: 'conflict', interest: latest, did: [line] } : { kind: 'nothing' }
            }
            waiting = pendingStatus(latest) !== undefined && line.what === 'status' && !toldSince(latest, line.at)
            return (line.what === 'status' ? undoStatus : undoAssigned)(latest, line)
          },
        )
        if (done.kind === 'changed') {
          outcome.undone.push(done.interest)
          if (waiting) outcome.recalled++
        } else if (done.kind === 'conflict') outcome.conflicts.push(done)
        else outcome.nothing++
      }
      await logLook(deps, actor, 'undo', [...outcome.undone, ...outcome.conflicts.map(({ interest }) => interest)])
      return outcome
    },
  }
}
