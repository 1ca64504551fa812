import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { figuresOnTable, tell } from '../../knowledge/answering/figures/figuresOnTable.ts'
import { latest, put } from '../../knowledge/answering/table.ts'
import type { Programme } from '../../knowledge/content/schema.ts'
import { AbilityDialog, type AbilityReading, turnOf } from '../abilityDialog.ts'
import { may } from '../access.ts'
import type { Clock } from '../clock.ts'
import { commandOf } from '../interest/command.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import type { Outcome, Submission, Turn } from '../turn.ts'
import { type Ask, type AskContext, askOf } from './ask/ask.ts'
import { aboutOf, cohortReading, withAsked } from './ask/cohortReadings.ts'
import { askOfButton } from './cards/askOfButton.ts'
import { VERBS, type Verb } from './cards/verbs.ts'
import { cohortReplies } from './cohortReplies.ts'
import type { CohortService } from './cohortService.ts'
import { editReplies } from './editing/editReplies.ts'
import type { FigureAsk } from './figureReply.ts'
import { namesForHr, namesInWorkList, notAllowed, notForStaff } from './refusals.ts'

const ACTION = 'cohort-status'

/** What it is begun with: what a message asks that leans on the table. */
interface Begun {
  action: string
  ask?: Ask | 'counts'
}

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

  override async readings({
    actor,
    message,
    memory,
    decision,
  }: Turn): Promise<(AbilityReading & { options: Begun })[]> {
    const [part, second] = decision?.parts ?? []
    if (!part || second || !may(actor, 'cohorts:status')) return []
    const asks = { table: memory.table, worksNames: may(actor, 'review:read') }
    const read = cohortReading(message, part, asks, this.#context())
    if (!read) return []
    const { ask, ...reading } = read
    return [{ ...reading, on: ACTION, options: { action: ACTION, ...(ask && { ask }) } }]
  }

  override async beginDialog(dc: DialogContext, options?: Begun): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const said = options?.ask === 'counts' ? this.#counted(turn) : this.#asked(turn, options?.ask ?? this.#ask(turn))
    this.say(dc, ...(await said))
    return dc.endDialog()
  }

  async #asked(turn: Turn, asked: Ask): Promise<Reply[]> {
    const { kind, claimed: _, ...slots } = asked
    turn.trace.slots = { ...turn.trace.slots, ask: kind, ...slots }
    turn.trace.action = ACTION
    turn.memory.table = withAsked(turn.memory.table, asked, ACTION)
    return may(turn.actor, 'cohorts:status') ? this.#answer(turn, asked) : this.#staff(turn, asked)
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes.push('action')
    turn.trace.action = ACTION
    this.say(dc, ...this.#orRefuse(turn, turn.submission && (await this.#pressed(turn, turn.submission))))
  }

  /** What this message asks, or its part when there were two. */
  #ask({ message, decision }: Turn): Ask {
    const part = decision?.parts.find((one) => one.outcome === 'action' && one.action === ACTION)
    const text = part && decision?.parts.length === 2 ? part.text : message
    return askOf(text, this.#context())
  }

  #context(): AskContext {
    return { today: this.#options.time.wallClock(this.#options.clock()).day, ...this.#options.vocabulary }
  }

  async #answer(turn: Turn, ask: Ask): Promise<Reply[]> {
    const { actor, memory } = turn
    switch (ask.kind) {
      case 'interest':
      case 'interest-history': {
        const answer = await this.#replies.interest(actor, ask, latest(memory.table, 'figures')?.figures)
        return answer ? [answer.words, answer.card] : this.#refuse(turn)
      }
      case 'edit':
        return this.#orRefuse(turn, may(actor, 'cohorts:edit') && (await this.#forms.show(actor, ask.what)))
      case 'as-text':
        return this.#orRefuse(turn, await this.#replies.asText(actor, aboutOf(memory.table) ?? 'figures'))
      case 'interest-method':
        return this.#orRefuse(turn, await this.#replies.method(actor, ask))
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
    const { words, card, held, figures } = answer
    turn.trace.slots = { ...turn.trace.slots, held }
    turn.memory.table = tell(turn.memory.table, figures)
    return held ? [words, card] : [{ ...words, suggestions: ['Cohort status', 'Interest so far'] }]
  }

  /** What the message makes of the figures on the table, with their source. */
  async #counted(turn: Turn): Promise<Reply[]> {
    const counted = figuresOnTable(turn.message, turn.memory.table)
    const reply = counted && (await this.#replies.counted(turn.actor, counted))
    if (!reply) return this.#refuse(turn)
    const { id: ask, held, figures = [] } = counted
    turn.trace.slots = { ...turn.trace.slots, ask, held }
    turn.trace.action = ACTION
    turn.memory.table = tell(put(turn.memory.table, { kind: 'subject', id: ACTION }), figures)
    return [reply]
  }

  /** Staff get what is published, like everyone; never a count of interest or a name. */
  async #staff(turn: Turn, ask: Ask): Promise<Reply[]> {
    switch (ask.kind) {
      case 'interest':
      case 'interest-history':
      case 'interest-method':
      case 'names':
      case 'edit':
        return this.#refuse(turn)
      case 'as-text':
        return this.#staff(turn, { kind: 'overview' })
      default: {
        const answer = await this.#replies.figures(turn.actor, ask)
        if (!answer) return this.#refuse(turn)
        turn.memory.table = tell(turn.memory.table, answer.figures)
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
    const ask = askOfButton(verb, ofInterest)
    turn.memory.table = withAsked(turn.memory.table, ask, ACTION)
    if (ask.kind === 'as-text') return this.#replies.asText(actor, ofInterest ? 'interest' : 'figures')
    if (ask.kind === 'interest' || ask.kind === 'interest-history')
      return (await this.#replies.interest(actor, ask))?.card
    const shown = await this.#replies.figures(actor, ask)
    if (shown) turn.memory.table = tell(turn.memory.table, shown.figures)
    return shown?.card
  }

  #orRefuse(turn: Turn, reply: Reply | false | undefined): Reply[] {
    return reply ? [reply] : this.#refuse(turn)
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
