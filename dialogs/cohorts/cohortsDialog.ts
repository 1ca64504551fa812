import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { following } from '../../knowledge/answering/decision.ts'
import type { Programme } from '../../knowledge/content/schema.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import { personalChatOnly, unknownButton } from '../rootReplies.ts'
import type { Outcome, Turn } from '../turn.ts'
import { type Ask, type AskContext, askOf } from './ask/ask.ts'
import { goingOn, isForCohorts } from './ask/claim.ts'
import { VERBS, type Verb } from './cards/verbs.ts'
import { INTEREST_IS_FOR, namesForHr, namesInWorkList, notAllowed, notForStaff } from './cohortReplies.ts'
import type { CohortService } from './cohortService.ts'
import { editForms, isSave } from './editForms.ts'
import type { FigureAsk } from './figureAnswers.ts'
import { statusReplies } from './statusReplies.ts'

declare module '../turn.ts' {
  interface TurnMemory {
    /** What the figures shown last were of, so that "and last week?" is of the same. */
    cohorts?: 'figures' | 'interest'
  }
}

export const COHORTS = 'cohorts'
const ACTION = 'cohort-status'

export interface CohortsDialogOptions {
  service: CohortService
  programme: Programme
  clock: Clock
  time: LocalTime
  /** The words for places and services, as people write them. */
  vocabulary?: Pick<AskContext, 'places' | 'services'>
}

/** Cohort status: asks what is meant, calls the service, says it. One turn: nothing is left on the stack. */
export class CohortsDialog extends AbilityDialog {
  override readonly actions = [ACTION]
  readonly #options: CohortsDialogOptions
  readonly #replies: ReturnType<typeof statusReplies>
  readonly #forms: ReturnType<typeof editForms>

  constructor(options: CohortsDialogOptions) {
    super(COHORTS, ...Object.values(VERBS))
    this.#options = options
    this.#replies = statusReplies(options.service, options.time)
    this.#forms = editForms(options)
  }

