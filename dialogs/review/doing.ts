import { commandOf } from '../interest/command.ts'
import { conflictReply, previewReply, statusSetReply, undoneReply } from './cards/changeCards.ts'
import { type InterestShown, interestReply } from './cards/interestCard.ts'
import { goneReply, ownReply, whichStatusReply } from './cards/plain.ts'
import type { Changed, Refusal, Seen } from './changing.ts'
import { type Hand, memoryOf, refused, type Said, said } from './hand.ts'
import { type Forbidden, keyOf } from './reviewDeps.ts'

/** What typing and pressing come to: one thing done for HR, and what is said of it. */

/** Opens one, with what was just done or could not be. */
export const openOne = async (
  { service, turn }: Hand,
  key: string,
  more: Pick<InterestShown, 'done' | 'typed'> = {},
): Promise<Said> => {
  const opened = await service.open(turn.actor, { key })
  if (opened.kind === 'forbidden') return refused(turn)
  if (opened.kind === 'own-interest') return said(ownReply())
  if (opened.kind === 'gone') return said(goneReply())
  memoryOf(turn).opened = key
  return said(interestReply({ ...opened, ...more }))
}

/** Shows exactly what would change. */
export const previewStatus = async (
  { service, turn }: Hand,
  keys: readonly string[],
  to: string,
  reason: string,
): Promise<Said> => {
  const preview = await service.previewStatus(turn.actor, keys, to, reason)
  if (preview.kind === 'forbidden') return refused(turn)
  if (preview.kind === 'unknown-status') return said(whichStatusReply(await service.wording()))
  const seen = preview.changes.map((change) => change.seen)
  return said(previewReply(preview), seen.length > 0 ? { kind: 'confirm-status', seen, to, reason } : undefined)
}

/** Sets it. What others did meanwhile is told, with what was typed kept. */
export const setStatus = async (
  { service, turn }: Hand,
  seen: readonly Seen[],
  to: string,
  reason: string,
): Promise<Said> => {
  const set = await service.setStatus(turn.actor, seen, to, reason, commandOf(turn))
  switch (set.kind) {
    case 'forbidden':
      return refused(turn)
    case 'own-interest':
      return said(ownReply())
    case 'gone':
      return said(goneReply())
    case 'unknown-status':
      return said(whichStatusReply(await service.wording()))
    case 'conflict':
      return said(conflictReply([set], { to, reason }, await service.wording()))
    case 'set': {
      const changed = set.changed.map(keyOf)
      if (changed.length > 0) memoryOf(turn).changed = changed
      if (set.conflicts.length === 0) return { ...said(statusSetReply(set)), changed }
      const lines = set.conflicts.map(({ interest }) => ({ key: keyOf(interest), lines: interest.history.length }))
      return said(conflictReply(set.conflicts, { to, reason }, set.wording, changed.length), {
        kind: 'confirm-status',
        seen: lines,
        to,
        reason,
      })
    }
  }
}

export const undo = async ({ service, turn }: Hand, keys: readonly string[]): Promise<Said> => {
  const undone = await service.undo(turn.actor, keys, commandOf(turn))
  if (undone.kind === 'forbidden') return refused(turn)
  delete memoryOf(turn).changed
  return said(undoneReply(undone))
}

type OneChange = Changed | Refusal | Forbidden | { kind: 'invalid'; message: string } | { kind: 'nothing-to-send' }

/** What came of a change of one interest: it is shown again, with what was done. */
export const changedOne = async (
  hand: Hand,
  key: string,
  outcome: OneChange,
  done: string,
  typed?: InterestShown['typed'],
): Promise<Said> => {
  switch (outcome.kind) {
    case 'changed':
      memoryOf(hand.turn).changed = [key]
      return openOne(hand, key, { done: [done] })
    case 'forbidden':
      return refused(hand.turn)
    case 'own-interest':
      return said(ownReply())
    case 'gone':
      return said(goneReply())
    case 'invalid':
      return openOne(hand, key, { done: [outcome.message], ...(typed ? { typed } : {}) })
    case 'nothing-to-send':
      return openOne(hand, key, { done: ['There is no news that waits to be sent.'] })
    case 'conflict':
      return openOne(hand, key, {
        done: ['Somebody changed it before you. See its history below. Nothing of yours is saved yet.'],
        ...(typed ? { typed } : {}),
      })
  }
}

export const addNote = async (hand: Hand, key: string, text: string): Promise<Said> => {
  const outcome = await hand.service.note(hand.turn.actor, key, text, commandOf(hand.turn))
  return changedOne(hand, key, outcome, 'Your note is added.', { note: text })
}
