import { performance } from 'node:perf_hooks'
import {
  ActivityTypes,
  type ConversationState,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import { setTurn } from '../dialogs/abilityDialog.ts'
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
import { noCardResponse, submissionOf } from './invokes/cardAction.ts'
import { storeFeedback } from './invokes/feedback.ts'
import { fileConsentSubmission } from './invokes/fileConsent.ts'
import { currentTurn, newTurnId } from './logger.ts'
import { sendReplies } from './sendReplies.ts'
import { emailsOf, isPersonal, plainText } from './turnActivity.ts'

interface ProgrammeBotOptions {
  conversation: ConversationState
  root: Root
  /** Resolves once the knowledge is ready. */
  answerer: () => Promise<Answerer>
  questions: QuestionService
  welcome: Reply
  identify: (context: TurnContext) => Promise<Identified>
  /** Keeps the conversation reference of a turn, for notices. */
  keepReference?: (context: TurnContext, turn: Turn) => Promise<void>
  /** Links what HR entered for a person to them, at their first turn; resolves to what to tell them of it. */
  join?: (turn: Turn) => Promise<Reply | undefined>
  /** Called when the conversation state could not be saved. */
  onError?: (error: unknown) => void
  /** Called with each turn's trace and its duration. */
  measured?: (trace: DecisionTrace, ms: number, failed: boolean) => void
  /** Called when the bot was added to, or removed from, somebody's chats. */
  added?: (context: TurnContext) => Promise<void>
  removed?: (context: TurnContext) => Promise<void>
}

const REFUSED: Reply = { text: 'I can only talk to staff who are signed in to this trust.' }

/** Bot Framework's handler: activity → actor → turn → save. */
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
    switch (name) {
      case 'message/submitAction': {
        const turn = await this.#begin(context, undefined)
        return turn ? storeFeedback(context, turn, this.#options.questions) : { status: 400 }
      }
      case 'fileConsent/invoke':
        await this.#turn(context, fileConsentSubmission(value))
        return { status: 200 }
      case 'adaptiveCard/action': {
        const submission = submissionOf(value?.action)
        if (!submission) return { status: 400 }
        return (await this.#turn(context, submission)) ?? noCardResponse(context)
      }
      default:
        return super.onInvokeActivity(context)
    }
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
      await this.#dispatch(context, turn)
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
    await this.#save(context, turn)
    return card
  }

  async #dispatch(context: TurnContext, turn: Turn): Promise<void> {
    if (!turn.submission && turn.message && !this.#options.root.isShortcut(turn.message)) {
      const answerer = await this.#options.answerer()
      turn.decision = await answerer.decide(turn.message, { audience: turn.actor.role, table: turn.memory.table })
    }
    await this.#options.keepReference?.(context, turn)
    const joined = await this.#options.join?.(turn)
    if (joined) turn.replies.push(joined)
    await this.#options.root.run(context)
  }

  /**
   * Saves the conversation state, or deletes it after an erasure. The person has been answered by now: an outage costs
   * the thread of the conversation, and is no reason to tell them that their turn failed.
   */
  async #save(context: TurnContext, { forgets }: Turn): Promise<void> {
    const { conversation, onError } = this.#options
    try {
      await (forgets ? conversation.delete(context) : conversation.saveChanges(context))
    } catch (error) {
      if (!onError) throw error
      onError(error)
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
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
