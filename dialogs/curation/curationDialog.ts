import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { historyOf } from '../../knowledge/answering/table.ts'
import type { Entry } from '../../knowledge/content/knowledge.ts'
import { AbilityDialog, type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { may } from '../access.ts'
import type { Day } from '../clock.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import * as replies from './curationReplies.ts'
import type { CurationService } from './curationService.ts'

/** To the trace it is a part of HR's review. */
const TRACED = 'review'

/** What HR types for it. */
const ASKED: readonly [RegExp, string][] = [
  [/^\W*(please )?(withdraw|take down|pull) (this|that) answer\W*$/i, 'withdraw-answer'],
  [
    /^\W*(please )?(put (this|that) answer back|put back (this|that) answer|restore (this|that) answer)\W*$/i,
    'put-back',
  ],
  [/^\W*(show |list )?(the |all )?withdrawn answers\W*$/i, 'withdrawn-answers'],
]

interface CurationDialogOptions {
  service: CurationService
  entries: ReadonlyMap<string, Entry>
  day: Day
}

/** HR takes an answer out of use, or puts it back, from the chat in which it was seen. */
export class CurationDialog extends AbilityDialog {
  readonly #options: CurationDialogOptions

  constructor(options: CurationDialogOptions) {
    super('curation', 'curation/withdraw', 'curation/put-back', 'curation/list', 'curation/leave')
    this.#options = options
  }

  override async readings({ actor, message }: Turn): Promise<AbilityReading[]> {
    if (!may(actor, 'answers:withdraw')) return []
    return plainlyFor(ASKED.find(([way]) => way.test(message))?.[1], 'speaks of an answer to correct')
  }

  override async beginDialog(dc: DialogContext, options?: { action: string }): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = TRACED
    this.say(dc, (await this.tryStore(() => this.#asked(turn, options?.action))) ?? replies.notKnown())
    return dc.endDialog()
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes.push('action')
    turn.trace.action = TRACED
    this.say(dc, (await this.tryStore(() => this.#pressed(turn))) ?? replies.notKnown())
  }

  async #asked(turn: Turn, action: string | undefined): Promise<Reply> {
    const { actor, memory } = turn
    if (action === 'withdrawn-answers') return this.#list(turn)
    const entry = this.#options.entries.get(historyOf(memory.table)[0] ?? '')
    if (!entry) return replies.whichAnswer()
    if (action === 'withdraw-answer') return replies.withdrawReply(entry)
    return replies.curatedReply(await this.#options.service.putBack(actor, entry.id))
  }

  async #pressed(turn: Turn): Promise<Reply> {
    const { actor, submission } = turn
    const { service, entries } = this.#options
    const entryId = String(submission?.data.entryId ?? '')
    switch (submission?.verb) {
      case 'curation/withdraw': {
        const outcome = await service.withdraw(actor, entryId, String(submission.data.reason ?? ''))
        const entry = entries.get(entryId)
        return outcome.kind === 'no-reason' && entry
          ? replies.withdrawReply(entry, replies.SAY_WHY)
          : replies.curatedReply(outcome)
      }
      case 'curation/put-back':
        return replies.curatedReply(await service.putBack(actor, entryId))
      case 'curation/list':
        return this.#list(turn)
      default:
        return replies.leftAlone()
    }
  }

  async #list({ actor }: Turn): Promise<Reply> {
    const outcome = await this.#options.service.list(actor)
    return outcome.kind === 'forbidden'
      ? replies.curatedReply(outcome)
      : replies.withdrawnReply(outcome.withdrawn, this.#options.day)
  }
}
