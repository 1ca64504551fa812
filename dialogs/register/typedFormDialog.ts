import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { ANSWERS } from '../answers/answersDialog.ts'
import { ANY_LATER_COHORT } from '../interest/interest.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { CohortChoice, OpenCohorts } from '../interest/openCohorts.ts'
import { readReply } from '../reading/yesNo.ts'
import type { Reply } from '../reply.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import { answersIn, formAction, traceStep } from './formTurn.ts'
import { asksAboutPrivacy } from './privacyQuestion.ts'
import type { InterestReplies } from './registerReplies.ts'
import { asksSomething, cohortNamed, type FormContext, isForForm, type Step, stepOf, type Typed } from './typedForm.ts'
import * as say from './wording.ts'

export interface TypedFormDeps {
  interests: InterestService
  cohorts: OpenCohorts
  vocabulary: FormContext['vocabulary']
  replies: () => Promise<InterestReplies>
}

/** Where the conversation about a form stands; none of it is anybody's words. */
export interface FormStage {
  /** Whether something else was answered since the last question. */
  interrupted?: boolean
  /** Whether what was typed has not been answered yet: a question that came with it goes first. */
  unanswered?: boolean
}

export type OpenForm = FormContext & { open: readonly CohortChoice[] }

/** A form that is filled in by typing: takes what a message gives, asks for what is missing, shows it, and saves it. */
export abstract class TypedFormDialog extends AbilityDialog implements Interruptible {
  protected readonly deps: TypedFormDeps
  /** What the bot says that they were doing, after something else. */
  protected abstract readonly doing: string

  constructor(id: string, deps: TypedFormDeps, ...verbs: string[]) {
    super(id, ...verbs)
    this.deps = deps
  }

  /** What was typed so far, if it is still kept. */
  protected abstract typed(turn: Turn): Promise<Typed | undefined>
  protected abstract keep(turn: Turn, typed: Typed): Promise<void>
  protected abstract summary(turn: Turn, typed: Typed, form: OpenForm): Promise<Reply>
  /** Saves what was typed. The form is over once it is saved. */
  protected abstract confirmed(dc: DialogContext, turn: Turn, typed: Typed): Promise<DialogTurnResult>
  /** Keeps nothing of what was typed. */
  protected abstract cancelled(dc: DialogContext, turn: Turn): Promise<void>

  suspends(_dc: DialogContext): boolean {
    return true
  }

  /** A message in the middle of the form: the form's own, or to be answered first. */
  async acceptsMessage(dc: DialogContext): Promise<boolean | 'expired'> {
    const turn = turnOf(dc.context)
    const told = await this.tryStore(async () => {
      const typed = await this.typed(turn)
      if (!typed) return 'expired'
      const parts = turn.decision?.parts ?? []
      if (readReply(turn.message) || asksAboutPrivacy(turn.message, parts) || formAction(parts)) return true
      return isForForm(typed, turn.message, await this.openForm())
    })
    return told ?? true
  }

  /** Whether the message gives what was asked for, or mends what stands in the form. */
  async answersPrompt(dc: DialogContext): Promise<boolean> {
    const turn = turnOf(dc.context)
    const step = await this.tryStore(async () => {
      const typed = await this.typed(turn)
      return typed && { ...stepOf(typed, turn.message, await this.openForm()), asked: typed.asking }
    })
    if (!step || asksSomething(turn.message)) return false
    return step.kind === 'correct' || (step.kind === 'provide' && Object.hasOwn(step.slots, step.asked))
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    return this.orStoreUnavailable(dc, async () => {
      const typed = await this.typed(turn)
      if (!typed) {
        this.say(dc, say.NOT_KEPT)
        return dc.endDialog()
      }
      const parts = turn.decision?.parts ?? []
      if (asksAboutPrivacy(turn.message, parts)) return this.#aboutPrivacy(dc, turn, typed)
      const form = await this.openForm()
      const step = stepOf(typed, turn.message, form)
      const action = step.kind === 'not-understood' ? formAction(parts) : undefined
      if (action === 'cancel') return this.#step(dc, turn, { ...step, kind: 'cancel' }, form)
      if (!action) return this.#step(dc, turn, step, form)
      turn.trace.step = 'resume'
      stageOf(dc).interrupted = false
      await this.ask(dc, turn, typed, form)
      return Dialog.EndOfTurn
    })
  }

