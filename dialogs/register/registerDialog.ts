import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import { ANY_LATER_COHORT } from '../interest/interest.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { readCohort } from '../reading/preferences.ts'
import type { Reply } from '../reply.ts'
import { nothingToCancel } from '../rootReplies.ts'
import type { Turn } from '../turn.ts'
import { CHANGE, OFFER, REGISTER, type RegisterOptions } from './dialogIds.ts'
import { asksToRegister, introducesThemselves, isForSomebodyElse } from './introduction.ts'
import { keepTyped, typedDraft } from './registerDraft.ts'
import { tracedSlots } from './slots/slots.ts'
import { cohortIn, type Typed, withSlots } from './typedForm.ts'
import { type TypedFormDeps, TypedFormDialog } from './typedFormDialog.ts'
import * as say from './wording.ts'

export interface RegisterDialogDeps extends TypedFormDeps {
  noticeVersion: string
  /** All cohorts there are, so that a closed one is known by its name. */
  allCohorts: () => Promise<readonly CohortChoice[]>
}

/** Registering one's interest, by form and by typing. */
export class RegisterDialog extends TypedFormDialog {
  override readonly actions = ['register', 'resume']
  protected override readonly doing = 'We were registering your interest.'
  readonly #deps: RegisterDialogDeps

  constructor(deps: RegisterDialogDeps) {
    super(REGISTER, deps, 'interest/start', 'interest/notify-open', 'interest/cancel')
    this.#deps = deps
  }

