import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { put } from '../../knowledge/answering/table.ts'
import { type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import type { Problem } from '../interest/interestFields.ts'
import { leaningOn } from '../interest/interestFrames.ts'
import { type FormData, readForm } from '../interest/readForm.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { asksForChange, mendsInterest } from './asksForChange.ts'
import { cohortNamed } from './cohortNamed.ts'
import { CHANGE, OFFER, type RegisterOptions, VERBS } from './dialogIds.ts'
import type { Data, FormDeps, Saved } from './formDialog.ts'
import { dropChange, formOf } from './formDraft.ts'
import type { FormStage } from './formStage.ts'
import { mendingStep } from './formStep.ts'
import { tracedSlots } from './slots/slots.ts'
import { given } from './typedForm.ts'
import { stageOf, TypedFormDialog } from './typedFormDialog.ts'
import * as wording from './wording.ts'

interface ChangeOptions {
  action?: 'change' | 'resume' | 'again'
}

interface ChangeStage extends FormStage {
  /** Whether no change was given yet: the dialog ends then when another begins, and asks nothing after an answer. */
  empty?: boolean
}

/** Changing one's own interest, by form and by typing. */
export class ChangeDialog extends TypedFormDialog {
  constructor(deps: FormDeps) {
    const resumePrompt = 'We were changing your interest.'
    super({ id: CHANGE, verbs: VERBS[CHANGE], purpose: 'change', resumePrompt, savedTopic: 'status' }, deps)
  }

  /** A wish to change it, or a correction of the interest that was spoken of. */
  override async readings({ message, memory }: Turn): Promise<AbilityReading[]> {
    const leans = leaningOn(memory.table, 'ownInterest')
    const evidence = leans > 0 && says(normalise(message), 'becomes') ? Math.max(leans, TOLD_ANEW) : leans
    const mends = evidence > 0 ? mendsInterest(message, this.deps.vocabulary) : undefined
    const options = { action: 'change' }
    if (mends)
      return [
        { of: 'ownInterest', on: 'change', because: mends, evidence: mends === 'removes' ? 1 : evidence, options },
      ]
    return plainlyFor(asksForChange(message) ? 'change' : undefined, 'asks to change the interest')
  }

  override beginDialog(dc: DialogContext, { action }: ChangeOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = 'register'
    turn.trace.step = action === 'resume' ? 'resume' : 'correct'
    return this.orStoreUnavailable(dc, () => (action === 'resume' ? this.#resume(dc, turn) : this.#start(dc, turn)))
  }

  override suspends(dc: DialogContext): boolean {
    return !changeStageOf(dc).empty
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    changeStageOf(dc).empty = false
    return super.continueDialog(dc)
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return changeStageOf(dc).empty ? Dialog.EndOfTurn : super.resumeDialog(dc)
  }

  protected override async onButton(dc: DialogContext, turn: Turn, verb: string, data: Data): Promise<unknown> {
    switch (verb) {
      case 'interest/change': {
        turn.trace.step = 'correct'
        const found = await this.deps.interests.findActive(turn.actor, readForm(data).cohortId)
        const replies = await this.deps.replies(turn)
        if (found.kind !== 'one') return this.say(dc, replies.noActive(found))
        const form = (await this.load(turn, found.interest.cohortId)) ?? formOf(found.interest)
        return this.say(dc, replies.form({ purpose: 'change', ...form }))
      }
      case 'interest/change-save':
        return this.saveButton(dc, turn, data)
      case 'interest/change-cancel':
        return this.cancel(dc, turn)
    }
  }

  protected override async save(turn: Turn, { fields, cohortId }: FormData): Promise<Saved> {
    const { interests, replies } = this.deps
    const outcome = await interests.change(turn.actor, { fields, cohortId }, commandOf(turn))
    if (outcome.kind === 'invalid') return outcome
    await this.tryStore(() => dropChange(interests, turn.actor))
    return { reply: (await replies(turn)).changing(outcome) }
  }

  protected override async formAgain(turn: Turn, request: FormData, problems?: readonly Problem[]): Promise<Reply> {
    const { fields, cohortId } = request
    const replies = await this.deps.replies(turn)
    return replies.form({ purpose: 'change', fields, cohortId }, undefined, { problems, notSaved: !problems })
  }

  protected override async startAgain(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    await dropChange(this.deps.interests, turn.actor)
    this.say(dc, wording.STARTED_AGAIN)
    return dc.replaceDialog(this.id, { action: 'again' } satisfies ChangeOptions)
  }

  protected override async drop({ actor }: Turn): Promise<Reply> {
    await dropChange(this.deps.interests, actor)
    return wording.KEPT_AS_IT_WAS
  }

  async #resume(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const form = await this.load(turn)
    if (form) await this.ask(dc, turn, form, await this.context())
    else this.say(dc, wording.NOTHING_BEGUN)
    return form ? Dialog.EndOfTurn : dc.endDialog()
  }

  async #start(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const context = await this.context()
    const replies = await this.deps.replies(turn)
    const found = await this.deps.interests.findActive(turn.actor, replies.cohortIn(turn.message))
    if (found.kind !== 'one') {
      turn.memory.table = put(turn.memory.table, { kind: 'ownInterest' })
      this.say(dc, replies.noActive(found))
      return found.kind === 'none' || found.kind === 'ended' ? dc.replaceDialog(OFFER) : dc.endDialog()
    }
    const { form, slots, ...step } = mendingStep(formOf(found.interest), turn.message, context)
    const gave = Object.keys(slots).length > 0
    turn.trace.slots = tracedSlots(slots)
    const unchanged = Object.keys(given(form)).length === 0
    if (form.asking === 'cohort' || (unchanged && slots.cohort)) {
      this.say(dc, wording.NOT_TO_ANOTHER_COHORT)
      const cohortId = slots.cohort && cohortNamed(slots.cohort, context)
      return dc.replaceDialog(OFFER, { ...(cohortId && { cohortId }) } satisfies RegisterOptions)
    }
    if (gave && form.asking === 'confirm' && unchanged) {
      this.say(dc, wording.NOTHING_CHANGED)
      return dc.endDialog()
    }
    await this.keep(turn, form)
    this.leave(turn, form, { slots })
    if (step.kind === 'rejected-band') this.say(dc, wording.notABand(step.band))
    else if (gave || form.asking !== 'confirm') await this.ask(dc, turn, form, context)
    else {
      changeStageOf(dc).empty = true
      this.say(dc, replies.form({ purpose: 'change', ...form }), wording.WHAT_TO_CHANGE)
    }
    return Dialog.EndOfTurn
  }
}

/** The evidence of a field that is said to be other than it was, whatever was spoken of since. */
const TOLD_ANEW = 0.95

const changeStageOf = (dc: DialogContext): ChangeStage => stageOf(dc)
