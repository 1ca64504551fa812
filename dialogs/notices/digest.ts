import type { Role } from '../access.ts'
import type { UnansweredStore } from '../answers/unansweredStore.ts'
import { type Clock, daysAfter } from '../clock.ts'
import type { AuditLog } from '../interest/auditLog.ts'
import type { StatusDefinition } from '../interest/interest.ts'
import { personId as personKey } from '../interest/interestId.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { LocalTime } from '../localTime.ts'
import type { ConversationReferenceStore } from './conversationReferenceStore.ts'
import { type PersonNoticeStore, personNotice } from './personNotices.ts'
import { isWorkingTime, workingDayBefore } from './workingHours.ts'

export interface DigestDeps {
  interests: Pick<InterestStore, 'count' | 'page'>
  unanswered: Pick<UnansweredStore, 'list'>
  audit: Pick<AuditLog, 'page'>
  references: Pick<ConversationReferenceStore, 'ofRole'>
  notices: Pick<PersonNoticeStore, 'add'>
  /** Says what somebody is now; staff when it does not know. */
  roles: { roleOf(tenantId: string, objectId: string): Promise<Role> }
  clock: Clock
  time: LocalTime
  statuses: readonly StatusDefinition[]
}

/** The local time from which it goes out. */
const FROM = '08:30'

const COUNTED = 500
const EXPORTS = 200
/** A file whose date passed longer ago is no longer brought up every day. */
const OVERDUE_DAYS = 30

/**
 * HR's daily summary: one for each officer who has a chat with the bot and the role at that moment. Its id is of the day
 * and the officer, so that no second one can be added by whatever process.
 */
export const digest = (deps: DigestDeps) => {
  const { clock, interests, time } = deps
  const waitingStatuses = deps.statuses.filter(({ next }) => next === 'hr').map(({ id }) => id)
  let doneFor = ''

  const overdueExports = async (today: string): Promise<number> => {
    const earliest = time.wallClock(new Date(daysAfter(clock(), -OVERDUE_DAYS))).day
    let overdue = 0
    let continuation: string | undefined
    do {
      const page = await deps.audit.page('export', { limit: EXPORTS, continuation })
      for (const record of page.records) {
        if (record.kind === 'export' && record.deleteBy < today && record.deleteBy >= earliest) overdue++
      }
      continuation = page.next
    } while (continuation)
    return overdue
  }

  const counts = async (today: string): Promise<Record<string, string> | undefined> => {
    const since = time.momentOf(workingDayBefore(today), FROM).toISOString()
    const added = await interests.count({ registeredFrom: since })
    const waiting = await interests.count({ statuses: waitingStatuses })
    const oldest = waiting > 0 ? await interests.page({ statuses: waitingStatuses }, { limit: 1 }) : undefined
    const unanswered = (await deps.unanswered.list('open', COUNTED + 1)).length
    const overdue = await overdueExports(today)
    if (added + waiting + unanswered + overdue === 0) return undefined
    return {
      at: clock().toISOString(),
      since,
      added: String(added),
      waiting: String(waiting),
      ...(oldest?.items[0] ? { waitingSince: oldest.items[0].interest.statusSince } : {}),
      unanswered: String(Math.min(unanswered, COUNTED)),
      ...(unanswered > COUNTED ? { more: 'yes' } : {}),
      overdue: String(overdue),
    }
  }

  return {
    /**
     * Adds today's summary for every officer, once, from 08:30 on in working hours; none when all counts are nought.
     * @returns how many were added
     * @throws StoreUnavailable; the next call adds the rest
     */
    async run(): Promise<number> {
      const { day, time: now } = time.wallClock(clock())
      if (doneFor === day || now < FROM || !isWorkingTime(clock(), time)) return 0
      let added = 0
      let data: Record<string, string> | undefined
      let officers = 0
      for (const { tenantId, personId, blocked } of await deps.references.ofRole('hr')) {
        if (blocked || (await deps.roles.roleOf(tenantId, personId)) !== 'hr') continue
        officers++
        data ??= await counts(day)
        if (!data) break
        const id = `digest-${day}-${personKey(tenantId, personId)}`
        const notice = personNotice({ id, tenantId, personId, kind: 'digest', dueAt: clock().toISOString(), data })
        if ((await deps.notices.add(notice)).kind === 'added') added++
      }
      if (officers > 0) doneFor = day
      return added
    },
  }
}