  /** Staff who just say who they are; a cancel of what was kept from another time. */
  override async recognises(turn: Turn, active?: string): Promise<{ action: string } | undefined> {
    const { message, decision, actor } = turn
    const [part] = decision?.parts ?? []
    if (part?.outcome === 'action')
      return part.action === 'cancel' && !active && (await this.#deps.interests.draft(actor))
        ? { action: 'cancel' }
        : undefined
    const unsure = part?.outcome === 'unknown' || part?.outcome === 'clarify'
    const introduced = actor.role === 'staff' && introducesThemselves(message, this.#deps.vocabulary)
    return introduced || (unsure && asksToRegister(message)) ? { action: 'register' } : undefined
  }

  override beginDialog(dc: DialogContext, options: RegisterOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = 'register'
    return this.orStoreUnavailable(dc, async () => {
      if (options.action !== 'cancel') return this.#start(dc, turn, options)
      turn.trace.step = 'cancel'
      await this.cancelled(dc, turn)
      return Dialog.EndOfTurn
    })
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    const press = async (): Promise<DialogTurnResult> => {
      switch (verb) {
        case 'interest/start':
          return this.#begun(dc, { cohortId: typeof data.cohortId === 'string' ? data.cohortId : undefined })
        case 'interest/notify-open':
          return this.#begun(dc, { cohortId: ANY_LATER_COHORT, tellMe: true })
        case 'interest/cancel':
          turn.trace.step = 'cancel'
          await this.cancelled(dc, turn)
          return Dialog.EndOfTurn
        default:
          this.say(dc, say.NOT_ALLOWED)
          return Dialog.EndOfTurn
      }
    }
    await this.orStoreUnavailable(dc, press)
  }

  protected override typed({ actor }: Turn): Promise<Typed | undefined> {
    return typedDraft(this.#deps.interests, actor)
  }

  protected override keep({ actor }: Turn, typed: Typed): Promise<void> {
    return keepTyped(this.#deps.interests, actor, this.#deps.noticeVersion, typed)
  }

  protected override async summary(_turn: Turn, typed: Typed): Promise<Reply> {
    return (await this.#deps.replies()).summary({ draft: { purpose: 'register', ...typed } })
  }

  protected override async confirmed(dc: DialogContext, turn: Turn, typed: Typed): Promise<DialogTurnResult> {
    const request = { ...typed, noticeVersion: this.#deps.noticeVersion }
    const outcome = await this.tryStore(() => this.#deps.interests.register(turn.actor, request, commandOf(turn)))
    if (!outcome || outcome.kind === 'invalid') {
      this.say(dc, { text: outcome ? (outcome.problems[0]?.message ?? say.NOT_UNDERSTOOD) : say.NOT_SAVED_TYPED })
      return Dialog.EndOfTurn
    }
    turn.memory.previous = { id: 'register' }
    this.say(dc, (await this.#deps.replies()).registration(outcome))
    return dc.endDialog()
  }

  protected override async cancelled(dc: DialogContext, turn: Turn): Promise<void> {
    const kept = await this.#deps.interests.dropDraft(turn.actor)
    await this.#over(dc)
    this.say(dc, kept ? say.NOTHING_KEPT : nothingToCancel('cancel'))
  }

  async #begun(dc: DialogContext, options: RegisterOptions): Promise<DialogTurnResult> {
    await dc.cancelAllDialogs()
    return dc.beginDialog(this.id, { action: 'register', ...options })
  }

  /** A form or an offer of this dialog is over; what else was begun goes on. */
  async #over(dc: DialogContext): Promise<void> {
    if (dc.stack.some(({ id }) => id === this.id)) await dc.cancelAllDialogs()
  }

  async #start(dc: DialogContext, turn: Turn, options: RegisterOptions): Promise<DialogTurnResult> {
    const resuming = options.action === 'resume'
    const draft = await this.#deps.interests.draft(turn.actor)
    if (resuming && draft?.purpose === 'change') return dc.replaceDialog(CHANGE, { action: 'resume' })
    if (resuming && !draft) {
      this.say(dc, say.NOTHING_BEGUN)
      return dc.endDialog()
    }
    const before = draft?.purpose === 'register' ? draft : undefined
    turn.trace.step = resuming ? 'resume' : 'start'
    if (!resuming && isForSomebodyElse(turn.message)) {
      this.say(dc, say.FOR_ONESELF)
      return dc.endDialog()
    }
    const closed = await this.#closed(turn, options.cohortId)
    if (closed) return this.#offerAnother(dc, closed)
    const form = await this.openForm()
    const dated = form.open.filter(({ id }) => id !== ANY_LATER_COHORT)
    const [email = ''] = await turn.emails()
    const { extracted, next } = withSlots(
      {
        fields: { name: turn.actor.name, email, ...before?.fields, ...(options.tellMe && { tellMe: true }) },
        cohortId:
          options.cohortId ?? before?.cohortId ?? (dated.length > 1 ? undefined : (dated[0]?.id ?? ANY_LATER_COHORT)),
        asking: 'confirm',
        skipped: before?.skipped ?? [],
      },
      turn.message,
      form,
    )
    const there = next.cohortId ? await this.#deps.interests.theOne(turn.actor, next.cohortId) : undefined
    if (there?.kind === 'one') {
      turn.memory.previous = { id: 'status' }
      this.say(dc, (await this.#deps.replies()).already(there.interest, form.open))
      return dc.endDialog()
    }
    turn.trace.slots = tracedSlots(extracted.slots)
    await this.keep(turn, next)
    const gave = Object.keys(extracted.slots).length > 0
    if (next.asking === 'confirm' && (gave || before)) await this.ask(dc, turn, next, form)
    else {
      const [rejected] = extracted.rejected ?? []
      this.say(dc, (await this.#deps.replies()).form({ draft: { purpose: 'register', ...next }, cohorts: form.open }))
      this.say(dc, rejected ? { text: say.notABand(rejected.band) } : say.begun(next, dated.length === 0))
    }
    return Dialog.EndOfTurn
  }

  /** The cohort that was chosen or named, when it takes no interest now; none in it when there is none such. */
  async #closed({ message }: Turn, chosen: string | undefined): Promise<{ cohort?: CohortChoice } | undefined> {
    const named = chosen ? undefined : readCohort(message, false, ANY_LATER_COHORT)
    if (named === ANY_LATER_COHORT) return undefined
    const id = chosen ?? cohortIn(message, await this.#deps.allCohorts())
    if (id === ANY_LATER_COHORT || (!id && !named)) return undefined
    const found = id ? await this.#deps.cohorts.find(id) : undefined
    return found?.open ? undefined : { cohort: found?.choice }
  }

  async #offerAnother(dc: DialogContext, { cohort }: { cohort?: CohortChoice }): Promise<DialogTurnResult> {
    const open = await this.#deps.cohorts.allOpen()
    this.say(dc, (await this.#deps.replies()).registration({ kind: 'cohort-closed', cohort, open }))
    return dc.replaceDialog(OFFER, { cohortId: ANY_LATER_COHORT, tellMe: true } satisfies RegisterOptions)
  }
}
