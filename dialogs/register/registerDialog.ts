import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Part } from '../../knowledge/answering/decision.ts'
import { put } from '../../knowledge/answering/table.ts'
import { type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { ANSWERS, type AnswersOptions } from '../answers/answersDialog.ts'
import { commandOf } from '../interest/command.ts'
import { ANY_LATER_COHORT, type Interest } from '../interest/interest.ts'
import { fieldsOf, type Problem } from '../interest/interestFields.ts'
import type { FormData } from '../interest/readForm.ts'
import type { Reply } from '../reply.ts'
import { nothingToCancel } from '../rootReplies.ts'
import type { Turn } from '../turn.ts'
import { atOnce } from './atOnce.ts'
import { closedCohort } from './closedCohort.ts'
import { CHANGE, OFFER, REGISTER, type RegisterOptions, VERBS, WHETHER } from './dialogIds.ts'
import type { Data, FormDeps, Saved } from './formDialog.ts'
import { asksToRegister, asksWhether, introducesThemselves, isForSomebodyElse } from './introduction.ts'
import { tracedSlots } from './slots/slots.ts'
import { asksSomething, withSlots } from './typedForm.ts'
import { TypedFormDialog } from './typedFormDialog.ts'
import * as wording from './wording.ts'

/** Registering one's interest, by form and by typing. */
export class RegisterDialog extends TypedFormDialog {
  override readonly actions = ['register', 'resume']

  constructor(deps: FormDeps) {
    const resumePrompt = 'We were registering your interest.'
    super({ id: REGISTER, verbs: VERBS[REGISTER], purpose: 'register', resumePrompt, savedTopic: 'register' }, deps)
  }

  /** Staff who just say who they are; a cancel of what was kept from another time; who asks whether they may. */
  override async readings(turn: Turn, active?: string): Promise<AbilityReading[]> {
    const { whether } = this.deps
    const [part] = turn.decision?.parts ?? []
    if (whether && part?.outcome === 'action' && part.action === 'register' && asksWhether(turn.message))
      return [
        { of: 'fresh', on: whether.id, because: 'asks whether they may', evidence: 1, options: { action: WHETHER } },
      ]
    return plainlyFor(await this.#recognised(turn, active), 'asks to register')
  }

  async #recognised(turn: Turn, active?: string): Promise<'cancel' | 'register' | undefined> {
    const { message, decision, actor } = turn
    const [part, another] = decision?.parts ?? []
    if (another && decision?.parts.some(isRegister) && !asksSomething(message)) return 'register'
    if (part?.outcome === 'action')
      return part.action === 'cancel' && !active && (await this.deps.interests.draft(actor)) ? 'cancel' : undefined
    const unsure = part?.outcome === 'unknown' || part?.outcome === 'clarify'
    const introduced = actor.role === 'staff' && introducesThemselves(message, this.deps.vocabulary)
    return introduced || (unsure && asksToRegister(message)) ? 'register' : undefined
  }

  override beginDialog(dc: DialogContext, options: RegisterOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    if (options.action === WHETHER) return this.#answerWhether(dc, turn)
    turn.trace.action = 'register'
    return this.orStoreUnavailable(dc, () =>
      options.action === 'cancel' ? this.cancel(dc, turn) : this.#start(dc, turn, options),
    )
  }

  protected override async onButton(dc: DialogContext, turn: Turn, verb: string, data: Data): Promise<unknown> {
    switch (verb) {
      case 'interest/start':
        return this.#begin(dc, { cohortId: typeof data.cohortId === 'string' ? data.cohortId : undefined })
      case 'interest/notify-open':
        return this.#begin(dc, { cohortId: ANY_LATER_COHORT, tellMe: true })
      case 'interest/form': {
        const form = await this.load(turn)
        const replies = await this.deps.replies(turn)
        const { open } = await this.context()
        return this.say(dc, form ? replies.form({ purpose: 'register', ...form }, open) : wording.NOT_KEPT)
      }
      case 'interest/save':
        return this.saveButton(dc, turn, data)
      case 'interest/cancel':
        return this.cancel(dc, turn)
    }
  }

  protected override async save(turn: Turn, request: FormData): Promise<Saved> {
    const { noticeVersion } = this.deps
    const outcome = await this.deps.interests.register(turn.actor, { noticeVersion, ...request }, commandOf(turn))
    if (outcome.kind === 'invalid') return outcome
    return { reply: (await this.deps.replies(turn)).registration(outcome) }
  }

  /** What was filled in is kept, so that it can be completed by typing too. */
  protected override async formAgain(turn: Turn, request: FormData, problems?: readonly Problem[]): Promise<Reply> {
    const { fields, cohortId, noticeVersion } = request
    const form = { fields, cohortId, asking: 'confirm' as const, skipped: [] }
    await this.tryStore(() => this.keep(turn, form, noticeVersion))
    const replies = await this.deps.replies(turn)
    const open = (await this.tryStore(() => this.deps.cohorts.allOpen())) ?? replies.someCohorts(cohortId)
    return replies.form({ purpose: 'register', fields, cohortId }, open, { problems, notSaved: !problems })
  }

  protected override async startAgain(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    await this.deps.interests.dropDraft(turn.actor)
    this.say(dc, wording.STARTED_AGAIN)
    return dc.replaceDialog(this.id, { action: 'register' } satisfies RegisterOptions)
  }

  protected override async drop({ actor }: Turn): Promise<Reply> {
    return (await this.deps.interests.dropDraft(actor)) ? wording.NOTHING_KEPT : nothingToCancel('cancel')
  }

  /** What is published on who it is for; nothing is begun, and nothing filled in. */
  async #answerWhether(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { whether: entry } = this.deps
    if (!entry) return dc.endDialog()
    turn.trace.outcomes = []
    const part: Part = { outcome: 'answered', entry, text: turn.message, candidates: [{ id: entry.id, confidence: 1 }] }
    return dc.replaceDialog(ANSWERS, { parts: [part] } satisfies AnswersOptions)
  }

  async #begin(dc: DialogContext, options: RegisterOptions): Promise<DialogTurnResult> {
    await dc.cancelAllDialogs()
    return dc.beginDialog(this.id, { action: 'register', ...options })
  }

  async #start(dc: DialogContext, turn: Turn, options: RegisterOptions): Promise<DialogTurnResult> {
    const resuming = options.action === 'resume'
    const draft = await this.deps.interests.draft(turn.actor)
    if (resuming && draft?.purpose === 'change') return dc.replaceDialog(CHANGE, { action: 'resume' })
    if (resuming && !draft) {
      this.say(dc, wording.NOTHING_BEGUN)
      return dc.endDialog()
    }
    const before = draft?.purpose === 'register' ? draft : undefined
    turn.trace.step = resuming ? 'resume' : 'start'
    if (!resuming && isForSomebodyElse(turn.message)) {
      this.say(dc, wording.FOR_ONESELF)
      return dc.endDialog()
    }
    const replies = await this.deps.replies(turn)
    const closed = await closedCohort(this.deps.cohorts, turn.message, options.cohortId, replies.cohortIn)
    const context = await this.context()
    if (closed) {
      this.say(dc, replies.registration({ kind: 'cohort-closed', cohort: closed.cohort, open: [...context.open] }))
      return dc.replaceDialog(OFFER, { cohortId: ANY_LATER_COHORT, tellMe: true } satisfies RegisterOptions)
    }
    const dated = context.open.filter(({ id }) => id !== ANY_LATER_COHORT)
    const only = dated.length > 1 ? undefined : (dated[0]?.id ?? ANY_LATER_COHORT)
    const [email = ''] = await turn.emails()
    const other = await this.#otherInterest(turn, replies.counts)
    const { extracted, next } = atOnce(
      turn.message,
      withSlots(
        {
          fields: {
            name: turn.actor.name,
            email,
            ...(other && fieldsOf(other)),
            ...before?.fields,
            ...(options.tellMe && { tellMe: true }),
          },
          cohortId: options.cohortId ?? before?.cohortId ?? only,
          asking: 'confirm',
          skipped: before?.skipped ?? [],
        },
        turn.message,
        context,
      ),
    )
    const there = next.cohortId ? await this.deps.interests.findActive(turn.actor, next.cohortId) : undefined
    if (there?.kind === 'one') {
      turn.memory.table = put([{ kind: 'subject', id: 'status' }], { kind: 'ownInterest', cohortId: next.cohortId })
      this.say(dc, replies.already(there.interest, context.open))
      return dc.endDialog()
    }
    turn.trace.slots = tracedSlots(extracted.slots)
    await this.keep(turn, next)
    this.leave(turn, next, extracted)
    const gave = Object.keys(extracted.slots).length > 0
    if (next.asking === 'confirm' && (gave || before || other)) await this.ask(dc, turn, next, context)
    else {
      const [rejected] = extracted.rejected ?? []
      this.say(dc, replies.form({ purpose: 'register', ...next }, context.open))
      this.say(dc, rejected ? wording.notABand(rejected.band) : wording.begun(next, dated.length === 0))
    }
    return Dialog.EndOfTurn
  }

  /** The person's interest in another cohort, which gives most of this one. */
  async #otherInterest({ actor }: Turn, counts: (interest: Interest) => boolean): Promise<Interest | undefined> {
    const own = await this.deps.interests.status(actor)
    return own.kind === 'found' ? own.interests.find(counts) : undefined
  }
}

const isRegister = (part: Part): boolean => part.outcome === 'action' && part.action === 'register'