  /** What was asked in the middle is answered: back to the form, but not on the heels of a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const stage = stageOf(dc)
    const unanswered = stage.unanswered === true
    Object.assign(stage, { interrupted: !unanswered, unanswered: false } satisfies FormStage)
    if (turn.trace.outcomes.includes('signpost')) return Dialog.EndOfTurn
    return this.orStoreUnavailable(dc, async () => {
      const typed = await this.typed(turn)
      if (typed && unanswered) await this.ask(dc, turn, typed, await this.openForm())
      else if (typed) this.say(dc, { text: `${this.doing} ${say.questionFor(typed.asking, typed.fields)}` })
      return Dialog.EndOfTurn
    })
  }

  protected async openForm(): Promise<OpenForm> {
    return { vocabulary: this.deps.vocabulary, open: await this.deps.cohorts.allOpen(), later: ANY_LATER_COHORT }
  }

  /** The summary when all is there, else the next question. */
  protected async ask(dc: DialogContext, turn: Turn, typed: Typed, form: OpenForm): Promise<void> {
    this.say(dc, typed.asking === 'confirm' ? await this.summary(turn, typed, form) : say.asking(typed, form.open))
  }

  /** What the work comes to; told plainly, and no further, when the store cannot answer. */
  protected async orStoreUnavailable(
    dc: DialogContext,
    work: () => Promise<DialogTurnResult>,
  ): Promise<DialogTurnResult> {
    const done = await this.tryStore(work)
    if (!done) this.say(dc, say.NOT_NOW)
    return done ?? Dialog.EndOfTurn
  }

  async #step(dc: DialogContext, turn: Turn, step: Step, form: OpenForm): Promise<DialogTurnResult> {
    const stage = stageOf(dc)
    const { typed } = step
    turn.trace.slots = { ...step.slots }
    turn.trace.step = stage.interrupted && step.kind === 'provide' ? 'resume' : traceStep(step)
    stage.interrupted = false
    if (step.kind === 'cancel') {
      await this.cancelled(dc, turn)
      return { status: 'cancelled' as DialogTurnResult['status'] }
    }
    if (step.kind === 'confirm') return this.confirmed(dc, turn, typed)
    await this.keep(turn, typed)
    switch (step.kind) {
      case 'provide':
      case 'correct': {
        const { cohort } = step.slots
        if (cohort && !cohortNamed(cohort, form.open, form.later)) this.say(dc, say.noSuchCohort(form.open))
        const parts = asksSomething(turn.message) ? answersIn(turn) : []
        if (parts.length > 0) {
          stage.unanswered = true
          return dc.beginDialog(ANSWERS, { parts })
        }
        await this.ask(dc, turn, typed, form)
        break
      }
      case 'rejected-band':
        this.say(dc, { text: say.notABand(step.band) })
        break
      case 'skip':
        if (step.needed) this.say(dc, say.needed(typed, form.open))
        else await this.ask(dc, turn, typed, form)
        break
      case 'change-which':
        this.say(dc, say.WHAT_TO_CHANGE)
        break
      case 'not-understood':
        this.say(dc, say.notUnderstood(typed, form.open))
        break
    }
    return Dialog.EndOfTurn
  }

  /** The notice that stands on the form, in answer to who sees it and for how long. */
  async #aboutPrivacy(dc: DialogContext, turn: Turn, { asking, fields }: Typed): Promise<DialogTurnResult> {
    turn.trace.outcomes = ['smalltalk']
    turn.trace.action = 'about-bot'
    stageOf(dc).interrupted = true
    const notice = (await this.deps.replies()).privacy()
    this.say(dc, { ...notice, text: `${notice.text}\n\n${this.doing} ${say.questionFor(asking, fields)}` })
    return Dialog.EndOfTurn
  }
}

export const stageOf = (dc: DialogContext): FormStage => (dc.activeDialog?.state as FormStage | undefined) ?? {}
