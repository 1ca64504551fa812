import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { put } from '../../knowledge/answering/table.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { Actor } from '../access.ts'
import type { Day } from '../clock.ts'
import '../interest/interestFrames.ts'
import { readTakingAway } from '../reading/yesNo.ts'
import { activityOf, type Reply } from '../reply.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import type { MyDataFormat } from './downloads.ts'
import { inChat } from './inChat.ts'
import { blankedReply, eraseConfirmReply, erasedReply, myDataReply } from './myDataReplies.ts'
import type { Holding, MyDataService } from './myDataService.ts'

const MY_DATA = 'my-data'

interface MyDataDialogDeps {
  myData: MyDataService
  day: Day
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
    let asked = false
    await this.#told(dc, async () => {
      if (ERASE_WORDS.test(turn.message)) asked = await this.#askToErase(dc, turn)
      else if (DOWNLOAD_WORDS.test(turn.message)) await this.#download(dc, turn, 'page')
      else await this.#show(dc, turn)
    })
    return asked ? Dialog.EndOfTurn : dc.endDialog()
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

  /** What was asked in the middle is answered: asked once more, so that a yes is to this, and not again; not after a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (turnOf(dc.context).trace.outcomes.includes('signpost')) return dc.endDialog()
    this.mentionOnce(dc, STILL_ERASE)
    return Dialog.EndOfTurn
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb, data } = turn.submission ?? {}
    turn.trace.outcomes = ['action']
    turn.trace.action = 'my-data'
    if (verb === 'my-data/erase-confirm') turn.trace.step = 'confirm'
    if (verb === 'my-data/keep') turn.trace.step = 'cancel'
    await this.#told(dc, async () => {
      switch (verb) {
        case 'my-data/show':
          return this.#show(dc, turn)
        case 'my-data/download':
          return this.#download(dc, turn, data?.format === 'json' ? 'json' : 'page')
        case 'my-data/erase':
          return void (await this.#askToErase(dc, turn))
        case 'my-data/erase-confirm':
          return this.#erase(dc, turn)
        case 'my-data/keep':
          return this.say(dc, KEPT)
      }
    })
    const settled = turn.trace.step !== undefined
    if (settled && dc.activeDialog?.id === this.id) await dc.endDialog()
  }

  /** What is held about the person; undefined, and refused, from an account that may not ask. */
  async #held(dc: DialogContext, { actor }: Turn): Promise<Holding | undefined> {
    const held = await this.#deps.myData.held(actor)
    if (held.kind === 'held-data') return held
    this.say(dc, NOT_ALLOWED)
    return undefined
  }

  async #show(dc: DialogContext, turn: Turn): Promise<void> {
    const held = await this.#held(dc, turn)
    if (!held) return
    turn.memory.table = put(turn.memory.table, { kind: 'ownInterest' })
    this.say(dc, myDataReply(held.data, this.#deps.day))
  }

  async #download(dc: DialogContext, turn: Turn, format: MyDataFormat): Promise<void> {
    const url = await this.#deps.link(turn.actor, format)
    if (url) {
      const what = format === 'json' ? 'a JSON file' : 'a page that you can read and print'
      const text = `[Download what we hold about you](${url}), as ${what}. The link works once, for five minutes.`
      return this.say(dc, { text, personal: true })
    }
    const held = await this.#held(dc, turn)
    if (held) this.say(dc, ...inChat(held.data, held.json, this.#deps.day))
  }

  /** Asks whether to erase; false when there is nothing that a yes would erase. */
  async #askToErase(dc: DialogContext, turn: Turn): Promise<boolean> {
    const held = await this.#held(dc, turn)
    if (!held) return false
    const something = held.data.sections.length > 0
    this.say(dc, something ? eraseConfirmReply(held.data) : NOTHING)
    return something
  }

  async #erase(dc: DialogContext, turn: Turn): Promise<void> {
    const { channelId, conversation } = dc.context.activity
    const erasing = await this.#deps.myData.erase(turn.actor, [`${channelId}/conversations/${conversation.id}`])
    if (erasing.kind !== 'erased') return this.say(dc, erasing.kind === 'nothing' ? NOTHING : NOT_ALLOWED)
    await this.#blankEarlier(dc, turn, erasing.receipt.at)
    turn.forgets = true
    this.say(dc, erasedReply(erasing.receipt, erasing.held, this.#deps.day))
  }

  /** Where the channel lets a message be changed. One that it has lost is no reason to stop. */
  async #blankEarlier(dc: DialogContext, { memory }: Turn, at: string): Promise<void> {
    const blank = activityOf(blankedReply(at, this.#deps.day))
    const ids = (memory.personalCards ?? []).filter((id) => id !== dc.context.activity.replyToId)
    for (let i = 0; i < ids.length; i += AT_ONCE)
      await Promise.allSettled(ids.slice(i, i + AT_ONCE).map((id) => dc.context.updateActivity({ ...blank, id })))
  }

  /** Does the work; told plainly when the store cannot answer. */
  async #told(dc: DialogContext, work: () => Promise<void>): Promise<void> {
    const done = await this.tryStore(async () => {
      await work()
      return true
    })
    if (!done) this.say(dc, NOT_NOW)
  }
}
