import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Cohort, CohortStore } from '../cohorts/cohortStore.ts'
import { isOpen } from '../cohorts/openCohorts.ts'
import type { ProgrammeRecords } from '../cohorts/programmeRecords.ts'
import { ANY_LATER_COHORT, type Interest, type StatusDefinition, type StoredInterest } from '../interest/interest.ts'
import { isActive } from '../interest/interestDeps.ts'
import { interestId } from '../interest/interestId.ts'
import type { InterestPage, InterestStore } from '../interest/interestStore.ts'

interface CohortNoticesDeps {
  interests: Pick<InterestStore, 'page' | 'get' | 'replace'>
  cohorts: Pick<CohortStore, 'all'>
  /** What was announced is kept there. */
  records: ProgrammeRecords
  clock: Clock
  statuses: readonly StatusDefinition[]
}

/** Something about a cohort that people asked to be told. */
interface News {
  kind: 'cohort-open' | 'advert'
  cohort: Cohort
  at: string
}

const TEN_MINUTES = 10 * 60_000
/** What is older is not news: a restored database, or a bot that was off for long. */
const NEWS_DAYS = 7 * 24 * 60 * 60_000
const CHUNK = 100

const changed = ({ history }: Cohort, field: string, fits: (value: string) => boolean): string | undefined =>
  history.findLast(({ changes }) => changes.some((change) => change.field === field && fits(change.new)))?.at

/** The same for the same event and interest, in every process. */
const noticeId = ({ kind, cohort, at }: News, interest: Interest): string =>
  `${kind}-${createHash('sha256')
    .update(JSON.stringify([cohort.id, at, interest.id]))
    .digest('base64url')
    .slice(0, 22)}`

const knows = (interest: Interest, id: string): boolean =>
  interest.pending.some((notice) => notice.id === id) || interest.history.some(({ command }) => command === id)

/**
 * Tells those who asked when HR opens a cohort or adds the link of an advert: ten minutes after the change, if it still
 * stands. What is to be announced is read from the cohort's own history, so that a crash loses none of it; a second
 * round appends nothing twice.
 */
export const cohortNotices = (deps: CohortNoticesDeps) => {
  const { interests, records, clock } = deps

  const newsOf = (cohort: Cohort): News[] => {
    const now = clock()
    const opened = isOpen(cohort, now) ? changed(cohort, 'state', (value) => value === 'open') : undefined
    const running = cohort.advertLink !== null && !(cohort.advertClosesAt && new Date(cohort.advertClosesAt) <= now)
    const advertised = running ? changed(cohort, 'advertLink', (value) => value === cohort.advertLink) : undefined
    return [
      ...(opened ? [{ kind: 'cohort-open' as const, cohort, at: opened }] : []),
      ...(advertised ? [{ kind: 'advert' as const, cohort, at: advertised }] : []),
    ].filter(({ at }) => {
      const age = now.getTime() - Date.parse(at)
      return age >= TEN_MINUTES && age < NEWS_DAYS
    })
  }

  const wants = async ({ cohort, at }: News, interest: Interest): Promise<boolean> => {
    const { tellMe, status, createdAt, cohortId, tenantId, personId } = interest
    if (!tellMe || !isActive(status, deps.statuses) || createdAt > at) return false
    if (cohortId !== ANY_LATER_COHORT || personId === null) return true
    const own = await interests.get(interestId(tenantId, personId, cohort.id), cohort.id)
    return !(own?.interest.tellMe && isActive(own.interest.status, deps.statuses))
  }

  const append = async (news: News, first: StoredInterest): Promise<boolean> => {
    const id = noticeId(news, first.interest)
    let latest: StoredInterest | undefined = first
    while (latest) {
      const { interest, version } = latest
      if (knows(interest, id) || !(await wants(news, interest))) return false
      const data = { cohortId: news.cohort.id }
      const notice = { id, kind: news.kind, dueAt: clock().toISOString(), attempts: 0, data }
      const result = await interests.replace({ ...interest, pending: [...interest.pending, notice] }, version)
      if (result.kind === 'replaced') return true
      latest = await interests.get(interest.id, interest.cohortId)
    }
    return false
  }

  const fanOut = async (news: News, signal?: AbortSignal): Promise<number | 'stopped'> => {
    let appended = 0
    let continuation: string | undefined
    for (const cohortIds of [[news.cohort.id], [ANY_LATER_COHORT]]) {
      do {
        const page: InterestPage = await interests.page({ cohortIds }, { limit: CHUNK, continuation })
        for (const stored of page.items) {
          if (signal?.aborted) return 'stopped'
          if (await append(news, stored)) appended++
        }
        continuation = page.next
      } while (continuation)
    }
    return appended
  }

  const keyOf = ({ cohort, kind }: News): string => `announced/${kind}/${cohort.id}`

  const keep = async (news: News): Promise<void> => {
    const record = { at: news.at }
    if ((await records.add(keyOf(news), record)).kind === 'added') return
    const there = await records.get(keyOf(news))
    if (there && String(there.record.at) < news.at) await records.replace(keyOf(news), record, there.version)
  }

  return {
    /**
     * Appends a notice to each who asked, for all that is new.
     * @param signal ends the round; the next one goes on
     * @returns how many were appended
     * @throws StoreUnavailable; the next round goes on
     */
    async run(signal?: AbortSignal): Promise<number> {
      let appended = 0
      for (const { cohort } of await deps.cohorts.all()) {
        for (const news of newsOf(cohort)) {
          const announced = await records.get(keyOf(news))
          if (announced && String(announced.record.at) >= news.at) continue
          const told = await fanOut(news, signal)
          if (told === 'stopped') return appended
          appended += told
          await keep(news)
        }
      }
      return appended
    },
  }
}
