import path from 'node:path'
import { ConversationState, type Storage, type TurnContext } from 'botbuilder'
import { LRUCache } from 'lru-cache'
import type { Server } from 'restify'
import { welcomeReply } from '../dialogs/answers/answerReplies.ts'
import { AnswersDialog } from '../dialogs/answers/answersDialog.ts'
import type { Clock } from '../dialogs/clock.ts'
import { linkOnFirstTurn } from '../dialogs/register/linkOnFirstTurn.ts'
import { searchTerms } from '../dialogs/review/searchTerms.ts'
import { createRoot } from '../dialogs/rootDialog.ts'
import { loadPlaces } from '../knowledge/content/places.ts'
import { abilitiesOf } from './abilities.ts'
import { createAdapter } from './adapter.ts'
import { backgroundJob } from './backgroundJob.ts'
import type { Config } from './config.ts'
import { mountExports } from './exports.ts'
import { actorOf } from './identity/actor.ts'
import { rolesOf } from './identity/roles.ts'
import { openKnowledgeBase } from './knowledgeBase.ts'
import { mountLocalMode } from './local/localMode.ts'
import { localPeople } from './local/people.ts'
import type { Logger } from './logger.ts'
import { assembleNotices } from './notices/assemble.ts'
import { noticeConversations } from './notices/conversations.ts'
import { ProgrammeBot } from './programmeBot.ts'
import { createServer, type Readiness } from './server.ts'
import { openServices } from './services.ts'
import { openStores } from './stores/openStores.ts'
import { measuredTurn, openTelemetry } from './telemetry/telemetry.ts'

/** How often the job looks whether this week's snapshot is still to be taken. */
const SNAPSHOT_MS = 6 * 60 * 60_000

interface ComposeOptions {
  log: Logger
  clock?: Clock
}

/** The whole journey, in order: config → stores → services → dialogs → bot → server. Nothing below builds a collaborator. */
export async function compose(config: Config, { log, clock = () => new Date() }: ComposeOptions) {
  const telemetry = await openTelemetry(config)
  const base = openKnowledgeBase(config)
  const { knowledge } = base
  const places = loadPlaces(config.knowledgeDir)
  const stores = await openStores(config, searchTerms(places))
  const services = await openServices({ config, knowledge, places, stores, clock, log })
  const { model, identity } = config
  const assistant =
    model &&
    (await import('./model/openAssistant.ts')).openAssistant({
      config: model,
      clientId: identity?.type === 'UserAssignedMSI' ? identity.appId : undefined,
      knowledge,
      answerer: base.answerer,
      state: stores.state,
      cache: path.join(config.dataDir, 'fitted'),
      clock,
      log,
    })
  /** Known in local mode once the server listens. */
  let publicUrl = config.publicUrl

  const conversation = new ConversationState(stores.state as unknown as Storage)
  const root = createRoot({
    state: conversation.createProperty('dialogs'),
    answers: new AnswersDialog({
      ...{ knowledge, questions: services.questions, assistant },
      isWithdrawn: services.curation.isWithdrawn,
    }),
    abilities: abilitiesOf({
      config,
      programme: knowledge.programme,
      entries: knowledge.entries,
      services,
      clock,
      publicUrl: () => publicUrl,
    }),
    describe: (action) => knowledge.intents.get(action)?.description,
  })

  const roles = rolesOf(config, {
    log,
    people: new Map(localPeople.map(({ aadObjectId, role }) => [aadObjectId, role])),
  })
  const identify = ({ activity }: TurnContext) => actorOf(activity, { tenantId: config.staffTenantId, roles })
  const conversations = noticeConversations({ references: stores.references, identify, clock, log })
  const bot = new ProgrammeBot({
    conversation,
    root,
    answerer: base.answerer,
    questions: services.questions,
    welcome: welcomeReply(knowledge),
    identify,
    keepReference: conversations.keep,
    join: linkOnFirstTurn({
      interests: services.interests,
      known: new LRUCache({ max: 20_000, ttl: 60 * 60_000, perf: { now: () => clock().getTime() } }),
      onTrouble: (err) => log.warn({ err }, 'What HR entered for somebody could not be joined yet'),
    }),
    onError: (err) => log.error({ err }, 'The conversation could not be kept'),
    measured: (trace, ms, failed) => telemetry.turn(measuredTurn(trace, ms, failed)),
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
  const backgroundJobs = [
    assembleNotices({
      config,
      stores,
      adapter,
      roles,
      statuses: services.statuses,
      laterName: knowledge.programme.laterCohort,
      clock,
      log,
    }),
    backgroundJob('snapshot', SNAPSHOT_MS, () => services.cohorts.keepSnapshot(), log),
  ]
  const server = createServer({
    config,
    log,
    adapter,
    onTurn: (context) => bot.run(context),
    ready,
    routes: [
      (restify) => mountExports(restify, { ...services, roles, log }),
      ...(config.localMode ? [(restify: Server, port: () => number) => mountLocalMode(restify, { port, log })] : []),
    ],
  })
  return {
    async listen() {
      const address = await server.listen()
      if (config.localMode) publicUrl ??= address
      for (const job of backgroundJobs) job.start()
      return address
    },
    /** Resolves when questions can be answered. */
    knowledgeReady: async () => void (await base.answerer()),
    async close() {
      await Promise.all(backgroundJobs.map((job) => job.stop()))
      await server.close()
      await stores.close()
      await telemetry.close()
    },
  }
}
