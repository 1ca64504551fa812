import { performance } from 'node:perf_hooks'
import {
  ActivityTypes,
  type ConversationState,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import { setTurn } from '../dialogs/abilityDialog.ts'
import { type FeedbackPress, feedbackPress } from '../dialogs/answers/feedbackPress.ts'
import type { QuestionService } from '../dialogs/answers/questionService.ts'
import { activityOf, type Reply } from '../dialogs/reply.ts'
import type { Root } from '../dialogs/rootDialog.ts'
import {
  type DecisionTrace,
  newTrace,
  type Submission,
  type Turn,
  type TurnMemory,
  traceValue,
} from '../dialogs/turn.ts'
import type { Answerer } from '../knowledge/answering/answerer.ts'
import type { Identified } from './identity/actor.ts'
import { currentTurn, newTurnId } from './logger.ts'
import { sendReplies } from './sendReplies.ts'
import { emailsOf, isPersonal, plainText, submissionOf } from './turnActivity.ts'

export interface ProgrammeBotOptions {
  conversation: ConversationState
  root: Root
  /** Resolves once the knowledge is ready. */
  answerer: () => Promise<Answerer>
  questions: QuestionService
  welcome: Reply
  identify: (context: TurnContext) => Promise<Identified>
  /** Called with each personal turn's reference, for what the bot sends by itself later. */
  keepReference?: (context: TurnContext, turn: Turn) => Promise<void>
  /** At a person's first turn: what HR entered for them becomes theirs; what to tell them of it. */
  join?: (turn: Turn) => Promise<Reply | undefined>
  /** Told when what a conversation was about could not be kept. */
  onTrouble?: (error: unknown) => void
  /** Told of each turn's trace and how many milliseconds it took. */
  measured?: (trace: DecisionTrace, ms: number, failed: boolean) => void
  /** The bot was added to, or removed from, somebody's chats. */
  added?: (context: TurnContext) => Promise<void>
  removed?: (context: TurnContext) => Promise<void>
}

const REFUSED: Reply = { text: 'I can only talk to staff who are signed in to this trust.' }

/** Bot Framework's handler: activity → actor → turn → save. It holds no rule of its own. */
export class ProgrammeBot extends TeamsActivityHandler {
  readonly #options: ProgrammeBotOptions

  constructor(options: ProgrammeBotOptions) {
    super()
    this.#options = options
    this.onMessage(async (context, next) => {
      await this.#turn(context, submissionOf(context.activity.value))
      await next()
    })
    this.onInstallationUpdateAdd(async (context, next) => {
      await options.added?.(context)
      await next()
    })
    this.onInstallationUpdateRemove(async (context, next) => {
      await options.removed?.(context)
      await next()
    })
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity
      if (membersAdded.some(({ id }) => id === recipient.id)) await context.sendActivity(activityOf(options.welcome))
      await next()
    })
  }

  override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity
    if (name === 'message/submitAction') return this.#feedback(context, value)
    if (name === 'fileConsent/invoke') {
      await this.#turn(context, { verb: 'review/file-consent', data: value })
      return { status: 200 }
    }
    if (name !== 'adaptiveCard/action') return super.onInvokeActivity(context)
    const submission = submissionOf(value?.action)
    if (!submission) return { status: 400 }
    const card = await this.#turn(context, submission)
    return (
      card ?? {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: context.responded ? 'See my message below.' : 'Done.',
        },
      }
    )
  }

  /** @returns the response to an invoke, when the turn replied with a card */
  async #turn(context: TurnContext, submission: Submission | undefined): Promise<InvokeResponse | undefined> {
    const started = performance.now()
    const turn = await this.#begin(context, submission)
    if (!turn) {
      await context.sendActivity(activityOf(REFUSED))
      return undefined
    }
    const measured = (failed: boolean): number => {
      const ms = performance.now() - started
      this.#options.measured?.(turn.trace, ms, failed)
      return ms
    }
    let card: InvokeResponse | undefined
    try {
      await this.#run(context, turn)
    } catch (error) {
      measured(true)
      throw error
    } finally {
      card = await sendReplies(context, turn)
    }
    const value = traceValue(turn.trace, measured(false))
    await context.sendActivity({
      type: ActivityTypes.Trace,
      name: 'decision',
      valueType: 'decision',
      label: 'Decision',
      value,
    })
    await this.#keep(context, turn)
    return card
  }

  async #run(context: TurnContext, turn: Turn): Promise<void> {
    if (!turn.submission && turn.message && !this.#options.root.isShortcut(turn.message)) {
      const answerer = await this.#options.answerer()
      turn.decision = await answerer.decide(turn.message, { audience: turn.actor.role, previous: turn.memory.previous })
    }
    await this.#options.keepReference?.(context, turn)
    const joined = await this.#options.join?.(turn)
    if (joined) turn.replies.push(joined)
    await this.#options.root.run(context)
  }

  /**
   * Keeps what the conversation is about; nothing after an erasure. The person was answered by now: an outage costs the
   * thread of the conversation, and is no reason to tell them that their turn failed.
   */
  async #keep(context: TurnContext, { forgets }: Turn): Promise<void> {
    const { conversation, onTrouble } = this.#options
    try {
      await (forgets ? conversation.delete(context) : conversation.saveChanges(context))
    } catch (error) {
      if (!onTrouble) throw error
      onTrouble(error)
    }
  }

  async #begin(context: TurnContext, submission: Submission | undefined): Promise<Turn | undefined> {
    const { activity } = context
    const identified = await this.#options.identify(context)
    if (identified.kind === 'refused') return undefined
    const memory: TurnMemory = await this.#options.conversation.createProperty<TurnMemory>('memory').get(context, {})
    const turn: Turn = {
      id: currentTurn() ?? newTurnId(),
      actor: identified.actor,
      emails: once(() => emailsOf(context, identified.email)),
      message: submission ? '' : plainText(context),
      submission,
      conversation: { id: activity.conversation.id, personal: isPersonal(context) },
      activityId: activity.id ?? '',
      memory,
      replies: [],
      trace: newTrace(),
    }
    setTurn(context, turn)
    return turn
  }

  /** Teams stores no thumbs: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
  async #feedback(context: TurnContext, value: unknown): Promise<InvokeResponse> {
    const turn = await this.#begin(context, undefined)
    const press: FeedbackPress | undefined = feedbackPress(value)
    if (!turn || !press) return { status: 400 }
    const answer = turn.memory.answers?.find(({ activityId }) => activityId === context.activity.replyToId)
    await this.#options.questions.thumb(turn.actor, {
      turnId: answer?.turnId ?? context.activity.replyToId ?? turn.id,
      entries: answer?.entries ?? [],
      ...press,
    })
    return { status: 200, body: {} }
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
