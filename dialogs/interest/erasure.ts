import type { AuditLog, ErasureRecord } from './auditLog.ts'
import type { Interest, StoredInterest } from './interest.ts'
import { pseudonym } from './interestId.ts'
import type { InterestStore } from './interestStore.ts'

/** What an erasure is recorded under. */
export const erasureId = ({ id, createdAt }: Pick<Interest, 'id' | 'createdAt'>): string =>
  `erasure-${id}-${Date.parse(createdAt)}`

/**
 * What stays of an interest when its values go: events, times and pseudonyms.
 * @param actor who erases it; null for the retention sweep
 */
export const erasureRecord = (
  interest: Interest,
  why: ErasureRecord['why'],
  at: string,
  actor: { tenantId: string; objectId: string } | null,
): ErasureRecord => ({
  kind: 'erasure',
  id: erasureId(interest),
  at,
  why,
  actor: actor ? pseudonym(actor.tenantId, actor.objectId) : 'retention',
  cohortId: interest.cohortId,
  events: interest.history.map((event) => {
    const status = event.changes.find(({ field }) => field === 'status')?.new
    return {
      at: event.at,
      what: event.what,
      actor: event.by.role === 'bot' ? 'bot' : pseudonym(event.by.tenantId, event.by.objectId),
      ...(status ? { status } : {}),
    }
  }),
})

/** Whether a hold stands at this moment. */
export const isHeld = (interest: Pick<Interest, 'hold'>, now: string): boolean =>
  interest.hold !== null && (interest.hold.until === null || interest.hold.until > now)

/**
 * Erases one interest, in whatever version it is by now, and flags the exports that hold it.
 * @param keep whether it is to stay after all, as it is by now
 * @returns `gone` when there is none any more
 * @throws StoreUnavailable
 */
export const eraseLatest = async (
  deps: { store: InterestStore; audit: AuditLog },
  first: StoredInterest,
  record: (interest: Interest) => ErasureRecord,
  keep: (latest: Interest) => boolean,
): Promise<'erased' | 'kept' | 'gone'> => {
  let latest: StoredInterest | undefined = first
  while (latest) {
    if (keep(latest.interest)) return 'kept'
    const made = record(latest.interest)
    if ((await deps.store.erase(latest, made)).kind === 'erased') {
      const { id, entered } = latest.interest
      for (const known of [id, entered?.formerId]) if (known) await deps.audit.flagExports(known, made.at)
      return 'erased'
    }
    latest = await deps.store.get(first.interest.id, first.interest.cohortId)
  }
  return 'gone'
}
