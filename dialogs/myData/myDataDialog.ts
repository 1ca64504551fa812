import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { Actor } from '../access.ts'
import { readTakingAway } from '../reading/yesNo.ts'
import { activityOf, type Reply } from '../reply.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import { blankedReply, eraseConfirmReply, erasedReply } from './cards/erasure.ts'
import { myDataReply } from './cards/myData.ts'
import type { MyDataFormat } from './downloads.ts'
import { inChat } from './inChat.ts'
import type { MyDataService } from './myDataService.ts'

export const MY_DATA = 'my-data'

export interface MyDataDialogDeps {
  myData: MyDataService
  day: (moment: string) => string
  /** A one-time link by which this person can fetch what is held about them; none where the bot has no address. */
  link: (actor: Actor, format: MyDataFormat) => Promise<string | undefined>
}

/** Earlier cards that are blanked side by side. */
const AT_ONCE = 5

const ERASE_WORDS = /\b(erase|delete|remove|wipe|forget|get rid)\b/i
const DOWNLOAD_WORDS = /\b(download|export|copy|json|file)\b/i
const NOT_NOW: Reply = { text: '**I could not do that just now.** Nothing was changed. Please try again in a minute.' }
const KEPT: Reply = { text: 'I have kept everything as it was.' }
const STILL_ERASE: Reply = {
  text: 'You asked me to erase what we hold about you. Shall I erase it? Say yes or no.',
  suggestions: ['Yes', 'No'],
}
const NOT_ALLOWED: Reply = { text: 'You cannot do that from this account.' }
const NOTHING: Reply = { text: '**We hold nothing about you.** There is nothing to erase.' }

/** What is held about the person: seen, downloaded, erased. */
export class MyDataDialog extends AbilityDialog implements Interruptible {
  override readonly actions = ['my-data']
  readonly #deps: MyDataDialogDeps

  constructor(deps: MyDataDialogDeps) {
    super(MY_DATA, 'my-data/show', 'my-data/download', 'my-data/erase', 'my-data/erase-confirm', 'my-data/keep')
    this.#deps = deps
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    if (ERASE_WORDS.test(turn.message)) {
      const asked = await this.#told(dc, () => this.#askToErase(dc, turn))
      return asked ? Dialog.EndOfTurn : dc.endDialog()
    }
    await this.#told(dc, () =>
      DOWNLOAD_WORDS.test(turn.message) ? this.#download(dc, turn, 'page') : this.#show(dc, turn),
    )
    return dc.endDialog()
  }

  /** It waits for a yes or a no, and for nothing else. */
  acceptsMessage(dc: DialogContext): boolean {
    return readTakingAway(turnOf(dc.context).message) !== undefined
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'my-data'
    const erases = readTakingAway(turn.message) === 'yes'
    turn.trace.step = erases ? 'confirm' : 'cancel'
    if (erases) await this.#told(dc, () => this.#erase(dc, turn))
    else this.say(dc, KEPT)
    return dc.endDialog()
  }

  /** What was asked in the middle is answered: asked once more, so that a yes is to this; not after a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (turnOf(dc.context).trace.outcomes.includes('signpost')) return dc.endDialog()
    this.say(dc, STILL_ERASE)
    return Dialog.EndOfTurn
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'my-data'
    switch (verb) {
      case 'my-data/show':
        return void (await this.#told(dc, () => this.#show(dc, turn)))
      case 'my-data/download':
        return void (await this.#told(dc, () => this.#download(dc, turn, data.format === 'json' ? 'json' : 'page')))
      case 'my-data/erase':
        return void (await this.#told(dc, () => this.#askToErase(dc, turn)))
      case 'my-data/erase-confirm':
        turn.trace.step = 'confirm'
        await this.#told(dc, () => this.#erase(dc, turn))
        return this.#over(dc)
      case 'my-data/keep':
        turn.trace.step = 'cancel'
        this.say(dc, KEPT)
        return this.#over(dc)
      default:
        this.say(dc, NOT_ALLOWED)
    }
  }

  async #show(dc: DialogContext, turn: Turn): Promise<void> {
    const held = await this.#deps.myData.held(turn.actor)
    if (held.kind === 'forbidden') return void this.say(dc, NOT_ALLOWED)
    const view = { data: held.data, day: this.#deps.day }
    this.say(dc, myDataReply(view))
  }

  async #download(dc: DialogContext, turn: Turn, format: MyDataFormat): Promise<void> {
    const { link, myData, day } = this.#deps
    const url = await link(turn.actor, format)
    if (url) {
      const what = format === 'json' ? 'a JSON file' : 'a page that you can read and print'
      const text = `[Download what we hold about you](${url}), as ${what}. The link works once, for five minutes.`
      return void this.say(dc, { text, personal: true })
    }
    const held = await myData.held(turn.actor)
    const download = await myData.download(turn.actor)
    if (held.kind === 'forbidden' || download.kind === 'forbidden') return void this.say(dc, NOT_ALLOWED)
    for (const reply of inChat(held.data, download.json, day)) this.say(dc, reply)
  }

  /** Whether there is anything that a yes would erase. */
  async #askToErase(dc: DialogContext, turn: Turn): Promise<boolean> {
    const held = await this.#deps.myData.held(turn.actor)
    if (held.kind === 'forbidden') this.say(dc, NOT_ALLOWED)
    else if (held.data.sections.length === 0) this.say(dc, NOTHING)
    else {
      this.say(dc, eraseConfirmReply(held.data))
      return true
    }
    return false
  }

  async #erase(dc: DialogContext, turn: Turn): Promise<void> {
    const { channelId, conversation } = dc.context.activity
    const erasing = await this.#deps.myData.erase(turn.actor, [`${channelId}/conversations/${conversation.id}`])
    if (erasing.kind === 'forbidden') return void this.say(dc, NOT_ALLOWED)
    if (erasing.kind === 'nothing') return void this.say(dc, NOTHING)
    const view = { receipt: erasing.receipt, held: erasing.kind === 'held' ? erasing.held : [], day: this.#deps.day }
    await this.#blankEarlier(dc, turn, erasing.receipt.at)
    turn.forgets = true
    this.say(dc, erasedReply(view))
  }

  /** Where the channel lets a message be changed. One that it has lost is no reason to stop. */
  async #blankEarlier(dc: DialogContext, { memory }: Turn, at: string): Promise<void> {
    const { day } = this.#deps
    const blank = activityOf(blankedReply(at, day))
    const ids = (memory.personalCards ?? []).filter((id) => id !== dc.context.activity.replyToId)
    for (let i = 0; i < ids.length; i += AT_ONCE)
      await Promise.allSettled(ids.slice(i, i + AT_ONCE).map((id) => dc.context.updateActivity({ ...blank, id })))
  }

  /** What was asked is settled by a button. */
  async #over(dc: DialogContext): Promise<void> {
    if (dc.activeDialog?.id === this.id) await dc.endDialog()
  }

  /** What the work gives; undefined, and told plainly, when the store cannot answer. */
  async #told<T>(dc: DialogContext, work: () => Promise<T>): Promise<T | undefined> {
    const done = await this.tryStore(async () => ({ value: await work() }))
    if (!done) this.say(dc, NOT_NOW)
    return done?.value
  }
}
