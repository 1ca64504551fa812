import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { CohortChoice, OpenCohorts } from '../cohorts/openCohorts.ts'
import type { Conversing } from '../rootDialog.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import type { Turn } from '../turn.ts'
import { readForm } from './cards/readForm.ts'
import { ANY_LATER_COHORT, type Command, type Interest } from './interest.ts'
import { fieldsOf, type Problem } from './interestFields.ts'
import * as say from './interestReplies.ts'
import type { Changing, InterestService, Registration, Withdrawal } from './interestService.ts'
import { readReply } from './slots/reply.ts'
import { type FormContext, isForForm, nextAsking, type Step, stepOf, type Typed, withSlots } from './typedForm.ts'

export const INTEREST = 'interest'

/** Where the conversation about an interest stands; none of it is anybody's words. */
interface Stage {
  stage: 'form' | 'withdraw'
  /** Whether something else was answered since the last question. */
  interrupted?: boolean
}

interface BeginOptions {
  action?: string
  /** The cohort that was chosen on a card. */
  cohortId?: string
  /** Whether to be told was chosen on a card. */
  tellMe?: boolean
}

export interface InterestDialogDeps {
  interests: InterestService
  cohorts: OpenCohorts
  vocabulary: FormContext['vocabulary']
  replies: say.InterestReplies
  noticeVersion: string
}

/** Registering, seeing, changing and withdrawing one's own interest, by form and by typing. */
export class InterestDialog extends AbilityDialog implements Conversing {
  override readonly actions = ['register', 'status', 'withdraw', 'resume']
  readonly #deps: InterestDialogDeps

  constructor(deps: InterestDialogDeps) {
    super(INTEREST, 'interest/')
    this.#deps = deps
  }

  override async beginDialog(dc: DialogContext, options?: BeginOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    switch (options?.action) {
      case 'status':
        await this.#status(dc, turn)
        return dc.endDialog()
      case 'withdraw':
        return this.#askToWithdraw(dc, turn)
      case 'resume':
        turn.trace.action = 'register'
        return this.#start(dc, turn, 'resume')
      default:
        return this.#start(dc, turn, 'start', options)
    }
  }

  /** A message in the middle of something else's turn: the form's own, or to be answered first. */
  async takes(dc: DialogContext): Promise<boolean> {
    const turn = turnOf(dc.context)
    if (readReply(turn.message)) return true
    if (stageOf(dc).stage === 'withdraw') return false
    const [part, other] = turn.decision?.parts ?? []
    if (other) return false
    if (part?.outcome === 'action' && ['register', 'cancel', 'resume'].includes(part.action)) return true
    const typed = await this.#typed(turn)
    return typed !== undefined && isForForm(typed, turn.message, await this.#context())
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    if (stageOf(dc).stage === 'withdraw') return this.#withdrawAnswer(dc, turn)
    turn.trace.action = 'register'
    const typed = await this.#typed(turn)
    if (!typed) {
      await dc.endDialog()
      return dc.beginDialog(this.id, { action: 'register' })
    }
    const [part] = turn.decision?.parts ?? []
    const action = part?.outcome === 'action' ? part.action : undefined
    const context = await this.#context()
    const step = stepOf(typed, turn.message, context)
    if (step.kind === 'not-understood' && action === 'cancel')
      return this.#step(dc, turn, { ...step, kind: 'cancel' }, context)
    if (step.kind === 'not-understood' && (action === 'register' || action === 'resume')) {
      turn.trace.step = 'resume'
      await this.#ask(dc, turn, typed, context)
      return Dialog.EndOfTurn
    }
    return this.#step(dc, turn, step, context)
  }

  /** What was asked in the middle is answered: back to the form, but not on the heels of a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    stageOf(dc).interrupted = true
    if (turn.trace.outcomes.includes('signpost') || stageOf(dc).stage === 'withdraw') return Dialog.EndOfTurn
    const typed = await this.#typed(turn)
    if (typed) await this.say(dc, { text: `We were registering your interest. ${say.questionFor(typed.asking)}` })
    return Dialog.EndOfTurn
  }

  override async submitted(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    const cohortId = typeof data.cohortId === 'string' ? data.cohortId : undefined
    turn.trace.outcomes = ['action']
    turn.trace.action = verb.startsWith('interest/withdraw') ? 'withdraw' : 'register'
    switch (verb) {
      case 'interest/start':
        await this.#restart(dc, cohortId)
        return
      case 'interest/notify-open':
        await this.#restart(dc, ANY_LATER_COHORT, true)
        return
      case 'interest/save':
        return this.#save(dc, turn, data)
      case 'interest/change':
        return this.#changeForm(dc, turn, cohortId, data.draft === 'true')
      case 'interest/withdraw':
        return this.#withdrawCard(dc, turn, cohortId)
      case 'interest/withdraw-confirm': {
        turn.trace.step = 'confirm'
        const reason = typeof data.reason === 'string' ? data.reason.slice(0, 200) : undefined
        return this.#withdraw(dc, turn, cohortId, reason)
      }
      case 'interest/cancel':
        turn.trace.step = 'cancel'
        await this.#cancel(dc, turn)
        return
      default:
        await this.say(dc, say.NOT_ALLOWED)
    }
  }

  async #context(): Promise<FormContext & { open: readonly CohortChoice[] }> {
    return { vocabulary: this.#deps.vocabulary, open: await this.#deps.cohorts.allOpen(), later: ANY_LATER_COHORT }
  }

  /** What was typed so far, if it is still kept. */
  async #typed({ actor }: Turn): Promise<Typed | undefined> {
    const draft = await this.#deps.interests.draft(actor)
    return draft?.purpose === 'register'
      ? { fields: draft.fields, cohortId: draft.cohortId, asking: nextAsking(draft), skipped: draft.skipped }
      : undefined
  }

