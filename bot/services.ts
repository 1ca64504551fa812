import { knownNames, masker } from '../dialogs/answers/masking.ts'
import { questionService } from '../dialogs/answers/questionService.ts'
import type { Clock } from '../dialogs/clock.ts'
import { cohortService } from '../dialogs/cohorts/cohortService.ts'
import type { Cohort } from '../dialogs/cohorts/cohortStore.ts'
import { openCohorts, seedCohorts } from '../dialogs/cohorts/openCohorts.ts'
import { curationService } from '../dialogs/curation/curationService.ts'
import { interestService } from '../dialogs/interest/interestService.ts'
import { referenceMaker } from '../dialogs/interest/reference.ts'
import { DEFAULT_STATUSES } from '../dialogs/interest/statuses.ts'
import { localTime } from '../dialogs/localTime.ts'
import { downloads } from '../dialogs/myData/downloads.ts'
import { myDataService } from '../dialogs/myData/myDataService.ts'
import { answerNotices } from '../dialogs/notices/personNotices.ts'
import { oneTimeLinks } from '../dialogs/oneTimeLinks.ts'
import { reviewService } from '../dialogs/review/reviewService.ts'
import type { Knowledge } from '../knowledge/content/knowledge.ts'
import type { Places } from '../knowledge/content/places.ts'
import type { Programme } from '../knowledge/content/schema.ts'
import type { Config } from './config.ts'
import { localPeople } from './local/people.ts'
import type { Logger } from './logger.ts'
import type { Stores } from './stores/stores.ts'
import { ticketStore } from './stores/tickets.ts'

interface ServicesOptions {
  config: Pick<Config, 'retentionDays' | 'smallNumber' | 'timeZone' | 'localMode'>
  knowledge: Knowledge
  places: Places
  stores: Stores
  clock: Clock
  log: Logger
}

/**
 * Every service on its ports, and the cohorts that the content begins with in the store.
 * @throws StoreUnavailable when the store cannot answer
 */
export async function openServices({ config, knowledge, places, stores, clock, log }: ServicesOptions) {
  const questions = questionService({
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    clock,
    mask: masker(knownNames(knowledge)),
  })

  const { programme } = knowledge
  const statuses = programme.statuses.length > 0 ? programme.statuses : DEFAULT_STATUSES
  const time = localTime(config.timeZone)
  const newReference = referenceMaker()
  await seedCohorts(stores.cohorts, firstCohorts(programme, clock))
  const registrable = openCohorts({ store: stores.cohorts, clock, laterName: programme.laterCohort })
  const interests = interestService({
    store: stores.interests,
    drafts: stores.drafts,
    cohorts: registrable,
    clock,
    newReference,
    retentionDays: config.retentionDays,
    statuses,
    onTrouble: (err) => log.warn({ err }, 'A draft was not cleared'),
  })

  const cohorts = cohortService({
    cohorts: stores.cohorts,
    interests: stores.interests,
    records: stores.programme,
    audit: stores.audit,
    programme,
    sources: knowledge.sources,
    services: places.services,
    clock,
    time,
    smallNumber: config.smallNumber,
    statuses,
    onTrouble: (err) => log.warn({ err }, 'What follows a change of a cohort was not done'),
  })

  const links = oneTimeLinks({ tickets: ticketStore(stores.state), clock })
  const review = reviewService({
    store: stores.interests,
    audit: stores.audit,
    cohorts: stores.cohorts,
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    references: stores.references,
    interests,
    links,
    answers: answerNotices(stores.personNotices),
    clock,
    retentionDays: config.retentionDays,
    smallNumber: config.smallNumber,
    statuses,
    laterName: programme.laterCohort,
    time,
    officers: async () => (config.localMode ? localOfficers : []),
  })
  const myData = myDataService({
    store: stores.interests,
    drafts: stores.drafts,
    references: stores.references,
    unanswered: stores.unanswered,
    personNotices: stores.personNotices,
    audit: stores.audit,
    state: stores.state,
    cohorts: registrable,
    clock,
    newReference: referenceMaker('ER'),
    privacy: programme.privacyNotice,
    statuses,
    moment: time.dayAndTime,
  })
  const curation = curationService({
    records: stores.programme,
    audit: stores.audit,
    entries: knowledge.entries,
    clock,
  })

  return {
    questions,
    interests,
    cohorts,
    openCohorts: registrable,
    review,
    myData,
    links,
    downloads: downloads({ links, myData, time, clock }),
    curation,
    places,
    statuses,
    time,
  }
}

export type Services = Awaited<ReturnType<typeof openServices>>

/** The cohorts that the content begins with. What HR changes afterwards stays. */
const firstCohorts = ({ cohorts }: Programme, clock: Clock): Cohort[] =>
  cohorts.map(({ id, name, state }) => ({
    id,
    name,
    state,
    opensAt: null,
    closesAt: null,
    advertLink: null,
    advertClosesAt: null,
    headcounts: [],
    history: [],
    updatedAt: clock().toISOString(),
  }))

/** The HR officers of the chat page, to whom an interest can be given. */
const localOfficers = localPeople
  .filter(({ role }) => role === 'hr')
  .map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name }))
