import { TurnContext } from 'botbuilder'
import type { Actor } from '../../dialogs/access.ts'
import type { Clock } from '../../dialogs/clock.ts'
import type {
  ConversationReferenceStore,
  PersonConversation,
} from '../../dialogs/notices/conversationReferenceStore.ts'
import type { Turn } from '../../dialogs/turn.ts'
import type { Identified } from '../identity/actor.ts'
import type { Logger } from '../logger.ts'
import { isPersonal } from '../turnActivity.ts'

interface ConversationsOptions {
  references: Pick<ConversationReferenceStore, 'get' | 'put'>
  identify: (context: TurnContext) => Promise<Identified>
  clock: Clock
  log: Pick<Logger, 'warn'>
}

/** The conversation reference without what differs from turn to turn, and without a name. */
const referenceOf = ({ activity }: TurnContext): PersonConversation['reference'] => {
  const { user, bot, conversation, channelId, serviceUrl, locale } = TurnContext.getConversationReference(activity)
  const reference = {
    user: { id: user?.id, aadObjectId: user?.aadObjectId },
    bot,
    conversation,
    channelId,
    serviceUrl,
    locale,
  }
  return JSON.parse(JSON.stringify(reference)) as PersonConversation['reference']
}

/** Keeps each person's conversation reference. A failure is logged and fails no turn. */
export const noticeConversations = ({ references, identify, clock, log }: ConversationsOptions) => {
  const keepFor = async (context: TurnContext, { tenantId, objectId, role }: Actor): Promise<void> => {
    const reference = referenceOf(context)
    const there = await references.get(tenantId, objectId)
    const same = JSON.stringify(there?.reference) === JSON.stringify(reference)
    if (there && same && !there.blocked && there.role === role) return
    const updatedAt = clock().toISOString()
    await references.put({ tenantId, personId: objectId, reference, blocked: false, role, updatedAt })
  }

  const orWarn = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (err) {
      log.warn({ err }, 'Where a person can be written to could not be kept')
    }
  }

  return {
    /** After a turn in a personal chat: stores its reference where that is new or changed. */
    keep: (context: TurnContext, turn: Pick<Turn, 'actor' | 'conversation'>): Promise<void> =>
      orWarn(async () => {
        if (turn.conversation.personal) await keepFor(context, turn.actor)
      }),

    /** Somebody, or their administrator, added the bot to their personal chat. */
    added: (context: TurnContext): Promise<void> =>
      orWarn(async () => {
        const identified = isPersonal(context) ? await identify(context) : undefined
        if (identified?.kind === 'actor') await keepFor(context, identified.actor)
      }),

    /** The bot was removed from a personal chat: nothing is sent there until the person writes again. */
    removed: (context: TurnContext): Promise<void> =>
      orWarn(async () => {
        const identified = isPersonal(context) ? await identify(context) : undefined
        if (identified?.kind !== 'actor') return
        const { tenantId, objectId } = identified.actor
        const there = await references.get(tenantId, objectId)
        if (there && !there.blocked) await references.put({ ...there, blocked: true, updatedAt: clock().toISOString() })
      }),
  }
}
