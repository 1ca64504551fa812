import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { readNotify } from '../reading/preferences.ts'
import { readReply } from '../reading/yesNo.ts'
import type { Interruptible } from '../rootDialog.ts'
import { OFFER, REGISTER, type RegisterOptions } from './dialogIds.ts'
import * as wording from './wording.ts'

/** Waits for a yes to what was offered just now: to register, or for a later cohort. Anything else ends it. */
export class OfferDialog extends AbilityDialog implements Interruptible {
  constructor() {
    super(OFFER)
  }

  override async beginDialog(dc: DialogContext, offered: RegisterOptions = {}): Promise<DialogTurnResult> {
    Object.assign(dc.activeDialog?.state ?? {}, { offered })
    return Dialog.EndOfTurn
  }

  acceptsMessage(dc: DialogContext): boolean {
    const { message, decision } = turnOf(dc.context)
    const parts = decision?.parts ?? []
    const leaning = parts.some(({ outcome, candidates }) => outcome !== 'answered' && candidates[0]?.id === 'register')
    const reply = readReply(message)
    return leaning || (reply !== undefined && reply !== 'skip') || this.#wantsLater(message)
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { message, trace } = turnOf(dc.context)
    trace.outcomes = ['action']
    trace.action = 'register'
    const reply = readReply(message)
    if (reply !== 'no' && reply !== 'cancel') {
      const { offered }: { offered?: RegisterOptions } = dc.activeDialog?.state ?? {}
      return dc.replaceDialog(REGISTER, { action: 'register', ...offered } satisfies RegisterOptions)
    }
    trace.step = 'cancel'
    this.say(dc, wording.NOT_REGISTERED)
    return dc.endDialog()
  }

  /** Something else was answered: a later yes would be to that. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.endDialog()
  }

  #wantsLater(message: string): boolean {
    return readNotify(message, false) === true || /\bany later\b/i.test(message)
  }
}
