import { ConversationState, type Storage, type TurnContext } from 'botbuilder'
import type { Server } from 'restify'
import { welcomeReply } from '../dialogs/answers/answerReplies.ts'
import { AnswersDialog } from '../dialogs/answers/answersDialog.ts'
import { knownNames, masker } from '../dialogs/answers/masking.ts'
import { questionService } from '../dialogs/answers/questionService.ts'
import type { Clock } from '../dialogs/clock.ts'
import { CohortsDialog } from '../dialogs/cohorts/cohortsDialog.ts'
import { cohortService } from '../dialogs/cohorts/cohortService.ts'
import { openCohorts, seedCohorts } from '../dialogs/cohorts/openCohorts.ts'
import { interestDialogs } from '../dialogs/interest/interestDialogs.ts'
import { joinOnce } from '../dialogs/interest/joinOnce.ts'
import { interestService } from '../dialogs/interest/interestService.ts'
import { referenceMaker } from '../dialogs/interest/reference.ts'
import { DEFAULT_STATUSES } from '../dialogs/interest/statuses.ts'
import { downloads } from '../dialogs/myData/downloads.ts'
import { MyDataDialog } from '../dialogs/myData/myDataDialog.ts'
import { myDataService } from '../dialogs/myData/myDataService.ts'
import { answerNotices } from '../dialogs/notices/personNotices.ts'
import { isOneDrive, isOneDriveOrHere, uploader } from '../dialogs/review/export/upload.ts'
import { ReviewDialog } from '../dialogs/review/reviewDialog.ts'
import { reviewService } from '../dialogs/review/reviewService.ts'
import { createRoot } from '../dialogs/rootDialog.ts'
import { loadPlaces } from '../knowledge/content/places.ts'
import { createAdapter } from './adapter.ts'
import type { Config } from './config.ts'
import { exportTickets, mountExports, myDataTickets } from './exports.ts'
import { actorOf } from './identity/actor.ts'
import { rolesOf } from './identity/roles.ts'
import type { Cohort } from '../dialogs/cohorts/cohortStore.ts'
import type { Programme } from '../knowledge/content/schema.ts'
import { openKnowledgeBase } from './knowledgeBase.ts'
import { mountLocalMode } from './local/localMode.ts'
import { localPeople } from './local/people.ts'
import type { Logger } from './logger.ts'
import { assembleNotices } from './notices/assemble.ts'
import { noticeConversations } from './notices/conversations.ts'
import { ProgrammeBot } from './programmeBot.ts'
import { recently } from './recently.ts'
import { createServer, type Readiness } from './server.ts'
import { openStores } from './stores/openStores.ts'

export interface Outside {
  log: Logger
  clock?: Clock
}

