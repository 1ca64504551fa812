import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Part } from '../../knowledge/answering/decision.ts'
import { turnOf } from '../abilityDialog.ts'
import { ANSWERS } from '../answers/answersDialog.ts'
import { ANY_LATER_COHORT } from '../interest/interest.ts'
import { readReply } from '../reading/yesNo.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import { FormDialog } from './formDialog.ts'
import { type TurnStep, traceStep, turnStepOf } from './formStep.ts'
import { oncePerTurn } from './oncePerTurn.ts'
import { tracedSlots } from './slots/slots.ts'
import { asksSomething, cohortNamed, type FormContext, type FormState } from './typedForm.ts'
import * as wording from './wording.ts'

/** Where the conversation about a form stands; none of it is anybody's words. */
export interface FormStage {
  /** Whether something else was answered since the last question. */
  interrupted?: boolean
  /** Whether what was typed has not been answered yet: a question that came with it goes first. */
  unanswered?: boolean
}

/** A form that can be filled in by typing: takes what a message gives, asks for what is missing, and shows the whole. */
export abstract class TypedFormDialog extends FormDialog implements Interruptible {
  /** The form and what the message is to it; undefined when the form is not kept any more. */
  readonly #read = oncePerTurn(async (turn) => {
    const form = await this.load(turn)
    const context = await this.context()
    return form && { form, context, step: turnStepOf(form, turn, context) }
  })

  suspends(_dc: DialogContext): boolean {
    return true
  }

  /** A message in the middle of the form: the form's own, or to be answered first. */
  async acceptsMessage(dc: DialogContext): Promise<boolean | 'expired'> {
    const turn = turnOf(dc.context)
    const accepts = await this.tryStore(async () => {
      const read = await this.#read(turn)
      if (!read) return 'expired'
      return read.step.kind !== 'not-understood' || readReply(turn.message) !== undefined
    })
    return accepts ?? true
  }

  /** Whether the message gives what was asked for, or mends what stands in the form. */
  async answersPrompt(dc: DialogContext): Promise<boolean> {
    const turn = turnOf(dc.context)
    const answers = await this.tryStore(async () => {
      const read = await this.#read(turn)
      if (!read || asksSomething(turn.message)) return false
      const { kind, slots } = read.step
      return kind === 'correct' || (kind === 'provide' && Object.hasOwn(slots, read.form.asking))
    })
    return answers ?? false
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    return this.orStoreUnavailable(dc, async () => {
      const read = await this.#read(turn)
      if (read) return this.#step(dc, turn, read.step, read.context)
      this.say(dc, wording.NOT_KEPT)
      return dc.endDialog()
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
      const form = await this.load(turn)
      if (form && unanswered) await this.ask(dc, turn, form, await this.context())
      else if (form) this.say(dc, { text: this.#askedAgain(form) })
      return Dialog.EndOfTurn
    })
  }

  protected async context(): Promise<FormContext> {
    return { vocabulary: this.deps.vocabulary, open: await this.deps.cohorts.allOpen(), later: ANY_LATER_COHORT }
  }

  /** The summary when all is there, else the next question. */
  protected async ask(dc: DialogContext, turn: Turn, form: FormState, { open }: FormContext): Promise<void> {
    this.say(dc, form.asking === 'confirm' ? await this.summary(turn, form) : wording.asking(form, open))
  }

  async #step(dc: DialogContext, turn: Turn, step: TurnStep, context: FormContext): Promise<DialogTurnResult> {
    const stage = stageOf(dc)
    const { form } = step
    if (step.kind === 'privacy') return this.#aboutPrivacy(dc, turn, form)
    turn.trace.slots = tracedSlots(step.slots)
    turn.trace.step = stage.interrupted && step.kind === 'provide' ? 'resume' : traceStep(step)
    stage.interrupted = false
    if (step.kind === 'cancel') return this.cancel(dc, turn)
    if (step.kind === 'confirm') return this.confirm(dc, turn, form)
    if (step.kind !== 'show-again') await this.keep(turn, form)
    if (step.kind === 'provide' || step.kind === 'correct') {
      const { cohort } = step.slots
      const named = cohort && cohortNamed(cohort, context)
      if (cohort && !named) this.say(dc, wording.noSuchCohort(context.open))
      else if (form.interest && named && named !== form.cohortId) this.say(dc, wording.NOT_TO_ANOTHER_COHORT)
      const parts = asksSomething(turn.message) ? answersIn(turn) : []
      if (parts.length > 0) {
        stage.unanswered = true
        return dc.beginDialog(ANSWERS, { parts })
      }
    }
    const reply = wording.stuck(step, context.open)
    if (reply) this.say(dc, reply)
    else await this.ask(dc, turn, form, context)
    return Dialog.EndOfTurn
  }

  /** The notice that stands on the form, in answer to who sees it and for how long. */
  async #aboutPrivacy(dc: DialogContext, turn: Turn, form: FormState): Promise<DialogTurnResult> {
    turn.trace.outcomes = ['smalltalk']
    turn.trace.action = 'about-bot'
    stageOf(dc).interrupted = true
    const notice = (await this.deps.replies(turn)).privacy()
    this.say(dc, { ...notice, text: `${notice.text}\n\n${this.#askedAgain(form)}` })
    return Dialog.EndOfTurn
  }

  #askedAgain({ asking, fields }: FormState): string {
    return `${this.kind.resumePrompt} ${wording.questionFor(asking, fields)}`
  }
}

/** What a message that gives something asks beside it, as far as there is an answer. */
const answersIn = ({ decision }: Turn): readonly Part[] =>
  (decision?.parts ?? []).filter(({ outcome }) => outcome === 'answered' || outcome === 'not-stated')

export const stageOf = (dc: DialogContext): FormStage => (dc.activeDialog?.state as FormStage | undefined) ?? {}
