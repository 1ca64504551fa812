import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { put } from '../../knowledge/answering/table.ts'
import type { Programme } from '../../knowledge/content/schema.ts'
import { AbilityDialog, type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { may } from '../access.ts'
import type { Clock } from '../clock.ts'
import { commandOf } from '../interest/command.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import type { Outcome, Submission, Turn } from '../turn.ts'
import { type Ask, type AskContext, askOf } from './ask/ask.ts'
import { goingOn, isForCohorts } from './ask/claim.ts'
import { VERBS, type Verb } from './cards/verbs.ts'
import { cohortReplies } from './cohortReplies.ts'
import type { CohortService } from './cohortService.ts'
import { editReplies } from './editing/editReplies.ts'
import type { FigureAsk } from './figureReply.ts'
import { namesForHr, namesInWorkList, notAllowed, notForStaff } from './refusals.ts'

declare module '../turn.ts' {
  interface TurnMemory {
    /** What the figures shown last were of, so that "and last week?" is of the same. */
    cohorts?: 'figures' | 'interest'
  }
}

const ACTION = 'cohort-status'

interface CohortsDialogOptions {
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
  readonly #replies: ReturnType<typeof cohortReplies>
  readonly #forms: ReturnType<typeof editReplies>

  constructor(options: CohortsDialogOptions) {
    super('cohorts', ...Object.values(VERBS))
    this.#options = options
    const { service, programme, time } = options
    this.#replies = cohortReplies(service, time)
    this.#forms = editReplies(service, programme, time)
  }

  override async readings({ actor, message, memory, decision }: Turn): Promise<AbilityReading[]> {
    const [part, second] = decision?.parts ?? []
    if (!part || second || !may(actor, 'cohorts:status')) return []
    const asks = { about: memory.cohorts, worksNames: may(actor, 'review:read') }
    return plainlyFor(isForCohorts(message, part, asks, this.#context()) ? ACTION : undefined, 'asks for figures')
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const asked = this.#ask(turn)
    const { kind, claimed: _, ...slots } = asked
    turn.trace.slots = { ...turn.trace.slots, ask: kind, ...slots }
    turn.memory.table = put(turn.memory.table, { kind: 'subject', id: ACTION })
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
    const reply = turn.submission && (await this.#pressed(turn, turn.submission))
    this.say(dc, ...(reply ? [reply] : this.#refuse(turn)))
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
    const { actor, memory } = turn
    switch (ask.kind) {
      case 'interest':
      case 'interest-history': {
        const answer = await this.#replies.interest(actor, ask)
        return answer ? [answer.words, answer.card] : this.#refuse(turn)
      }
      case 'edit':
        if (!may(actor, 'cohorts:edit')) return this.#refuse(turn)
        return [await this.#forms.show(actor, ask.what)]
      case 'as-text': {
        const plain = await this.#replies.asText(actor, memory.cohorts ?? 'figures')
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
    const answer = await this.#replies.figures(turn.actor, ask)
    if (!answer) return this.#refuse(turn)
    const { words, card, held } = answer
    turn.trace.slots = { ...turn.trace.slots, held }
    return held ? [words, card] : [{ ...words, suggestions: ['Cohort status', 'Interest so far'] }]
  }

  /** Staff get what is published, like everyone; never a count of interest or a name. */
  async #staff(turn: Turn, ask: Ask): Promise<Reply[]> {
    switch (ask.kind) {
      case 'interest':
      case 'interest-history':
      case 'names':
      case 'edit':
        return this.#refuse(turn)
      case 'as-text':
        return this.#staff(turn, { kind: 'overview' })
      default: {
        const answer = await this.#replies.figures(turn.actor, ask)
        if (!answer) return this.#refuse(turn)
        this.#outcome(turn, answer.held ? 'answered' : 'not-stated')
        return [{ ...answer.words, text: `${answer.words.text}\n\nInterest counts are for managers and HR.` }]
      }
    }
  }

  /** What takes the place of the card whose button was pressed; undefined for who may not have it. */
  async #pressed(turn: Turn, submission: Submission): Promise<Reply | undefined> {
    const { actor } = turn
    const verb = submission.verb as Verb
    const ofInterest = submission.data.of === 'interest'
    const edits = verb === VERBS.edit || verb === VERBS.saveFigures || verb === VERBS.saveCohort
    if (!may(actor, edits ? 'cohorts:edit' : 'cohorts:status')) return undefined
    if (edits) return this.#forms.pressed(actor, submission, commandOf(turn))
    switch (verb) {
      case VERBS.asText:
        return this.#replies.asText(actor, ofInterest ? 'interest' : 'figures')
      case VERBS.interest:
        return (await this.#replies.interest(actor, { kind: 'interest' }))?.card
      case VERBS.history:
        return ofInterest
          ? (await this.#replies.interest(actor, { kind: 'interest-history' }))?.card
          : (await this.#replies.figures(actor, { kind: 'history', years: [] }))?.card
      case VERBS.status:
        return (await this.#replies.figures(actor, { kind: 'overview' }))?.card
    }
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
