import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { clear, put } from '../../knowledge/answering/table.ts'
import type { Entry } from '../../knowledge/content/knowledge.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { InterestDraft } from '../interest/interest.ts'
import type { Problem } from '../interest/interestFields.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { OpenCohorts } from '../interest/openCohorts.ts'
import { type FormData, readForm } from '../interest/readForm.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { summaryKey } from './cards/summary.ts'
import { keepForm, loadForm } from './formDraft.ts'
import type { RegisterReplies } from './registerReplies.ts'
import { type FormContext, type FormState, given } from './typedForm.ts'
import '../interest/interestFrames.ts'
import * as wording from './wording.ts'

export interface FormDeps {
  interests: InterestService
  cohorts: OpenCohorts
  vocabulary: FormContext['vocabulary']
  replies: (turn: Turn) => Promise<RegisterReplies>
  noticeVersion: string
  /** The entry that answers who asks whether they may, rather than to be registered. */
  whether?: Entry
}

export type Data = Readonly<Record<string, unknown>>

/** What is told of what was saved, or what kept it from being saved. */
export type Saved = { reply: Reply } | { problems: readonly Problem[] }

/** What tells one form from another. */
export interface FormKind {
  id: string
  verbs: readonly string[]
  purpose: InterestDraft['purpose']
  /** What stands before the question that is asked again, after something else was answered. */
  resumePrompt: string
  /** What the conversation is about once it is saved. */
  savedTopic: string
}

/** A form over a draft, for one purpose: what was typed or filled in is kept until it is saved or cancelled. */
export abstract class FormDialog extends AbilityDialog {
  protected readonly deps: FormDeps
  protected readonly kind: FormKind

  constructor(kind: FormKind, deps: FormDeps) {
    super(kind.id, ...kind.verbs)
    this.kind = kind
    this.deps = deps
  }

  protected abstract save(turn: Turn, request: FormData): Promise<Saved>
  /** The form on a card once more, when it could not be saved: with its problems, or with none after an outage. */
  protected abstract formAgain(turn: Turn, request: FormData, problems?: readonly Problem[]): Promise<Reply>
  /** Keeps nothing of what was typed; what is told of it. */
  protected abstract drop(turn: Turn): Promise<Reply>
  protected abstract onButton(dc: DialogContext, turn: Turn, verb: string, data: Data): Promise<unknown>

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    await this.orStoreUnavailable(dc, async () => {
      await this.onButton(dc, turn, verb, data)
      return Dialog.EndOfTurn
    })
  }

  /** The form as it was typed so far, if it is still kept. */
  protected load({ actor }: Turn, cohortId?: string): Promise<FormState | undefined> {
    return loadForm(this.deps.interests, actor, this.kind.purpose, cohortId)
  }

  protected keep({ actor }: Turn, form: FormState, noticeVersion = this.deps.noticeVersion): Promise<void> {
    return keepForm(this.deps.interests, actor, form, noticeVersion)
  }

  /** What was typed, to be checked before it is saved. */
  protected async summary(turn: Turn, form: FormState): Promise<Reply> {
    return (await this.deps.replies(turn)).summary(form)
  }

  protected async cancel(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    turn.trace.step = 'cancel'
    const reply = await this.drop(turn)
    turn.memory.table = put(clear(turn.memory.table, 'form'), { kind: 'ownInterest' })
    await this.#end(dc)
    this.say(dc, reply)
    return { status: 'cancelled' as DialogTurnResult['status'] }
  }

  /** Save on a card. Only the button of a summary, where there is nothing to fill in, sends `typed`. */
  protected saveButton(dc: DialogContext, turn: Turn, data: Data): Promise<void> {
    turn.trace.step = 'confirm'
    return data.typed === 'true' ? this.#saveSummary(dc, turn, data) : this.#saveForm(dc, turn, data)
  }

  /** A yes to the summary. The form is over once it is saved. */
  protected async confirm(dc: DialogContext, turn: Turn, form: FormState): Promise<DialogTurnResult> {
    const saved = await this.tryStore(() => this.save(turn, requestOf(form)))
    if (!saved || 'problems' in saved) {
      this.say(dc, saved ? wording.problem(saved.problems) : wording.NOT_SAVED_TYPED)
      return Dialog.EndOfTurn
    }
    this.#over(turn, form.cohortId)
    this.say(dc, saved.reply)
    return dc.endDialog()
  }

  /** What the work comes to; told plainly, and no further, when the store cannot answer. */
  protected async orStoreUnavailable(
    dc: DialogContext,
    work: () => Promise<DialogTurnResult>,
  ): Promise<DialogTurnResult> {
    const done = await this.tryStore(work)
    if (!done) this.say(dc, wording.NOT_NOW)
    return done ?? Dialog.EndOfTurn
  }

  /** Save on the summary: what it showed is saved, and nothing that was typed since. */
  async #saveSummary(dc: DialogContext, turn: Turn, data: Data): Promise<void> {
    const { cohortId } = readForm(data)
    const form = await this.load(turn, cohortId)
    if (form && data.shows !== summaryKey(requestOf(form))) return this.say(dc, await this.summary(turn, form))
    const saved = await this.tryStore(() => this.save(turn, form ? requestOf(form) : { fields: {}, cohortId }))
    if (saved && 'reply' in saved) return this.#saved(dc, saved.reply, cohortId)
    this.say(dc, saved ? (form ? wording.problem(saved.problems) : wording.NOT_KEPT) : wording.NOT_SAVED)
  }

  /** Save on the form. What cannot be saved comes back as it was typed. */
  async #saveForm(dc: DialogContext, turn: Turn, data: Data): Promise<void> {
    const request = readForm(data)
    const saved = await this.tryStore(() => this.save(turn, request))
    if (saved && 'reply' in saved) return this.#saved(dc, saved.reply, request.cohortId)
    this.say(dc, await this.formAgain(turn, request, saved?.problems))
  }

  async #saved(dc: DialogContext, reply: Reply, cohortId: string | undefined): Promise<void> {
    this.#over(turnOf(dc.context), cohortId)
    await this.#end(dc)
    this.say(dc, reply)
  }

  /** What the conversation is about once a form is saved: the interest. */
  #over({ memory }: Turn, cohortId: string | undefined): void {
    memory.table = put([{ kind: 'subject', id: this.kind.savedTopic }], {
      kind: 'ownInterest',
      ...(cohortId && { cohortId }),
    })
  }

  /** A form of this dialog is over; what else was begun goes on. */
  async #end(dc: DialogContext): Promise<void> {
    if (dc.stack.some(({ id }) => id === this.id)) await dc.cancelAllDialogs()
  }
}

const requestOf = (form: FormState): FormData => ({ fields: given(form), cohortId: form.cohortId })
