import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { turnOf } from '../abilityDialog.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { asksForChange } from './asksForChange.ts'
import { readForm } from './cards/readForm.ts'
import { summaryKey } from './cards/summary.ts'
import { commandOf } from './formTurn.ts'
import type { Interest, InterestFields } from './interest.ts'
import { fieldsOf } from './interestFields.ts'
import * as say from './interestWords.ts'
import type { Changing } from './interestService.ts'
import { nextAsking, stepOf, type Typed } from './typedForm.ts'
import { type FormStage, type OpenForm, stageOf, TypedFormDialog, type TypedFormDeps } from './typedFormDialog.ts'

export const CHANGE = 'change-interest'

interface ChangeOptions {
  action?: 'change' | 'resume'
}

interface Stage extends FormStage {
  /** Whether nothing was given to change yet: then it makes way, and does not ask again. */
  empty?: boolean
}

type Changes = Partial<InterestFields>

/** Changing one's own interest, by form and by typing. */
export class ChangeDialog extends TypedFormDialog {
  protected override readonly doing = 'We were changing your interest.'

  constructor(deps: TypedFormDeps) {
    super(CHANGE, deps, 'interest/change')
  }

  override async claims({ message }: Turn): Promise<{ action: string } | undefined> {
    return asksForChange(message) ? { action: 'change' } : undefined
  }

  override beginDialog(dc: DialogContext, options: ChangeOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = 'register'
    turn.trace.step = options.action === 'resume' ? 'resume' : 'correct'
    return this.unlessDown(dc, () => (options.action === 'resume' ? this.#resume(dc, turn) : this.#start(dc, turn)))
  }

  override waits(dc: DialogContext): boolean {
    return !(stageOf(dc) as Stage).empty
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    ;(stageOf(dc) as Stage).empty = false
    return super.continueDialog(dc)
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return (stageOf(dc) as Stage).empty ? Dialog.EndOfTurn : super.resumeDialog(dc)
  }

  override async submitted(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    const { cohortId } = readForm(data)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    turn.trace.step = 'correct'
    await this.unlessDown(dc, async () => {
      switch (verb) {
        case 'interest/change':
          await this.#showForm(dc, turn, cohortId)
          break
        case 'interest/change-save':
          turn.trace.step = 'confirm'
          await (data.typed === 'true' ? this.#saveSummary(dc, turn, data) : this.#saveForm(dc, turn, data))
          break
        case 'interest/change-cancel':
          turn.trace.step = 'cancel'
          await this.cancelled(dc, turn)
          break
        default:
          await this.say(dc, say.NOT_ALLOWED)
      }
      return Dialog.EndOfTurn
    })
  }

  protected override async typed({ actor }: Turn): Promise<Typed | undefined> {
    const draft = await this.deps.interests.draft(actor)
    if (draft?.purpose !== 'change') return undefined
    const found = await this.deps.interests.theOne(actor, draft.cohortId)
    if (found.kind !== 'one') return undefined
    const typed = { fields: { ...fieldsOf(found.interest), ...draft.fields }, cohortId: draft.cohortId, skipped: draft.skipped }
    const asked = draft.asking as Typed['asking'] | undefined
    return { ...typed, asking: asked && asked !== 'confirm' ? asked : nextAsking(typed) }
  }

  /** Only what differs is kept: what changes meanwhile elsewhere stays as it is there. */
  protected override async keep({ actor }: Turn, { fields, cohortId, skipped, asking }: Typed): Promise<void> {
    const found = await this.deps.interests.theOne(actor, cohortId)
    if (found.kind !== 'one') return
    const changes = changesOf(found.interest, fields)
    await this.deps.interests.keepDraft(actor, { purpose: 'change', fields: changes, cohortId, skipped, asking })
  }

  protected override async summary({ actor }: Turn, typed: Typed): Promise<Reply> {
    const found = await this.deps.interests.theOne(actor, typed.cohortId)
    if (found.kind !== 'one') return say.NONE_ON_RECORD
    return (await this.deps.replies()).changes(found.interest, changesOf(found.interest, typed.fields))
  }

  protected override async confirmed(dc: DialogContext, turn: Turn, typed: Typed): Promise<DialogTurnResult> {
    const done = await this.#change(dc, turn, await this.#draftChanges(turn), typed.cohortId, async (problem) => {
      await this.say(dc, { text: problem ?? say.NOT_SAVED_TYPED })
    })
    return done ? dc.endDialog() : Dialog.EndOfTurn
  }

  protected override async cancelled(dc: DialogContext, { actor }: Turn): Promise<void> {
    const draft = await this.deps.interests.draft(actor)
    if (draft?.purpose === 'change') await this.deps.interests.dropDraft(actor)
    await this.#over(dc)
    await this.say(dc, say.KEPT_AS_IT_WAS)
  }

  async #resume(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const typed = await this.typed(turn)
    if (!typed) {
      await this.say(dc, say.NOTHING_BEGUN)
      return dc.endDialog()
    }
    await this.ask(dc, turn, typed, await this.openForm())
    return Dialog.EndOfTurn
  }

