import type { DialogContext } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import type { Problem } from '../interest/interestFields.ts'
import type { InterestService } from '../interest/interestService.ts'
import { readForm } from '../interest/readForm.ts'
import type { Turn } from '../turn.ts'
import { summaryKey } from './cards/summary.ts'
import { CHANGE } from './dialogIds.ts'
import { type Changes, draftChanges, dropChange } from './draftChanges.ts'
import type { InterestReplies } from './registerReplies.ts'
import * as say from './wording.ts'

export interface ChangeCardDialogDeps {
  interests: InterestService
  replies: () => Promise<InterestReplies>
}

type Data = Readonly<Record<string, unknown>>

/** The buttons of a change: the form of what is there, its Save and its Cancel, and Save on the summary. */
export class ChangeCardDialog extends AbilityDialog {
  readonly #deps: ChangeCardDialogDeps

  constructor(deps: ChangeCardDialogDeps) {
    super('change-card', 'interest/change', 'interest/change-save', 'interest/change-cancel')
    this.#deps = deps
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'register'
    turn.trace.step = 'correct'
    const done = await this.tryStore(async () => {
      await this.#pressed(dc, turn, verb, data)
      return true
    })
    if (!done) this.say(dc, say.NOT_NOW)
  }

  async #pressed(dc: DialogContext, turn: Turn, verb: string, data: Data): Promise<void> {
    switch (verb) {
      case 'interest/change':
        return this.#showForm(dc, turn, readForm(data).cohortId)
      case 'interest/change-save':
        turn.trace.step = 'confirm'
        return data.typed === 'true' ? this.#saveSummary(dc, turn, data) : this.#saveForm(dc, turn, data)
      case 'interest/change-cancel':
        turn.trace.step = 'cancel'
        await dropChange(this.#deps.interests, turn.actor)
        await this.#over(dc)
        this.say(dc, say.KEPT_AS_IT_WAS)
        return
      default:
        this.say(dc, say.NOT_ALLOWED)
    }
  }

  async #showForm(dc: DialogContext, { actor }: Turn, cohortId: string | undefined): Promise<void> {
    const { interests } = this.#deps
    const replies = await this.#deps.replies()
    const found = await interests.theOne(actor, cohortId)
    if (found.kind !== 'one') return void this.say(dc, replies.notOne(found))
    const changes = await draftChanges(interests, actor, found.interest.cohortId)
    this.say(dc, replies.changeForm(found.interest, changes))
  }

  /** Save on the summary: what it showed is saved, and nothing that was typed since. */
  async #saveSummary(dc: DialogContext, turn: Turn, data: Data): Promise<void> {
    const { interests } = this.#deps
    const { cohortId } = readForm(data)
    const fields = await draftChanges(interests, turn.actor, cohortId)
    const typed = Object.keys(fields).length > 0
    if (typed && data.shows !== summaryKey({ fields, cohortId })) {
      const found = await interests.theOne(turn.actor, cohortId)
      const replies = await this.#deps.replies()
      this.say(dc, found.kind === 'one' ? replies.changes(found.interest, fields) : replies.notOne(found))
      return
    }
    await this.#change(dc, turn, fields, cohortId, async (problems) => {
      this.say(dc, { text: problems ? (problems[0]?.message ?? say.NOT_UNDERSTOOD) : say.NOT_SAVED })
    })
  }

  /** Save on the form. What cannot be saved comes back as it was typed. */
  async #saveForm(dc: DialogContext, turn: Turn, data: Data): Promise<void> {
    const { fields, cohortId } = readForm(data)
    await this.#change(dc, turn, fields, cohortId, async (problems) => {
      const replies = await this.#deps.replies()
      this.say(dc, replies.changeForm({ cohortId }, fields, { problems, notSaved: !problems }))
    })
  }

  /** Changes it and tells so; else `again` tells why not: the problems, or none for an outage. */
  async #change(
    dc: DialogContext,
    turn: Turn,
    fields: Changes,
    cohortId: string | undefined,
    again: (problems: readonly Problem[] | undefined) => Promise<void>,
  ): Promise<void> {
    const { interests } = this.#deps
    const outcome = await this.tryStore(() => interests.change(turn.actor, { fields, cohortId }, commandOf(turn)))
    if (!outcome || outcome.kind === 'invalid') return again(outcome?.problems)
    await this.tryStore(() => dropChange(interests, turn.actor))
    await this.#over(dc)
    this.say(dc, (await this.#deps.replies()).changing(outcome))
  }

  async #over(dc: DialogContext): Promise<void> {
    if (dc.stack.some(({ id }) => id === CHANGE)) await dc.cancelAllDialogs()
  }
}
