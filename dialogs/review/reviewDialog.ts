import type { TurnContext } from 'botbuilder'
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs'
import { AbilityDialog, type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import type { Turn } from '../turn.ts'
import { nameAsked, reviewClaim } from './asking/claim.ts'
import { nameAlone } from './asking/reviewTarget.ts'
import { leftReply } from './cards/plain.ts'
import type { PendingPrompt, ReviewContext, ReviewOptions, ReviewResponse } from './command.ts'
import { REVIEW_VERBS } from './commands/index.ts'
import {
  answersPrompt,
  continuePrompt,
  handleMessage,
  pressButton,
  promptAgain,
  promptLeft,
  readLeaning,
} from './handleTurn.ts'
import { perform } from './perform.ts'
import { asksForStaff, isKnown } from './readMessage.ts'
import { reviewTable } from './reviewMemory.ts'

const REVIEW = 'review'

/** HR works the interest: each command of HR's calls the service and tells what came of it. */
export class ReviewDialog extends AbilityDialog {
  override readonly actions = ['review', 'filter', 'export', 'update-status', 'unanswered']
  readonly #options: ReviewOptions

  constructor(options: ReviewOptions) {
    super(REVIEW, ...REVIEW_VERBS)
    this.#options = options
  }

  override async beginDialog(dc: DialogContext, options?: { action?: string }): Promise<DialogTurnResult> {
    const action = options?.action ?? 'review'
    turnOf(dc.context).trace.action = action
    return this.#reply(dc, await handleMessage(this.#context(dc), action))
  }

  override async readings(turn: Turn): Promise<AbilityReading[]> {
    const { decision } = turn
    const [part, second] = decision?.parts ?? []
    if (!part || !this.#options.service.allows(turn.actor)) return []
    const name = nameAsked(turn.message)?.name ?? nameAlone(turn.message)
    if (name && (await isKnown(this.#contextOf(turn), name))) return plainlyFor('review', 'names somebody of the list')
    const own = part.outcome === 'action' && this.actions.includes(part.action)
    const leans = await readLeaning(this.#contextOf(turn))
    const other =
      part.outcome === 'action' && part.action !== 'cohort-status' && !['review', 'filter'].includes(part.action)
    const evidence = other && leans?.of === 'list' ? Math.min(leans.evidence, 0.96) : (leans?.evidence ?? 0)
    const reading = leans ? [{ ...leans, evidence, options: { action: 'review' } }] : []
    if (second || own) return reading
    const listed = reviewTable(turn.memory).list !== undefined
    if (await asksForStaff(this.#contextOf(turn)))
      return plainlyFor('review', 'asks who of those who registered are like that')
    return [...reading, ...plainlyFor(reviewClaim(turn.message, part, listed), "asks for HR's work")]
  }

  /** Whether a message answers the pending prompt. */
  acceptsMessage(dc: DialogContext): boolean {
    const pending = this.#pending(dc)
    return pending !== undefined && answersPrompt(pending, turnOf(dc.context).message)
  }

  /** Goes on with the pending prompt; any other message that comes here asks for nothing, and leaves all as it is. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const pending = this.#pending(dc)
    if (pending && answersPrompt(pending, turn.message))
      return this.#reply(dc, await continuePrompt(this.#context(dc), pending))
    const part = turn.decision?.parts.find(({ outcome }) => outcome === 'action')
    turn.trace.outcomes.push('action')
    turn.trace.action = part?.outcome === 'action' ? part.action : 'cancel'
    this.say(dc, leftReply())
    return dc.endDialog()
  }

  /** A question in the middle was answered: the prompt is asked again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const pending = this.#pending(dc)
    const again = pending && promptAgain(pending)
    if (!again) return dc.endDialog()
    this.say(dc, { text: again })
    return Dialog.EndOfTurn
  }

  /** A prompt that something else was asked for in its place is dropped with a word. */
  override async endDialog(context: TurnContext, instance: DialogInstance, reason: DialogReason): Promise<void> {
    const pending: PendingPrompt | undefined = instance.state.asking
    const dropped = pending && promptAgain(pending) ? `I left that: ${promptLeft(pending)}.` : undefined
    if (
      dropped &&
      !answersPrompt(pending as PendingPrompt, turnOf(context).message) &&
      reason !== DialogReason.endCalled
    )
      turnOf(context).replies.push({ text: dropped })
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    if (dc.activeDialog?.id === this.id) await dc.endDialog()
    turn.trace.outcomes.push('action')
    turn.trace.action = 'review'
    this.say(dc, ...(await pressButton(this.#context(dc), turn.submission ?? { verb: '', data: {} })).replies)
  }

  #context(dc: DialogContext): ReviewContext {
    return this.#contextOf(turnOf(dc.context), dc.context.activity.channelId === 'msteams')
  }

  #contextOf(turn: Turn, inTeams = false): ReviewContext {
    if (this.#options.service.allows(turn.actor)) turn.memory.review ??= {}
    const context: ReviewContext = {
      ...this.#options,
      turn,
      actor: turn.actor,
      command: commandOf(turn),
      memory: turn.memory.review ?? {},
      wording: () => this.#options.service.wording(turn.actor),
      now: this.#options.clock(),
      inTeams,
      perform: (found, after) => perform(context, found, after),
    }
    return context
  }

  #pending(dc: DialogContext): PendingPrompt | undefined {
    return dc.activeDialog?.id === this.id ? dc.activeDialog.state.asking : undefined
  }

  /** Says it, and waits for an answer where there is a prompt. */
  async #reply(dc: DialogContext, { replies, prompt }: ReviewResponse): Promise<DialogTurnResult> {
    this.say(dc, ...replies)
    if (!prompt || !dc.activeDialog) return dc.endDialog()
    dc.activeDialog.state.asking = prompt
    return Dialog.EndOfTurn
  }
}
