import { type Activity, ConversationState, MemoryStorage, TestAdapter, type TurnContext } from 'botbuilder'
import { sendReplies } from '../../../bot/sendReplies.ts'
import { setTurn } from '../../../dialogs/abilityDialog.ts'
import type { Actor } from '../../../dialogs/access.ts'
import { AnswersDialog } from '../../../dialogs/answers/answersDialog.ts'
import { questionService } from '../../../dialogs/answers/questionService.ts'
import type { ReviewOptions } from '../../../dialogs/review/command.ts'
import { ReviewDialog } from '../../../dialogs/review/reviewDialog.ts'
import { createRoot } from '../../../dialogs/rootDialog.ts'
import { type DecisionTrace, newTrace, type Submission, type Turn, type TurnMemory } from '../../../dialogs/turn.ts'
import type { Part } from '../../../knowledge/answering/decision.ts'
import { type Bench, knowledge, places } from './bench.ts'

export interface Heard {
  /** Everything said, in words: a card by its fallback text. */
  text: string
  cards: Record<string, unknown>[]
  attachments: { contentType: string; name?: string; content: Record<string, unknown> }[]
  trace: DecisionTrace
  memory: TurnMemory
}

export interface Said {
  /** What the message is taken for; nothing for a message that the bot does not understand. */
  action?: string
  submission?: Submission
  personal?: boolean
  channelId?: string
  /** False for an activity that comes without an id. */
  identified?: boolean
}

/** The root and HR's ability on a test adapter, with a conversation for each person. */
export const talk = (bench: Bench, over: Partial<ReviewOptions> = {}) => {
  const { stores, clock, service } = bench
  const conversation = new ConversationState(new MemoryStorage())
  const questions = questionService({
    unanswered: stores.unanswered,
    feedback: stores.feedback,
    clock,
    mask: (text) => text,
  })
  const dialog = new ReviewDialog({
    ...{ service, clock, timeZone: 'Europe/London', places, statuses: knowledge.programme.statuses },
    exportLink: (token) => `https://bot.example/exports/${token}`,
    upload: async () => true,
    ...over,
  })
  const root = createRoot({
    state: conversation.createProperty('dialogs'),
    answers: new AnswersDialog({ knowledge, questions, isWithdrawn: async () => false }),
    abilities: [dialog],
    describe: () => undefined,
  })
  let turns = 0

  return async (
    actor: Actor,
    message: string,
    { action, submission, personal = true, channelId = 'msteams', identified = true }: Said = {},
  ): Promise<Heard> => {
    const trace = newTrace()
    let memory: TurnMemory = {}
    let answer: unknown
    const adapter = new TestAdapter(async (context: TurnContext) => {
      memory = await conversation.createProperty<TurnMemory>('memory').get(context, {})
      const candidates: [] = []
      const part: Part = action
        ? { outcome: 'action', action, text: message, candidates }
        : { outcome: 'unknown', text: message, candidates }
      const turn: Turn = {
        ...{ id: `turn-${++turns}`, actor, emails: async () => ['officer@example.nhs.uk'], message, memory, trace },
        ...{ conversation: { id: actor.objectId, personal }, activityId: identified ? `activity-${turns}` : '' },
        replies: [],
        ...(submission ? { submission } : { decision: { parts: [part] } }),
      }
      setTurn(context, turn)
      await root.run(context)
      answer = (await sendReplies(context, turn))?.body?.value
      await conversation.saveChanges(context)
    })
    await adapter.processActivity({
      ...{ type: submission ? 'invoke' : 'message', text: message, channelId },
      conversation: { id: actor.objectId, isGroup: false, name: '', conversationType: 'personal' },
      from: { id: actor.objectId, name: actor.name },
    } as unknown as Partial<Activity>)
    const attachments = adapter.activeQueue.flatMap(({ attachments: all }) => (all ?? []) as Heard['attachments'])
    const cards = [
      ...(answer ? [answer as Record<string, unknown>] : []),
      ...attachments.filter(({ contentType }) => contentType.endsWith('card.adaptive')).map(({ content }) => content),
    ]
    const texts = adapter.activeQueue.map(({ text }) => text ?? '')
    return {
      text: [...texts, ...cards.map(({ fallbackText }) => String(fallbackText))].filter(Boolean).join('\n'),
      ...{ cards, attachments, trace, memory },
    }
  }
}

export type Talk = ReturnType<typeof talk>

/** Every action of a card that sends something, wherever it stands in it. */
export const actionsOf = (
  card: unknown,
): { verb: string; data: Record<string, unknown>; title: string; fallback: { data: unknown } }[] => {
  if (typeof card !== 'object' || card === null) return []
  const own =
    (card as { type?: unknown }).type === 'Action.Execute' ? [card as ReturnType<typeof actionsOf>[number]] : []
  return [...own, ...Object.entries(card).flatMap(([key, value]) => (key === 'fallback' ? [] : actionsOf(value)))]
}
