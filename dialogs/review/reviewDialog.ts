import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import type { Turn } from '../turn.ts'
import { reviewClaim } from './asking/claim.ts'
import { leftReply } from './cards/plain.ts'
import type { PendingPrompt, ReviewContext, ReviewOptions, ReviewResponse } from './command.ts'
import { REVIEW_VERBS } from './commands/index.ts'
import { answersPrompt, continuePrompt, handleMessage, pressButton } from './handleTurn.ts'

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

  override async readings({ actor, message, memory, decision }: Turn): Promise<AbilityReading[]> {
    const [part, second] = decision?.parts ?? []
    if (!part || second || (part.outcome === 'action' && this.actions.includes(part.action))) return []
    if (!this.#options.service.allows(actor)) return []
    return plainlyFor(reviewClaim(message, part, memory.review?.shown !== undefined), "asks for HR's work")
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

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    if (dc.activeDialog?.id === this.id) await dc.endDialog()
    turn.trace.outcomes.push('action')
    turn.trace.action = 'review'
    this.say(dc, ...(await pressButton(this.#context(dc), turn.submission ?? { verb: '', data: {} })).replies)
  }

  #context(dc: DialogContext): ReviewContext {
    const turn = turnOf(dc.context)
    if (this.#options.service.allows(turn.actor)) turn.memory.review ??= {}
    return {
      ...this.#options,
      turn,
      actor: turn.actor,
      command: commandOf(turn),
      memory: turn.memory.review ?? {},
      wording: () => this.#options.service.wording(turn.actor),
      now: this.#options.clock(),
      inTeams: dc.context.activity.channelId === 'msteams',
    }
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
