import { randomUUID } from 'node:crypto'
import type { Interest, PendingNotice, Status, StatusDefinition } from '../interest/interest.ts'
import type { ReviewDeps } from './reviewDeps.ts'

const TEN_MINUTES = 10 * 60 * 1000

type NoticeDeps = Pick<ReviewDeps, 'statuses' | 'clock'>

const isBad = (status: Status, statuses: readonly StatusDefinition[]): boolean =>
  statuses.some(({ id, badNews }) => id === status && badNews)

export const pendingStatus = ({ pending }: Pick<Interest, 'pending'>): PendingNotice | undefined =>
  pending.find(({ kind }) => kind === 'status')

/** Whether a notice went out since a moment. */
export const toldSince = ({ history }: Pick<Interest, 'history'>, moment: string): boolean =>
  history.some(({ what, at }) => what === 'notice-sent' && at >= moment)

/** Whether bad news stands that the person asked to hear and nobody has sent. */
export const isUntold = (interest: Interest, statuses: readonly StatusDefinition[]): boolean =>
  interest.tellMe &&
  interest.personId !== null &&
  isBad(interest.status, statuses) &&
  !pendingStatus(interest) &&
  !toldSince(interest, interest.statusSince)

const noticeOf = (from: Status | undefined, to: Status, { clock }: NoticeDeps): PendingNotice => ({
  id: `status-${randomUUID()}`,
  kind: 'status',
  dueAt: new Date(clock().getTime() + TEN_MINUTES).toISOString(),
  attempts: 0,
  data: { ...(from && { from }), to },
})

/**
 * What waits to be sent once the status is another: one notice of the change from what the person last knew, ten
 * minutes from now. None to who did not ask, none when they know it already, and no bad news: HR sends that.
 */
export const pendingAfter = (interest: Interest, to: Status, deps: NoticeDeps): PendingNotice[] => {
  const others = interest.pending.filter(({ kind }) => kind !== 'status')
  const waiting = pendingStatus(interest)
  const unknown = isUntold(interest, deps.statuses)
  const from = waiting ? waiting.data.from : unknown ? undefined : interest.status
  if (!interest.tellMe || interest.personId === null || isBad(to, deps.statuses) || from === to) return others
  return [...others, noticeOf(from, to, deps)]
}

/** The bad news that HR sends, ten minutes from now; without `send` the outbox keeps it back. */
export const pendingBadNews = (interest: Interest, deps: NoticeDeps): PendingNotice[] => [
  ...interest.pending.filter(({ kind }) => kind !== 'status'),
  { ...noticeOf(undefined, interest.status, deps), data: { to: interest.status, send: 'hr' } },
]
