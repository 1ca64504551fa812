import { ConversationState, type Storage } from 'botbuilder'
import { welcomeReply } from '../dialogs/answers/answerReplies.ts'
import { AnswersDialog } from '../dialogs/answers/answersDialog.ts'
import { knownNames, masker } from '../dialogs/answers/masking.ts'
import { questionService } from '../dialogs/answers/questionService.ts'
import type { Clock } from '../dialogs/clock.ts'
import { createRoot } from '../dialogs/rootDialog.ts'
import { createAdapter } from './adapter.ts'
import type { Config } from './config.ts'
import { actorOf } from './identity/actor.ts'
import { rolesOf } from './identity/roles.ts'
import { openKnowledgeBase } from './knowledgeBase.ts'
import { mountLocalMode } from './local/localMode.ts'
import { localPeople } from './local/people.ts'
import type { Logger } from './logger.ts'
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

  const conversation = new ConversationState(stores.state as unknown as Storage)
  const root = createRoot({
    state: conversation.createProperty('dialogs'),
    answers: new AnswersDialog(knowledge, questions),
    abilities: [],
    describe: (action) => knowledge.intents.get(action)?.description,
  })

  const roles = rolesOf(config, {
    log,
    people: new Map(localPeople.map(({ aadObjectId, role }) => [aadObjectId, role])),
  })
  const bot = new ProgrammeBot({
    conversation,
    root,
    answerer: base.answerer,
    questions,
    welcome: welcomeReply(knowledge),
    identify: ({ activity }) => actorOf(activity, { tenantId: config.identity?.tenantId, roles }),
  })

  const ready = async (): Promise<Readiness> => {
    if (!base.ready()) return { ok: false, why: 'knowledge' }
    const answers = await stores.ping().then(
      () => true,
      () => false,
    )
    return answers ? { ok: true } : { ok: false, why: 'store' }
  }
  const server = createServer({
    config,
    log,
    adapter: createAdapter(config, { log }),
    onTurn: (context) => bot.run(context),
    ready,
    routes: config.localMode ? [(restify, port) => mountLocalMode(restify, { port, log })] : [],
  })
  return {
    listen: () => server.listen(),
    /** Resolves when questions can be answered. */
    knowledgeReady: async () => void (await base.answerer()),
    async close() {
      await server.close()
      await stores.close()
    },
  }
}
