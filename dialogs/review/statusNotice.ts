import type { Interest, PendingNotice, Status, StatusDefinition } from '../interest/interest.ts'

const TEN_MINUTES = 10 * 60 * 1000

interface NoticeMaking {
  statuses: readonly StatusDefinition[]
  now: Date
  newId: () => string
}

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

const noticeOf = (from: Status | undefined, to: Status, { now, newId }: NoticeMaking): PendingNotice => ({
  id: `status-${newId()}`,
  kind: 'status',
  dueAt: new Date(now.getTime() + TEN_MINUTES).toISOString(),
  attempts: 0,
  data: { ...(from ? { from } : {}), to },
})

/**
 * What waits to be sent once the status is another: one notice of the change from what the person last knew, ten
 * minutes from now. None to who did not ask, none when they know it already, and no bad news: HR sends that.
 */
export const pendingAfter = (interest: Interest, to: Status, making: NoticeMaking): PendingNotice[] => {
  const others = interest.pending.filter(({ kind }) => kind !== 'status')
  const waiting = pendingStatus(interest)
  const unknown = isUntold(interest, making.statuses)
  const from = waiting ? waiting.data.from : unknown ? undefined : interest.status
  if (!interest.tellMe || interest.personId === null || isBad(to, making.statuses) || from === to) return others
  return [...others, noticeOf(from, to, making)]
}

/** HR pressed Send: without the mark the outbox keeps bad news back. */
const withSend = (notice: PendingNotice): PendingNotice => ({ ...notice, data: { ...notice.data, send: 'hr' } })

/** The bad news that HR sends, ten minutes from now. */
export const pendingBadNews = (interest: Interest, making: NoticeMaking): PendingNotice[] => [
  ...interest.pending.filter(({ kind }) => kind !== 'status'),
  withSend(noticeOf(undefined, interest.status, making)),
]
