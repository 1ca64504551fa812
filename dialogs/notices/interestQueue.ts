import type { Clock } from '../clock.ts'
import type { CohortStore } from '../cohorts/cohortStore.ts'
import { isOpen } from '../cohorts/openCohorts.ts'
import type { Interest, InterestEvent, PendingNotice, StatusDefinition, StoredInterest } from '../interest/interest.ts'
import { isActive } from '../interest/interestDeps.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { NoticeQueue, Settled, Waiting, Words } from './notice.ts'
import type { NoticeReplies } from './noticeReplies.ts'

interface InterestQueueDeps {
  store: Pick<InterestStore, 'get' | 'replace' | 'withNoticesDue'>
  cohorts: Pick<CohortStore, 'get'>
  replies: NoticeReplies
  clock: Clock
  statuses: readonly StatusDefinition[]
}

const drop = (why: string): Words => ({ kind: 'drop', why })
const NOT_ASKED = 'The person does not ask to be told.'

const firstDue = (interest: Interest, now: string): PendingNotice | undefined =>
  interest.pending.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0]

/** The queue of the notices that wait in the interests themselves. */
export const interestQueue = (deps: InterestQueueDeps): NoticeQueue => {
  const { store, cohorts, replies, clock, statuses } = deps

  const statusWords = async (interest: Interest, data: PendingNotice['data']): Promise<Words> => {
    const to = data.to ?? interest.status
    const sentByHr = data.send === 'hr'
    const status = statuses.find(({ id }) => id === to)
    if (to !== interest.status) return drop('It no longer stands at that status.')
    if (status?.badNews && !sentByHr) return drop('This news goes out only when HR presses Send.')
    if (!interest.tellMe && !sentByHr) return drop(NOT_ASKED)
    const cohort = (await cohorts.get(interest.cohortId))?.cohort
    const shown = status ?? { label: to, next: 'hr', badNews: false }
    return { kind: 'say', reply: replies.status(interest, shown, cohort) }
  }

  const cohortWords = async (interest: Interest, { kind, data }: PendingNotice): Promise<Words> => {
    if (!interest.tellMe || !isActive(interest.status, statuses)) return drop(NOT_ASKED)
    const cohort = (await cohorts.get(data.cohortId ?? interest.cohortId))?.cohort
    const now = clock()
    if (!cohort) return drop('The cohort is no longer there.')
    if (kind === 'cohort-open')
      return isOpen(cohort, now)
        ? { kind: 'say', reply: replies.cohortOpen(cohort) }
        : drop('The cohort is closed again.')
    const over = cohort.advertClosesAt !== null && new Date(cohort.advertClosesAt) <= now
    if (cohort.advertLink === null || over) return drop('The advert is closed or was taken back.')
    return { kind: 'say', reply: replies.advert(cohort, cohort.advertLink) }
  }

  const wordsOf = async (interest: Interest, notice: PendingNotice): Promise<Words> => {
    switch (notice.kind) {
      case 'status':
        return statusWords(interest, notice.data)
      case 'cohort-open':
      case 'advert':
        return cohortWords(interest, notice)
      case 'message':
        if (!notice.data.text?.trim()) return drop('It has no words.')
        return { kind: 'say', reply: replies.message(interest, notice.data) }
      case 'answer':
        return { kind: 'say', reply: replies.answer(notice.data) }
    }
  }

  const lineOf = ({ tenantId }: Interest, notice: PendingNotice, outcome: Settled): InterestEvent => ({
    at: clock().toISOString(),
    by: { tenantId, objectId: 'bot', name: 'The bot', role: 'bot' },
    what: outcome.kind === 'sent' ? 'notice-sent' : 'notice-failed',
    changes: [
      { field: 'notice', old: '', new: notice.kind },
      { field: 'attempts', old: '', new: String(outcome.attempts) },
    ],
    command: notice.id,
    ...(outcome.kind === 'failed' ? { reason: outcome.why } : {}),
  })

  const settle = async (first: StoredInterest, notice: PendingNotice, outcome: Settled): Promise<void> => {
    let latest: StoredInterest | undefined = first
    while (latest) {
      const { interest, version } = latest
      const pending = interest.pending.filter(({ id }) => id !== notice.id)
      if (outcome.kind === 'failed' && pending.length === interest.pending.length) return
      const history = [...interest.history, lineOf(interest, notice, outcome)]
      if ((await store.replace({ ...interest, pending, history }, version)).kind === 'replaced') return
      latest = await store.get(interest.id, interest.cohortId)
    }
  }

  const waiting = (stored: StoredInterest, notice: PendingNotice): Waiting => ({
    id: notice.id,
    attempts: notice.attempts,
    tenantId: stored.interest.tenantId,
    personId: stored.interest.personId,
    words: () => wordsOf(stored.interest, notice),
    async putOff(dueAt, attempts) {
      const moved = { ...notice, dueAt, attempts }
      const pending = stored.interest.pending.map((one) => (one.id === notice.id ? moved : one))
      const result = await store.replace({ ...stored.interest, pending }, stored.version)
      return result.kind === 'replaced' ? waiting(result.stored, moved) : undefined
    },
    settle: (outcome) => settle(stored, notice, outcome),
  })

  return {
    async due(now, limit) {
      const found = await store.withNoticesDue(now, limit)
      return found.flatMap((stored) => {
        const notice = firstDue(stored.interest, now)
        return notice ? [waiting(stored, notice)] : []
      })
    },
  }
}
