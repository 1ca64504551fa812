import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { Clock } from '../clock.ts'
import { personalChatOnly } from '../rootReplies.ts'
import type { Turn } from '../turn.ts'
import { reviewClaim } from './asking/claim.ts'
import { linkReply } from './cards/exportCards.ts'
import { leftReply, problemReply, unusableReply } from './cards/plain.ts'
import { REVIEW_VERBS } from './cards/verbs.ts'
import type { ExportReady } from './export/exporting.ts'
import type { Upload } from './export/upload.ts'
import { type Asking, type Hand, refused, type Said } from './hand.ts'
import { answers, heard } from './heard.ts'
import { pressed } from './pressed.ts'
import { type FileConsent, PRESSES } from './readPress.ts'
import type { ReviewService } from './reviewService.ts'
import { type Reading, typed } from './typed.ts'

export const REVIEW = 'review'

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent'
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info'

/** Which action of the trace an answer belongs to. */
const ACTION_OF: Record<Asking['kind'], string> = {
  'confirm-status': 'update-status',
  'confirm-write': 'review',
  purpose: 'export',
  note: 'review',
  answer: 'unanswered',
  write: 'review',
}

export interface ReviewDialogOptions extends Reading {
  service: ReviewService
  clock: Clock
  /** The address of a token's download page; undefined where the bot has none that staff can open. */
  exportLink: (token: string) => string | undefined
  upload: Upload
}

/** HR works the interest: it asks, calls the service, and says what came of it. It holds no rule. */
export class ReviewDialog extends AbilityDialog {
  override readonly actions = ['review', 'filter', 'export', 'update-status', 'unanswered']
  readonly #options: ReviewDialogOptions

  constructor(options: ReviewDialogOptions) {
    super(REVIEW, ...REVIEW_VERBS)
    this.#options = options
  }

  override async beginDialog(dc: DialogContext, options?: { action?: string }): Promise<DialogTurnResult> {
    const action = options?.action ?? 'review'
    turnOf(dc.context).trace.action = action
    return this.#go(dc, await typed(this.#hand(dc), action, this.#options))
  }

  override async recognises({ actor, message, memory, decision }: Turn): Promise<{ action: string } | undefined> {
    const [part, second] = decision?.parts ?? []
    if (!part || second || (part.outcome === 'action' && this.actions.includes(part.action))) return undefined
    if (!this.#options.service.allows(actor)) return undefined
    const action = reviewClaim(message, part, memory.review?.shown !== undefined)
    return action && { action }
  }

  /** Whether a message answers what was asked last. */
  acceptsMessage(dc: DialogContext): boolean {
    const asking = this.#asking(dc)
    return asking !== undefined && answers(asking, turnOf(dc.context).message)
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const asking = this.#asking(dc)
    if (asking && answers(asking, turn.message)) {
      turn.trace.outcomes.push('action')
      turn.trace.action = ACTION_OF[asking.kind]
      return this.#go(dc, await heard(this.#hand(dc), asking, turn.message))
    }
    await dc.endDialog()
    return this.#elsewhere(dc)
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { submission, conversation } = turn
    if (!submission) return
    if (!conversation.personal) return void this.say(dc, personalChatOnly())
    if (dc.activeDialog?.id === this.id) await dc.endDialog()
    turn.trace.outcomes.push('action')
    turn.trace.action = 'review'
    if (submission.verb === 'review/file-consent') return this.#fileAnswered(dc)
    const { reply, file } = await pressed(this.#hand(dc), submission)
    await this.#tell(dc, { reply, ...(file ? { file } : {}) })
  }

  #hand(dc: DialogContext): Hand {
    return { service: this.#options.service, turn: turnOf(dc.context), now: this.#options.clock() }
  }

  #asking(dc: DialogContext): Asking | undefined {
    return dc.activeDialog?.id === this.id ? dc.activeDialog.state.asking : undefined
  }

  /** Says it, and waits for an answer when it asked something. */
  async #go(dc: DialogContext, said: Said): Promise<DialogTurnResult> {
    await this.#tell(dc, said)
    if (!said.asking || !dc.activeDialog) return dc.endDialog()
    dc.activeDialog.state.asking = said.asking
    return Dialog.EndOfTurn
  }

  async #tell(dc: DialogContext, { reply, file }: Said): Promise<void> {
    if (file) await this.#offer(dc, file)
    else this.say(dc, reply)
  }

  /** What a message asks for instead: of this ability, or of another one. */
  async #elsewhere(dc: DialogContext): Promise<DialogTurnResult> {
    const { decision, trace } = turnOf(dc.context)
    const part = decision?.parts.find(({ outcome }) => outcome === 'action')
    const action = part?.outcome === 'action' ? part.action : undefined
    trace.outcomes.push('action')
    trace.action = action ?? 'cancel'
    const ability = dc.dialogs
      .getDialogs()
      .find(
        (dialog): dialog is AbilityDialog => dialog instanceof AbilityDialog && dialog.actions.includes(action ?? ''),
      )
    if (ability) return dc.beginDialog(ability.id, { action })
    this.say(dc, leftReply())
    return { status: 'complete' as DialogTurnResult['status'] }
  }

  /** In Teams the file goes to the person's OneDrive, once they agree; the link is for everywhere. */
  async #offer(dc: DialogContext, ready: ExportReady): Promise<void> {
    const inTeams = dc.context.activity.channelId === 'msteams'
    const link = this.#options.exportLink(ready.token)
    if (!inTeams && !link) return void this.say(dc, problemReply('I cannot give you a file here. Please use Teams.'))
    this.say(dc, linkReply(ready, link, inTeams))
    if (!inTeams) return
    const content = {
      description: `${ready.count} ${ready.count === 1 ? 'interest' : 'interests'}. Delete it within 30 days.`,
      sizeInBytes: ready.bytes,
      acceptContext: { token: ready.token },
      declineContext: { token: '' },
    }
    this.say(dc, { text: '', fileCard: { contentType: CONSENT, name: ready.fileName, content } })
  }

  /** The person said yes or no to the file. */
  async #fileAnswered(dc: DialogContext): Promise<void> {
    const hand = this.#hand(dc)
    if (!hand.service.allows(hand.turn.actor)) return void this.say(dc, refused(hand.turn).reply)
    const parsed = PRESSES.file.safeParse(hand.turn.submission?.data)
    if (!parsed.success) return void this.say(dc, unusableReply())
    if (parsed.data.action === 'decline') return void this.say(dc, problemReply('No file was made.'))
    await this.#deliver(dc, hand, parsed.data)
  }

  async #deliver(dc: DialogContext, { service, turn }: Hand, { context, uploadInfo }: FileConsent): Promise<void> {
    const made = await service.redeem(turn.actor, context.token)
    if (made.kind === 'forbidden') return void this.say(dc, refused(turn).reply)
    if (made.kind !== 'file')
      return void this.say(dc, problemReply('That file is not to be had any more. You can say “export this” again.'))
    const { bytes, fileName, count, deleteBy } = made
    if (!uploadInfo || !(await this.#options.upload(uploadInfo.uploadUrl, bytes)))
      return void this.say(
        dc,
        problemReply('The file could not be put in your OneDrive. You can say “export this” again.'),
      )
    const { uniqueId, fileType, contentUrl, name = fileName } = uploadInfo
    if (contentUrl)
      this.say(dc, {
        text: '',
        fileCard: { contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } },
      })
    const who = count === 1 ? '1 interest' : `${count} interests`
    this.say(dc, problemReply(`The file holds ${who}. Please delete it by ${(await service.wording()).day(deleteBy)}.`))
  }
}
