import type { NoticeQueue, Settled, Waiting } from './notice.ts'
import type { NoticeReplies } from './noticeReplies.ts'
import type { PersonNotice, PersonNoticeStore, StoredPersonNotice } from './personNotices.ts'

interface PersonQueueDeps {
  store: PersonNoticeStore
  replies: NoticeReplies
}

/** The queue of notices that belong to no interest: answers, and HR's daily summary. */
export const personQueue = ({ store, replies }: PersonQueueDeps): NoticeQueue => {
  const ended = (notice: PersonNotice, { kind, attempts, ...rest }: Settled): PersonNotice => ({
    ...notice,
    ...rest,
    attempts,
    state: kind,
    data: {},
  })

  const waiting = ({ notice, version }: StoredPersonNotice): Waiting => ({
    id: notice.id,
    attempts: notice.attempts,
    tenantId: notice.tenantId,
    personId: notice.personId,
    words: async () => ({ kind: 'say', reply: replies[notice.kind](notice.data) }),
    async putOff(dueAt, attempts) {
      const result = await store.replace({ ...notice, dueAt, attempts }, version)
      return result.kind === 'replaced' ? waiting(result.stored) : undefined
    },
    async settle(outcome) {
      for (;;) {
        const latest = await store.get(notice.id)
        if (latest?.notice.state !== 'waiting') return
        if ((await store.replace(ended(latest.notice, outcome), latest.version)).kind === 'replaced') return
      }
    },
  })

  return { due: async (now, limit) => (await store.due(now, limit)).map(waiting) }
}
