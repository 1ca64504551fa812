import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { latest, put } from '../../knowledge/answering/table.ts'
import { turnOf } from '../abilityDialog.ts'
import { ANSWERS } from '../answers/answersDialog.ts'
import { ANY_LATER_COHORT } from '../interest/interest.ts'
import { readReply } from '../reading/yesNo.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import { cohortNamed } from './cohortNamed.ts'
import { changedWords } from './fieldWording.ts'
import { formAnswer } from './formAnswers.ts'
import { FormDialog } from './formDialog.ts'
import { type FormQuestion, questionBeside } from './formQuestion.ts'
import { answersIn, type FormStage, mayMeanTheAnswer } from './formStage.ts'
import { backIn, isSurelyForForm, latestGiven, type TurnStep, traceStep, turnStepOf } from './formStep.ts'
import { oncePerTurn } from './oncePerTurn.ts'
import { tracedSlots } from './slots/slots.ts'
import { asksSomething, type FormContext, type FormState } from './typedForm.ts'
import * as wording from './wording.ts'

/** A form that can be filled in by typing: takes what a message gives, asks for what is missing, and shows the whole. */
export abstract class TypedFormDialog extends FormDialog implements Interruptible {
  /** The form and what the message is to it; undefined when the form is not kept any more. */
  readonly #read = oncePerTurn(async (turn) => {
    const form = await this.load(turn)
    const given = latest(turn.memory.table, 'form')?.given
    const context = { ...(await this.context()), ...(given && { latest: given }) }
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

  /** Whether the message gives what was asked for, mends what stands in the form, or asks about the form. */
  async answersPrompt(dc: DialogContext): Promise<boolean | 'surely'> {
    const turn = turnOf(dc.context)
    const answers = await this.tryStore(async () => {
      const read = await this.#read(turn)
      if (!read) return false
      const { kind, slots } = read.step
      if (isSurelyForForm(read.step, turn.message, this.deps.vocabulary)) return 'surely'
      if (asksSomething(turn.message)) return false
      const { asking } = read.form
      if (slots.name !== undefined && slots.name === turn.message.trim()) return true
      return kind === 'correct' || (kind === 'provide' && (asking === 'confirm' || Object.hasOwn(slots, asking)))
    })
    return answers ?? false
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    return this.orStoreUnavailable(dc, async () => {
      const read = await this.#read(turn)
      if (read) return this.#step(dc, turn, read)
      this.say(dc, wording.NOT_KEPT)
      return dc.endDialog()
    })
  }

  /** What was asked in the middle is answered: back to the form, but not on the heels of a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const stage = stageOf(dc)
    const unanswered = stage.unanswered === true
    stage.unanswered = false
    if (turn.trace.outcomes.includes('signpost')) {
      stage.interrupted = true
      return Dialog.EndOfTurn
    }
    return this.orStoreUnavailable(dc, async () => {
      const form = await this.load(turn)
      if (form && unanswered) await this.ask(dc, turn, form, await this.context())
      else if (form) this.#return(dc, form, `${this.kind.resumePrompt} `)
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

  /** Leaves the form on the table: the field asked for, and the one that was given last. */
  protected leave({ memory }: Turn, { asking }: FormState, gave: Parameters<typeof latestGiven>[0]): void {
    const given = latestGiven(gave) ?? latest(memory.table, 'form')?.given
    const frame = { kind: 'form', form: this.kind.purpose, asked: asking, ...(given && { given }) } as const
    memory.table = put(memory.table, frame)
  }

  async #step(dc: DialogContext, turn: Turn, read: StepRead): Promise<DialogTurnResult> {
    const { step, context } = read
    const stage = stageOf(dc)
    const { form } = step
    turn.trace.reading = {
      won: { of: 'form', on: `${this.kind.purpose}/${read.form.asking}`, because: step.kind, evidence: 1 },
    }
    if (step.kind === 'question') return this.#answer(dc, turn, form, step.question, context)
    turn.trace.slots = tracedSlots(step.slots)
    turn.trace.step = stage.interrupted && step.kind === 'provide' ? 'resume' : traceStep(step)
    const soft = step.kind === 'confirm' && mayMeanTheAnswer(stage, turn.message)
    Object.assign(stage, { interrupted: false, quiet: false } satisfies FormStage)
    if (soft) {
      await this.ask(dc, turn, form, context)
      return Dialog.EndOfTurn
    }
    if (step.kind === 'cancel') return this.cancel(dc, turn)
    if (step.kind === 'confirm') return this.confirm(dc, turn, form)
    if (step.kind === 'restart') return this.startAgain(dc, turn)
    if (step.kind === 'back') return this.#back(dc, turn, form, context)
    if (step.kind !== 'show-again') await this.keep(turn, form)
    this.leave(turn, form, step)
    const changed = changedWords(read.form.fields, form.fields, step.kind === 'correct')
    if (changed) this.say(dc, { text: changed, personal: true })
    if (step.kind === 'provide' || step.kind === 'correct') {
      const { cohort } = step.slots
      const named = cohort && cohortNamed(cohort, context)
      if (cohort && !named) this.say(dc, wording.noSuchCohort(context.open))
      else if (form.interest && named && named !== form.cohortId) this.say(dc, wording.NOT_TO_ANOTHER_COHORT)
      const beside = questionBeside(turn.message, latestGiven(step))
      const answer = beside && formAnswer(beside, form, (await this.deps.replies(turn)).content(context.open))
      if (answer) this.say(dc, { text: answer, personal: true })
      const parts = !answer && asksSomething(turn.message) ? answersIn(turn) : []
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

  /** A form of this kind from the beginning; nothing of what was typed is kept. */
  protected abstract startAgain(dc: DialogContext, turn: Turn): Promise<DialogTurnResult>

  async #back(dc: DialogContext, turn: Turn, form: FormState, context: FormContext): Promise<DialogTurnResult> {
    const before = backIn(form)
    await this.keep(turn, before)
    this.leave(turn, before, { slots: {} })
    await this.ask(dc, turn, before, context)
    return Dialog.EndOfTurn
  }

  /** A question about the form is answered, and the field asked for once more. */
  async #answer(
    dc: DialogContext,
    turn: Turn,
    form: FormState,
    question: FormQuestion,
    context: FormContext,
  ): Promise<DialogTurnResult> {
    if (question.kind === 'who-sees') Object.assign(turn.trace, { outcomes: ['smalltalk'], action: 'about-bot' })
    turn.trace.step = 'resume'
    const answer = formAnswer(question, form, (await this.deps.replies(turn)).content(context.open))
    if (answer === undefined) await this.ask(dc, turn, form, context)
    else this.#return(dc, form, `${answer}\n\n`, true)
    return Dialog.EndOfTurn
  }

  /** Back to the form: its question again, but a summary that waits for a yes is mentioned once. */
  #return(dc: DialogContext, { asking, fields }: FormState, before: string, always = false): void {
    const stage = stageOf(dc)
    const again = !(asking === 'confirm' && stage.interrupted)
    stage.interrupted = true
    stage.quiet = !again
    const question = again ? wording.questionFor(asking, fields) : ''
    if (always || again) this.say(dc, { text: `${before}${question}`.trim(), personal: always })
  }
}

interface StepRead {
  /** The form as it was. */
  form: FormState
  step: TurnStep
  context: FormContext
}

/** The stage of the form that is active; nothing is kept in it when none is. */
export const stageOf = (dc: DialogContext): FormStage => (dc.activeDialog?.state as FormStage | undefined) ?? {}
