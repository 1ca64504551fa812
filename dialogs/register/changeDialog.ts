import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import { fieldsOf } from '../interest/interestFields.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { asksForChange } from './asksForChange.ts'
import { CHANGE, OFFER } from './dialogIds.ts'
import { changesOf, draftChanges, dropChange, keepChange, typedChange } from './draftChanges.ts'
import { tracedSlots } from './slots/slots.ts'
import { stepOf, type Typed } from './typedForm.ts'
import { type FormStage, stageOf, type TypedFormDeps, TypedFormDialog } from './typedFormDialog.ts'
import * as say from './wording.ts'

interface ChangeOptions {
  action?: 'change' | 'resume'
}

interface Stage extends FormStage {
  /** Whether nothing was given to change yet: then it makes way, and does not ask again. */
  empty?: boolean
}

/** Changing one's own interest by typing. */
export class ChangeDialog extends TypedFormDialog {
  protected override readonly doing = 'We were changing your interest.'

  constructor(deps: TypedFormDeps) {
    super(CHANGE, deps)
  }

  override async recognises({ message }: Turn): Promise<{ action: string } | undefined> {
    return asksForChange(message) ? { action: 'change' } : undefined
  }

  override beginDialog(dc: DialogContext, options: ChangeOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = 'register'
    turn.trace.step = options.action === 'resume' ? 'resume' : 'correct'
    return this.orStoreUnavailable(dc, () =>
      options.action === 'resume' ? this.#resume(dc, turn) : this.#start(dc, turn),
    )
  }

  override suspends(dc: DialogContext): boolean {
    return !(stageOf(dc) as Stage).empty
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    ;(stageOf(dc) as Stage).empty = false
    return super.continueDialog(dc)
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return (stageOf(dc) as Stage).empty ? Dialog.EndOfTurn : super.resumeDialog(dc)
  }

  protected override typed({ actor }: Turn): Promise<Typed | undefined> {
    return typedChange(this.deps.interests, actor)
  }

  protected override keep({ actor }: Turn, typed: Typed): Promise<void> {
    return keepChange(this.deps.interests, actor, typed)
  }

  protected override async summary({ actor }: Turn, typed: Typed): Promise<Reply> {
    const found = await this.deps.interests.theOne(actor, typed.cohortId)
    const replies = await this.deps.replies()
    return found.kind === 'one'
      ? replies.changes(found.interest, changesOf(found.interest, typed.fields))
      : replies.notOne(found)
  }

  protected override async confirmed(dc: DialogContext, turn: Turn, typed: Typed): Promise<DialogTurnResult> {
    const { interests } = this.deps
    const { cohortId } = typed
    const outcome = await this.tryStore(async () => {
      const fields = await draftChanges(interests, turn.actor, cohortId)
      return interests.change(turn.actor, { fields, cohortId }, commandOf(turn))
    })
    if (!outcome || outcome.kind === 'invalid') {
      this.say(dc, { text: outcome ? (outcome.problems[0]?.message ?? say.NOT_UNDERSTOOD) : say.NOT_SAVED_TYPED })
      return Dialog.EndOfTurn
    }
    await this.tryStore(() => dropChange(interests, turn.actor))
    turn.memory.previous = { id: 'status' }
    this.say(dc, (await this.deps.replies()).changing(outcome))
    return dc.endDialog()
  }

  protected override async cancelled(dc: DialogContext, { actor }: Turn): Promise<void> {
    await dropChange(this.deps.interests, actor)
    await dc.cancelAllDialogs()
    this.say(dc, say.KEPT_AS_IT_WAS)
  }

  async #resume(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const typed = await this.typed(turn)
    if (typed) await this.ask(dc, turn, typed, await this.openForm())
    else this.say(dc, say.NOTHING_BEGUN)
    return typed ? Dialog.EndOfTurn : dc.endDialog()
  }

  async #start(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const form = await this.openForm()
    const replies = await this.deps.replies()
    const found = await this.deps.interests.theOne(turn.actor, replies.cohortIn(turn.message))
    if (found.kind !== 'one') {
      this.say(dc, replies.notOne(found))
      return found.kind === 'none' || found.kind === 'ended' ? dc.replaceDialog(OFFER) : dc.endDialog()
    }
    const one = found.interest
    const before = { fields: fieldsOf(one), cohortId: one.cohortId, asking: 'confirm' as const, skipped: ['manager'] }
    const step = stepOf(before, turn.message, form)
    const typed = { ...step.typed, cohortId: one.cohortId }
    const gave = Object.keys(step.slots).length > 0
    turn.trace.slots = tracedSlots(step.slots)
    if (gave && typed.asking === 'confirm' && Object.keys(changesOf(one, typed.fields)).length === 0) {
      this.say(dc, step.slots.cohort ? say.NOT_TO_ANOTHER_COHORT : say.NOTHING_CHANGED)
      return dc.endDialog()
    }
    await this.keep(turn, typed)
    if (step.kind === 'rejected-band') this.say(dc, { text: say.notABand(step.band) })
    else if (gave || typed.asking !== 'confirm') await this.ask(dc, turn, typed, form)
    else {
      ;(stageOf(dc) as Stage).empty = true
      this.say(dc, replies.changeForm(one, {}))
      this.say(dc, say.WHAT_TO_CHANGE)
    }
    return Dialog.EndOfTurn
  }
}
