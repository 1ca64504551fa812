import { ConversationState, type Storage, type TurnContext } from 'botbuilder'
import { welcomeReply } from '../dialogs/answers/answerReplies.ts'
import { AnswersDialog } from '../dialogs/answers/answersDialog.ts'
import { knownNames, masker } from '../dialogs/answers/masking.ts'
import { questionService } from '../dialogs/answers/questionService.ts'
import type { Clock } from '../dialogs/clock.ts'
import { openCohorts, seedCohorts } from '../dialogs/cohorts/openCohorts.ts'
import { InterestDialog } from '../dialogs/interest/interestDialog.ts'
import { interestReplies } from '../dialogs/interest/interestReplies.ts'
import { interestService } from '../dialogs/interest/interestService.ts'
import { referenceMaker } from '../dialogs/interest/reference.ts'
import { DEFAULT_STATUSES } from '../dialogs/interest/statuses.ts'
import { createRoot } from '../dialogs/rootDialog.ts'
import { loadPlaces } from '../knowledge/content/places.ts'
import { createAdapter } from './adapter.ts'
import type { Config } from './config.ts'
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

  const conversation = new ConversationState(stores.state as unknown as Storage)
  const root = createRoot({
    state: conversation.createProperty('dialogs'),
    answers: new AnswersDialog(knowledge, questions),
    abilities: [
      new InterestDialog({
        interests,
        cohorts,
        vocabulary: loadPlaces(config.knowledgeDir),
        replies: interestReplies({ notice: programme.privacyNotice, programme, statuses, day }),
        noticeVersion: programme.privacyNotice.version,
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
    routes: config.localMode ? [(restify, port) => mountLocalMode(restify, { port, log })] : [],
  })
  return {
    async listen() {
      const address = await server.listen()
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
