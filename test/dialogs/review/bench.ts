import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import { ticketStore } from '../../../bot/stores/tickets.ts'
import type { AuditRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Interest } from '../../../dialogs/interest/interest.ts'
import { localTime } from '../../../dialogs/localTime.ts'
import { oneTimeLinks } from '../../../dialogs/oneTimeLinks.ts'
import { interestKey, type ReviewDeps } from '../../../dialogs/review/reviewDeps.ts'
import { reviewService } from '../../../dialogs/review/reviewService.ts'
import { searchTerms } from '../../../dialogs/review/searchTerms.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { loadPlaces } from '../../../knowledge/content/places.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { somebody, someInterest, TENANT } from '../../support/people.ts'
import { serviceOn } from '../../support/service.ts'

export const places = loadPlaces('knowledge')
export const knowledge = loadKnowledge('knowledge')
const { programme } = knowledge

/** HR's service on a database in memory, a clock that stands still, and two officers. */
export const reviewBench = async (over: Partial<ReviewDeps> = {}) => {
  const stores = openSqlite(':memory:', searchTerms(places))
  const clock = fakeClock()
  const told: Parameters<ReviewDeps['answers']['notify']>[0][] = []
  await stores.cohorts.add(someCohort())
  const helen = somebody('hr', 'Helen Clarke')
  const daniel = somebody('hr', 'Daniel Osei')
  const deps: ReviewDeps = {
    store: stores.interests,
    audit: stores.audit,
    cohorts: stores.cohorts,
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    references: stores.references,
    interests: serviceOn(stores, clock),
    links: oneTimeLinks({ tickets: ticketStore(stores.state), clock }),
    answers: { notify: async (notice) => void (told.some(({ id }) => id === notice.id) || told.push(notice)) },
    clock,
    retentionDays: 365,
    smallNumber: 5,
    statuses: programme.statuses,
    laterName: programme.laterCohort,
    time: localTime('Europe/London'),
    officers: async () => [helen, daniel].map(({ objectId, name }) => ({ objectId, name })),
    ...over,
  }
  return {
    ...{ stores, clock, told, helen, daniel, deps, service: reviewService(deps) },
    /** Stores an interest; registered so many days ago. */
    async put(fields: Partial<Interest> = {}, daysAgo = 0): Promise<Interest> {
      const at = new Date(clock().getTime() - daysAgo * 86_400_000).toISOString()
      const added = await stores.interests.add(someInterest({ createdAt: at, statusSince: at, ...fields }))
      if (added.kind !== 'added') throw new Error(added.kind)
      return added.stored.interest
    },
    async latest(interest: Interest): Promise<Interest> {
      const stored = await stores.interests.get(interest.id, interest.cohortId)
      if (!stored) throw new Error('It is gone')
      return stored.interest
    },
    key: interestKey,
    async audited<Kind extends AuditRecord['kind']>(kind: Kind): Promise<Extract<AuditRecord, { kind: Kind }>[]> {
      const { records } = await stores.audit.page(kind, { limit: 100 })
      return records as Extract<AuditRecord, { kind: Kind }>[]
    },
    reachable: (personId: string) =>
      stores.references.put({ tenantId: TENANT, personId, reference: {}, blocked: false, updatedAt: clock.iso() }),
  }
}

export type Bench = Awaited<ReturnType<typeof reviewBench>>