  override async recognises({ actor, message, memory, decision }: Turn): Promise<{ action: string } | undefined> {
    const [part, second] = decision?.parts ?? []
    if (!part || second || !may(actor, 'cohorts:status')) return undefined
    const asks = { about: memory.cohorts, worksNames: may(actor, 'review:read') }
    return isForCohorts(message, part, asks, this.#context()) ? { action: ACTION } : undefined
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const asked = this.#ask(turn)
    const { kind, claimed: _, ...slots } = asked
    turn.trace.slots = { ...turn.trace.slots, ask: kind, ...slots }
    turn.memory.previous = following(turn.memory.previous, ACTION)
    turn.trace.action = ACTION
    if (kind !== 'as-text')
      turn.memory.cohorts = kind === 'interest' || kind === 'interest-history' ? 'interest' : 'figures'
    const replies = may(turn.actor, 'cohorts:status') ? await this.#answer(turn, asked) : await this.#staff(turn, asked)
    this.say(dc, ...replies)
    return dc.endDialog()
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes.push('action')
    turn.trace.action = ACTION
    const replies = turn.conversation.personal ? await this.#pressed(turn) : [personalChatOnly()]
    this.say(dc, ...replies)
  }

  /** What this message asks, or its part when there were two. */
  #ask({ message, decision, memory }: Turn): Ask {
    const part = decision?.parts.find((one) => one.outcome === 'action' && one.action === ACTION)
    const text = part && decision?.parts.length === 2 ? part.text : message
    return goingOn(askOf(text, this.#context()), text, memory.cohorts)
  }

  #context(): AskContext {
    return { today: this.#options.time.wallClock(this.#options.clock()).day, ...this.#options.vocabulary }
  }

  async #answer(turn: Turn, ask: Ask): Promise<Reply[]> {
    const { actor } = turn
    switch (ask.kind) {
      case 'interest':
      case 'interest-history':
        return (await this.#replies.interest(actor, ask)) ?? this.#refuse(turn)
      case 'edit':
        if (!may(actor, 'cohorts:edit')) return this.#refuse(turn)
        return [await this.#forms.begin(actor, ask.what === 'figures' ? 'figures' : 'cohorts')]
      case 'as-text': {
        const plain = await this.#replies.plain(actor, turn.memory.cohorts ?? 'figures')
        return plain ? [plain] : this.#refuse(turn)
      }
      case 'names':
        if (ask.of === 'trainees') return this.#figures(turn, ask)
        return may(actor, 'review:read') ? [namesInWorkList()] : this.#refuse(turn, namesForHr())
      default:
        return this.#figures(turn, ask)
    }
  }

  /** The asked figure in words, then the card; the words alone when nobody holds what was asked. */
  async #figures(turn: Turn, ask: FigureAsk): Promise<Reply[]> {
    const known = await this.#replies.figures(turn.actor, ask)
    if (!known) return this.#refuse(turn)
    turn.trace.slots = { ...turn.trace.slots, held: known.held }
    if (known.held) return [known.words, known.card]
    return [{ ...known.words, suggestions: ['Cohort status', 'Interest so far'] }]
  }

  /** Staff get what is published, like everyone; never a count of interest or a name. */
  async #staff(turn: Turn, ask: Ask): Promise<Reply[]> {
    switch (ask.kind) {
      case 'interest':
      case 'interest-history':
      case 'names':
      case 'edit':
        return this.#refuse(turn)
      default: {
        const known = await this.#replies.figures(turn.actor, ask.kind === 'as-text' ? { kind: 'overview' } : ask)
        if (!known) return this.#refuse(turn)
        this.#outcome(turn, known.held ? 'answered' : 'not-stated')
        return [{ ...known.words, text: `${known.words.text}\n\n${INTEREST_IS_FOR}` }]
      }
    }
  }

  async #pressed(turn: Turn): Promise<Reply[]> {
    const { actor, submission } = turn
    const verb = submission?.verb as Verb
    const ofInterest = submission?.data.of === 'interest'
    if (!may(actor, 'cohorts:status')) return this.#refuse(turn)
    if (verb === VERBS.edit || isSave(verb)) {
      return may(actor, 'cohorts:edit') ? [await this.#forms.submitted(turn)] : this.#refuse(turn)
    }
    switch (verb) {
      case VERBS.asText: {
        const plain = await this.#replies.plain(actor, ofInterest ? 'interest' : 'figures')
        return plain ? [plain] : this.#refuse(turn)
      }
      case VERBS.interest:
        return this.#card(turn, await this.#replies.interest(actor, { kind: 'interest' }))
      case VERBS.history: {
        if (ofInterest) return this.#card(turn, await this.#replies.interest(actor, { kind: 'interest-history' }))
        const known = await this.#replies.figures(actor, { kind: 'history', years: [] })
        return known ? [known.card] : this.#refuse(turn)
      }
      case VERBS.status: {
        const known = await this.#replies.figures(actor, { kind: 'overview' })
        return known ? [known.card] : this.#refuse(turn)
      }
      default:
        return [unknownButton()]
    }
  }

  /** A button was pressed on a card: another card takes its place, and nothing is said beside it. */
  #card(turn: Turn, replies: readonly [Reply, Reply] | undefined): Reply[] {
    return replies ? [replies[1]] : this.#refuse(turn)
  }

  /** A polite no, the same whether what was asked for is there or not. */
  #refuse(turn: Turn, reply = may(turn.actor, 'cohorts:status') ? notAllowed() : notForStaff()): Reply[] {
    this.#outcome(turn, 'refused')
    return [reply]
  }

  /** The root traced an action before anyone knew what came of it. */
  #outcome({ trace }: Turn, outcome: Outcome): void {
    trace.outcomes = [...trace.outcomes.slice(0, -1), outcome]
    trace.action = null
  }
}