  async #start(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const form = await this.openForm()
    const one = await this.#theOne(dc, turn, (await this.deps.replies()).cohortIn(turn.message))
    if (!one) return dc.endDialog()
    const step = stepOf({ fields: fieldsOf(one), cohortId: one.cohortId, asking: 'confirm', skipped: ['manager'] }, turn.message, form)
    turn.trace.slots = { ...step.slots }
    if (step.slots.cohort && Object.keys(step.slots).length === 1) {
      await this.say(dc, say.NOT_TO_ANOTHER_COHORT)
      return dc.endDialog()
    }
    const typed = { ...step.typed, cohortId: one.cohortId }
    await this.keep(turn, typed)
    if (step.kind === 'rejected-band') await this.say(dc, { text: say.notABand(step.band) })
    else if (Object.keys(step.slots).length > 0 || typed.asking !== 'confirm') await this.ask(dc, turn, typed, form)
    else {
      ;(stageOf(dc) as Stage).empty = true
      await this.#showForm(dc, turn, one.cohortId)
      await this.say(dc, say.WHAT_TO_CHANGE)
    }
    return Dialog.EndOfTurn
  }

  /** The one that is meant; else it is said why there is none. */
  async #theOne(dc: DialogContext, { actor }: Turn, cohortId?: string): Promise<Interest | undefined> {
    const found = await this.deps.interests.theOne(actor, cohortId)
    if (found.kind === 'one') return found.interest
    await this.say(dc, (await this.deps.replies()).notOne(found))
    return undefined
  }

  async #showForm(dc: DialogContext, turn: Turn, cohortId: string | undefined): Promise<void> {
    const one = await this.#theOne(dc, turn, cohortId)
    if (one) await this.say(dc, (await this.deps.replies()).changeForm(one, await this.#draftChanges(turn, one.cohortId)))
  }

  async #draftChanges({ actor }: Turn, cohortId?: string): Promise<Changes> {
    const draft = await this.deps.interests.draft(actor)
    return draft?.purpose === 'change' && (!cohortId || draft.cohortId === cohortId) ? draft.fields : {}
  }

  async #saveSummary(dc: DialogContext, turn: Turn, data: Readonly<Record<string, unknown>>): Promise<void> {
    const { cohortId } = readForm(data)
    const changes = await this.#draftChanges(turn, cohortId)
    if (Object.keys(changes).length > 0 && data.shows !== summaryKey({ fields: changes, cohortId })) {
      const typed = await this.typed(turn)
      if (typed) await this.ask(dc, turn, typed, await this.openForm())
      return
    }
    const done = await this.#change(dc, turn, changes, cohortId, async (problem) => {
      await this.say(dc, { text: problem ?? say.NOT_SAVED })
    })
    if (done) await this.#over(dc)
  }

  async #saveForm(dc: DialogContext, turn: Turn, data: Readonly<Record<string, unknown>>): Promise<void> {
    const { fields, cohortId } = readForm(data)
    const done = await this.#change(dc, turn, fields, cohortId, async (_, outcome) => {
      const problems = outcome?.kind === 'invalid' ? outcome.problems : undefined
      await this.say(dc, (await this.deps.replies()).changeForm({ cohortId }, fields, { problems, notSaved: !problems }))
    })
    if (done) await this.#over(dc)
  }

  /** Whether it came to an end, which is told; else `again` tells why not: the first problem, or none for an outage. */
  async #change(
    dc: DialogContext,
    turn: Turn,
    fields: Changes,
    cohortId: string | undefined,
    again: (problem?: string, outcome?: Changing) => Promise<void>,
  ): Promise<boolean> {
    const { interests } = this.deps
    const outcome = await this.attempt(() => interests.change(turn.actor, { fields, cohortId }, commandOf(turn)))
    if (!outcome || outcome.kind === 'invalid') {
      await again(outcome?.problems[0]?.message, outcome)
      return false
    }
    await this.attempt(async () => {
      if ((await interests.draft(turn.actor))?.purpose === 'change') await interests.dropDraft(turn.actor)
    })
    turn.memory.previous = { id: 'status' }
    await this.say(dc, (await this.deps.replies()).changing(outcome))
    return true
  }

  async #over(dc: DialogContext): Promise<void> {
    if (dc.stack.some(({ id }) => id === this.id)) await dc.cancelAllDialogs()
  }
}

const changesOf = (before: Interest, after: Changes): Changes =>
  Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as keyof InterestFields] !== value))
