import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { rememberTopic } from '../../knowledge/answering/decision.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import type { Problem } from '../interest/interestFields.ts'
import type { InterestService, RegisterRequest } from '../interest/interestService.ts'
import type { OpenCohorts } from '../interest/openCohorts.ts'
import { readForm } from '../interest/readForm.ts'
import type { Turn } from '../turn.ts'
import { summaryKey } from './cards/summary.ts'
import { REGISTER } from './dialogIds.ts'
import { keepTyped, typedDraft } from './registerDraft.ts'
import type { InterestReplies } from './registerReplies.ts'
import * as say from './wording.ts'

export interface FormCardDialogDeps {
  interests: InterestService
  cohorts: OpenCohorts
  replies: () => Promise<InterestReplies>
  noticeVersion: string
}

type Data = Readonly<Record<string, unknown>>

/** Save on the form, and on the summary of what was typed. */
export class FormCardDialog extends AbilityDialog {
  readonly #deps: FormCardDialogDeps

  constructor(deps: FormCardDialogDeps) {
    super('interest-form', 'interest/save', 'interest/form')
    this.#deps = deps
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    const done = await this.tryStore(async () => {
      if (verb === 'interest/form') return this.#showForm(dc, turn)
      turn.trace.step = 'confirm'
      const saved =
        data.typed === 'true' ? await this.#saveSummary(dc, turn, data) : await this.#saveForm(dc, turn, data)
      if (saved && dc.stack.some(({ id }) => id === REGISTER)) await dc.cancelAllDialogs()
      return Dialog.EndOfTurn
    })
    if (!done) this.say(dc, say.NOT_NOW)
  }

  /** The form with what was typed so far. */
  async #showForm(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { interests, cohorts } = this.#deps
    const replies = await this.#deps.replies()
    const typed = await typedDraft(interests, turn.actor)
    const draft = { purpose: 'register' as const, ...typed, fields: typed?.fields ?? {} }
    this.say(dc, typed ? replies.form({ draft, cohorts: await cohorts.allOpen() }) : say.NOT_KEPT)
    return Dialog.EndOfTurn
  }

  /** Save on the summary: what it showed is saved, and nothing that was typed since. */
  async #saveSummary(dc: DialogContext, turn: Turn, data: Data): Promise<boolean> {
    const { interests, noticeVersion } = this.#deps
    const typed = await typedDraft(interests, turn.actor)
    if (typed && data.shows !== summaryKey(typed)) {
      this.say(dc, (await this.#deps.replies()).summary({ draft: { purpose: 'register', ...typed } }))
      return false
    }
    const request = { cohortId: readForm(data).cohortId, fields: {}, ...typed, noticeVersion }
    return this.#register(dc, turn, request, async (problems) => {
      if (!problems) this.say(dc, { text: say.NOT_SAVED })
      else this.say(dc, typed ? { text: problems[0]?.message ?? say.NOT_UNDERSTOOD } : say.NOT_KEPT)
    })
  }

  /** Save on the form. What cannot be saved comes back as it was typed, and is kept for a day. */
  async #saveForm(dc: DialogContext, turn: Turn, data: Data): Promise<boolean> {
    const { interests } = this.#deps
    const { fields, cohortId, noticeVersion = this.#deps.noticeVersion } = readForm(data)
    return this.#register(dc, turn, { fields, cohortId, noticeVersion }, async (problems) => {
      const typed = { fields, cohortId, asking: 'confirm' as const, skipped: [] }
      await this.tryStore(() => keepTyped(interests, turn.actor, noticeVersion, typed))
      const replies = await this.#deps.replies()
      const cohorts = (await this.tryStore(() => this.#deps.cohorts.allOpen())) ?? replies.someCohorts(cohortId)
      const draft = { purpose: 'register' as const, fields, cohortId }
      this.say(dc, replies.form({ draft, cohorts, problems, notSaved: !problems }))
    })
  }

  /** Whether it came to an end, which is told; else `again` tells why not: the problems, or none for an outage. */
  async #register(
    dc: DialogContext,
    turn: Turn,
    request: RegisterRequest,
    again: (problems: readonly Problem[] | undefined) => Promise<void>,
  ): Promise<boolean> {
    const outcome = await this.tryStore(() => this.#deps.interests.register(turn.actor, request, commandOf(turn)))
    if (!outcome || outcome.kind === 'invalid') {
      await again(outcome?.problems)
      return false
    }
    turn.memory.previous = rememberTopic(turn.memory.previous, 'register')
    this.say(dc, (await this.#deps.replies()).registration(outcome))
    return true
  }
}