  async #restart(dc: DialogContext, cohortId?: string, tellMe = false): Promise<void> {
    await dc.cancelAllDialogs()
    await dc.beginDialog(this.id, { action: 'register', cohortId, tellMe })
  }

  async #start(
    dc: DialogContext,
    turn: Turn,
    step: string,
    { cohortId, tellMe }: BeginOptions = {},
  ): Promise<DialogTurnResult> {
    const context = await this.#context()
    const before = await this.#typed(turn)
    if (step === 'resume' && !before) {
      await this.say(dc, {
        text: 'We were not in the middle of anything. You can register your interest, or ask me a question.',
      })
      return dc.endDialog()
    }
    const dated = context.open.filter(({ id }) => id !== ANY_LATER_COHORT)
    const [email = ''] = await turn.emails()
    const blank: Typed = {
      fields: { name: turn.actor.name, email, ...before?.fields, ...(tellMe && { tellMe }) },
      cohortId: cohortId ?? before?.cohortId ?? (dated.length === 1 ? dated[0]?.id : undefined),
      asking: 'confirm',
      skipped: before?.skipped ?? [],
    }
    const { extracted, next } = withSlots(blank, turn.message, context)
    const own = await this.#deps.interests.status(turn.actor)
    const there =
      own.kind === 'found' && own.interests.find((one) => one.cohortId === next.cohortId && one.status !== 'withdrawn')
    if (there) {
      await this.say(dc, this.#deps.replies.already(there))
      return dc.endDialog()
    }
    turn.trace.step = step
    turn.trace.slots = { ...extracted.slots }
    dc.activeDialog && Object.assign(dc.activeDialog.state as Stage, { stage: 'form' } satisfies Stage)
    await this.#keep(turn, next)
    const [rejected] = extracted.rejected ?? []
    const gave = Object.keys(extracted.slots).length > 0
    if (next.asking === 'confirm' && (gave || step === 'resume')) await this.#ask(dc, turn, next, context)
    else {
      await this.say(dc, this.#deps.replies.form({ draft: { purpose: 'register', ...next }, cohorts: context.open }))
      await this.say(dc, {
        text: rejected
          ? say.notABand(rejected.band)
          : `Fill in the form, or just type. ${say.questionFor(next.asking)}`,
      })
    }
    return Dialog.EndOfTurn
  }

  async #keep({ actor }: Turn, { fields, cohortId, skipped, asking }: Typed): Promise<void> {
    const { noticeVersion } = this.#deps
    await this.#deps.interests.keepDraft(actor, {
      purpose: 'register',
      fields,
      cohortId,
      skipped,
      asking,
      noticeVersion,
    })
  }

  /** The summary when all is there, else the next question. */
  async #ask(dc: DialogContext, _turn: Turn, typed: Typed, { open }: { open: readonly CohortChoice[] }): Promise<void> {
    if (typed.asking !== 'confirm')
      await this.say(dc, { text: say.questionFor(typed.asking), suggestions: suggestionsFor(typed, open) })
    else
      await this.say(dc, {
        ...this.#deps.replies.summary({ draft: { purpose: 'register', ...typed } }, open),
        suggestions: ['Yes', 'Cancel'],
      })
  }

  async #step(
    dc: DialogContext,
    turn: Turn,
    step: Step,
    context: FormContext & { open: readonly CohortChoice[] },
  ): Promise<DialogTurnResult> {
    const stage = stageOf(dc)
    turn.trace.slots = { ...step.slots }
    turn.trace.step = stage.interrupted && step.kind === 'provide' ? 'resume' : traceStep(step)
    stage.interrupted = false
    if (step.kind === 'cancel') {
      await this.#cancel(dc, turn)
      return { status: 'cancelled' as DialogTurnResult['status'] }
    }
    await this.#keep(turn, step.typed)
    switch (step.kind) {
      case 'provide':
      case 'correct':
        await this.#ask(dc, turn, step.typed, context)
        break
      case 'rejected-band':
        await this.say(dc, { text: say.notABand(step.band) })
        break
      case 'skip':
        if (step.needed) await this.say(dc, { text: say.needed(step.typed.asking) })
        else await this.#ask(dc, turn, step.typed, context)
        break
      case 'change-which':
        await this.say(dc, say.WHAT_TO_CHANGE)
        break
      case 'not-understood':
        await this.say(dc, { text: `${say.NOT_UNDERSTOOD} ${say.questionFor(step.typed.asking)}` })
        break
      case 'confirm':
        return this.#saveTyped(dc, turn, step.typed)
    }
    return Dialog.EndOfTurn
  }

  async #saveTyped(dc: DialogContext, turn: Turn, typed: Typed): Promise<DialogTurnResult> {
    const outcome = await this.#attempt(() =>
      this.#deps.interests.register(turn.actor, { ...typed, noticeVersion: this.#deps.noticeVersion }, commandOf(turn)),
    )
    if (!outcome) {
      await this.say(dc, { text: say.NOT_SAVED.replace('press Save', 'say yes') })
      return Dialog.EndOfTurn
    }
    if (outcome.kind === 'invalid') {
      const [first] = outcome.problems
      await this.say(dc, { text: first?.message ?? say.NOT_UNDERSTOOD })
      return Dialog.EndOfTurn
    }
    turn.memory.previous = { id: 'register' }
    await this.say(dc, this.#deps.replies.registration(outcome))
    return dc.endDialog()
  }

  /** Save on the form, or on the summary of what was typed. */
  async #save(dc: DialogContext, turn: Turn, data: Readonly<Record<string, unknown>>): Promise<void> {
    turn.trace.step = 'confirm'
    const form = readForm(data)
    const kept = data.typed === 'true' ? await this.#typed(turn) : undefined
    const fields = kept?.fields ?? form.fields
    const request = {
      fields,
      cohortId: form.cohortId ?? kept?.cohortId,
      noticeVersion: form.noticeVersion ?? this.#deps.noticeVersion,
    }
    const outcome = await this.#attempt<Registration | Changing>(() =>
      form.purpose === 'change'
        ? this.#deps.interests.change(turn.actor, request, commandOf(turn))
        : this.#deps.interests.register(turn.actor, request, commandOf(turn)),
    )
    const again = async (problems?: readonly Problem[]) =>
      this.say(
        dc,
        this.#deps.replies.form({
          draft: { ...request, purpose: form.purpose },
          cohorts: await this.#deps.cohorts.allOpen().catch(() => []),
          problems,
        }),
      )
    if (!outcome) {
      await again()
      await this.say(dc, { text: say.NOT_SAVED })
      return
    }
    if (outcome.kind === 'invalid') return void (await again(outcome.problems))
    await dc.cancelAllDialogs()
    switch (outcome.kind) {
      case 'changed':
        return void (await this.say(dc, this.#deps.replies.receipt(outcome.interest, true)))
      case 'unchanged':
        return void (await this.say(dc, say.NOTHING_CHANGED))
      case 'registered':
      case 'already-registered':
      case 'cohort-closed':
        return void (await this.say(dc, this.#deps.replies.registration(outcome)))
      default:
        return void (await this.#refused(dc, outcome))
    }
  }

  async #status(dc: DialogContext, turn: Turn): Promise<void> {
    turn.memory.previous = { id: 'status' }
    const own = await this.#deps.interests.status(turn.actor)
    if (own.kind === 'forbidden') await this.say(dc, say.NOT_ALLOWED)
    else await this.say(dc, this.#deps.replies.status(own.kind === 'found' ? own.interests : []))
  }

  async #changeForm(dc: DialogContext, turn: Turn, cohortId: string | undefined, ofDraft: boolean): Promise<void> {
    const cohorts = await this.#deps.cohorts.allOpen()
    const typed = ofDraft ? await this.#typed(turn) : undefined
    if (typed)
      return void (await this.say(dc, this.#deps.replies.form({ draft: { purpose: 'register', ...typed }, cohorts })))
    const one = await this.#ownOne(dc, turn, cohortId)
    if (one)
      await this.say(
        dc,
        this.#deps.replies.form({
          draft: { purpose: 'change', fields: fieldsOf(one), cohortId: one.cohortId },
          cohorts,
        }),
      )
  }

  /** The only interest that still counts, or the one of the cohort; else it is said why there is none. */
  async #ownOne(dc: DialogContext, turn: Turn, cohortId?: string): Promise<Interest | undefined> {
    const own = await this.#deps.interests.status(turn.actor)
    const active = own.kind === 'found' ? own.interests.filter(({ status }) => status !== 'withdrawn') : []
    const [one, other] = cohortId ? active.filter((interest) => interest.cohortId === cohortId) : active
    if (one && !other) return one
    await this.say(dc, one ? this.#deps.replies.status(active) : say.NONE_ON_RECORD)
    return undefined
  }

  async #askToWithdraw(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const one = await this.#ownOne(dc, turn)
    if (!one) return dc.endDialog()
    dc.activeDialog && Object.assign(dc.activeDialog.state as Stage, { stage: 'withdraw' } satisfies Stage)
    await this.say(dc, { ...this.#deps.replies.withdrawConfirm(one), suggestions: ['Yes', 'No'] })
    return Dialog.EndOfTurn
  }

  async #withdrawCard(dc: DialogContext, turn: Turn, cohortId?: string): Promise<void> {
    const one = await this.#ownOne(dc, turn, cohortId)
    if (one) await this.say(dc, this.#deps.replies.withdrawConfirm(one))
  }

  async #withdrawAnswer(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    turn.trace.action = 'withdraw'
    const reply = readReply(turn.message)
    turn.trace.step = reply === 'yes' || reply === 'done' ? 'confirm' : 'cancel'
    if (turn.trace.step === 'confirm') await this.#withdraw(dc, turn)
    else await this.say(dc, say.KEPT_AS_IT_WAS)
    return dc.endDialog()
  }

  async #withdraw(dc: DialogContext, turn: Turn, cohortId?: string, reason?: string): Promise<void> {
    const outcome = await this.#attempt(() =>
      this.#deps.interests.withdraw(turn.actor, { cohortId, reason }, commandOf(turn)),
    )
    if (!outcome)
      return void (await this.say(dc, {
        text: '**I could not do that just now.** Your interest stays as it is. Please try again in a minute.',
      }))
    if (outcome.kind === 'withdrawn' || outcome.kind === 'already-withdrawn')
      return void (await this.say(dc, this.#deps.replies.withdrawn(outcome.interest)))
    await this.#refused(dc, outcome)
  }

  async #refused(
    dc: DialogContext,
    outcome: Exclude<Changing | Withdrawal, { kind: 'changed' | 'unchanged' | 'invalid' | 'already-withdrawn' }>,
  ): Promise<void> {
    switch (outcome.kind) {
      case 'none':
        return void (await this.say(dc, say.NONE_ON_RECORD))
      case 'which':
        return void (await this.say(dc, this.#deps.replies.status(outcome.interests)))
      case 'withdrawn':
        return void (await this.say(dc, this.#deps.replies.withdrawn(outcome.interest)))
      case 'conflict':
        return void (await this.say(dc, say.CONFLICT))
      case 'forbidden':
        return void (await this.say(dc, say.NOT_ALLOWED))
    }
  }

  async #cancel(dc: DialogContext, turn: Turn): Promise<void> {
    const kept = await this.#deps.interests.dropDraft(turn.actor)
    await dc.cancelAllDialogs()
    await this.say(dc, kept ? say.NOTHING_KEPT : say.KEPT_AS_IT_WAS)
  }

  /** Undefined when the store could not take it: then nothing is lost, and it is told plainly. */
  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined
      throw error
    }
  }
}

const stageOf = (dc: DialogContext): Stage => (dc.activeDialog?.state as Stage | undefined) ?? { stage: 'form' }

/** The activity that a change is stored with: the same one, sent again, gets its first outcome. */
export const commandOf = ({ conversation, activityId }: Turn): Command => ({
  conversationId: conversation.id,
  activityId,
})

const traceStep = ({ kind }: Step): string => {
  switch (kind) {
    case 'rejected-band':
    case 'not-understood':
      return 'provide'
    case 'change-which':
      return 'correct'
    default:
      return kind
  }
}

const suggestionsFor = ({ asking }: Typed, open: readonly CohortChoice[]): string[] => {
  if (asking === 'band') return ['Band 2', 'Band 3', 'Band 4']
  return asking === 'cohort' ? open.map(({ name }) => name).slice(0, 3) : []
}