/** The whole journey, in order: config → stores → services → dialogs → bot → server. Nothing below builds a collaborator. */
export async function compose(config: Config, { log, clock = () => new Date() }: Outside) {
  const base = openKnowledgeBase(config)
  const { knowledge } = base
  const stores = await openStores(config)

  const questions = questionService({
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    clock,
    mask: masker(knownNames(knowledge)),
  })

  const { programme } = knowledge
  const statuses = programme.statuses.length > 0 ? programme.statuses : DEFAULT_STATUSES
  const day = dayIn(config.timeZone)
  const newReference = referenceMaker()
  await seedCohorts(stores.cohorts, firstCohorts(programme, clock))
  const cohorts = openCohorts({ store: stores.cohorts, clock, laterName: programme.laterCohort })
  const interests = interestService({
    store: stores.interests,
    drafts: stores.drafts,
    cohorts,
    clock,
    newReference,
    retentionDays: config.retentionDays,
    statuses,
    onTrouble: (err) => log.warn({ err }, 'A draft was not cleared'),
  })

  const places = loadPlaces(config.knowledgeDir)
  const standing = cohortService({
    cohorts: stores.cohorts,
    interests: stores.interests,
    records: stores.programme,
    audit: stores.audit,
    programme,
    sources: knowledge.sources,
    services: places.services,
    clock,
    smallNumber: config.smallNumber,
    statuses,
    onTrouble: (err) => log.warn({ err }, 'What follows a change of a cohort was not done'),
  })

  const review = reviewService({
    store: stores.interests,
    audit: stores.audit,
    cohorts: stores.cohorts,
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    references: stores.references,
    interests,
    tickets: exportTickets(stores.state),
    answers: answerNotices(stores.personNotices),
    clock,
    retentionDays: config.retentionDays,
    smallNumber: config.smallNumber,
    statuses,
    laterName: programme.laterCohort,
    timeZone: config.timeZone,
    places,
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
    cohorts,
    interests,
    clock,
    newReference: referenceMaker('ER'),
    privacy: programme.privacyNotice,
    statuses,
    day,
  })
  const takingAway = downloads({ tickets: myDataTickets(stores.state), myData, clock })
  /** Where staff reach this bot's pages; in local mode known once it listens. */
  let publicUrl = config.publicUrl
  const exportLink = (token: string) => publicUrl && `${publicUrl}/exports/${token}`

  const conversation = new ConversationState(stores.state as unknown as Storage)
  const root = createRoot({
    state: conversation.createProperty('dialogs'),
    answers: new AnswersDialog(knowledge, questions),
    abilities: [
      ...interestDialogs({
        interests,
        cohorts,
        cohortStore: stores.cohorts,
        vocabulary: places,
        notice: programme.privacyNotice,
        programme,
        statuses,
        day,
      }),
      new MyDataDialog({
        myData,
        day,
        link: async (actor, format) => {
          const token = publicUrl && (await takingAway.request(actor, format))
          return token && exportLink(token)
        },
      }),
      new CohortsDialog({
        service: standing,
        programme,
        clock,
        vocabulary: { places: allWays(places.places), services: allWays(places.services) },
      }),
      new ReviewDialog({
        service: review,
        clock,
        places,
        statuses: programme.statuses,
        timeZone: config.timeZone,
        exportLink,
        upload: uploader(config.localMode ? isOneDriveOrHere : isOneDrive),
      }),
    ],
    describe: (action) => knowledge.intents.get(action)?.description,
  })

  const roles = rolesOf(config, {
    log,
    people: new Map(localPeople.map(({ aadObjectId, role }) => [aadObjectId, role])),
  })
  const identify = ({ activity }: TurnContext) => actorOf(activity, { tenantId: config.identity?.tenantId, roles })
  const conversations = noticeConversations({ references: stores.references, identify, clock, log })
  const bot = new ProgrammeBot({
    conversation,
    root,
    answerer: base.answerer,
    questions,
    welcome: welcomeReply(knowledge),
    identify,
    keepReference: conversations.keep,
    join: joinOnce({
      interests,
      known: recently<true>({ milliseconds: 60 * 60_000, most: 20_000, now: () => clock().getTime() }),
      onTrouble: (err) => log.warn({ err }, 'What HR entered for somebody could not be joined yet'),
    }),
    onTrouble: (err) => log.error({ err }, 'The conversation could not be kept'),
    added: conversations.added,
    removed: conversations.removed,
  })

  const ready = async (): Promise<Readiness> => {
    if (!base.ready()) return { ok: false, why: 'knowledge' }
    const answers = await stores.ping().then(
      () => true,
      () => false,
    )
    return answers ? { ok: true } : { ok: false, why: 'store' }
  }
  const adapter = createAdapter(config, { log })
  const unasked = assembleNotices({ config, stores, adapter, roles, statuses, laterName: programme.laterCohort, clock, log })
  const server = createServer({
    config,
    log,
    adapter,
    onTurn: (context) => bot.run(context),
    ready,
    routes: [
      (restify) => mountExports(restify, { service: review, myData: takingAway, roles, log }),
      ...(config.localMode ? [(restify: Server, port: () => number) => mountLocalMode(restify, { port, log })] : []),
    ],
  })
  return {
    async listen() {
      const address = await server.listen()
      if (config.localMode) publicUrl ??= address
      unasked.start()
      return address
    },
    /** Resolves when questions can be answered. */
    knowledgeReady: async () => void (await base.answerer()),
    async close() {
      await unasked.stop()
      await server.close()
      await stores.close()
    },
  }
}

/** `2026-11-22T10:00:00Z` → `22 November 2026`, where the trust is. */
const dayIn = (timeZone: string): ((moment: string) => string) => {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone })
  return (moment) => format.format(new Date(moment))
}

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

const allWays = (named: readonly { name: string; ways: readonly string[] }[]): string[] =>
  named.flatMap(({ name, ways }) => [name, ...ways])

/** The HR officers of the chat page, to whom an interest can be given. */
const localOfficers = localPeople
  .filter(({ role }) => role === 'hr')
  .map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name }))
