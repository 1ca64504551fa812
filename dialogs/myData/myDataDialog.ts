import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import { blankedCard, blankedText, eraseConfirmCard, eraseConfirmText, erasedCard, erasedText } from '../interest/cards/erasure.ts'
import { myDataCard, myDataText } from '../interest/cards/myData.ts'
import { readReply } from '../interest/slots/reply.ts'
import { activityOf, type Reply } from '../reply.ts'
import type { Conversing } from '../rootDialog.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import type { Turn } from '../turn.ts'
import type { MyDataService } from './myDataService.ts'

export const MY_DATA = 'my-data'

export interface MyDataDialogDeps {
  myData: MyDataService
  day: (moment: string) => string
  /** A one-time link by which this person alone can fetch what is held about them. */
  link: (turn: Turn, format: 'page' | 'json') => Promise<string>
}

const ERASE_WORDS = /\b(erase|delete|remove|wipe|forget|get rid)\b/i
const DOWNLOAD_WORDS = /\b(download|export|copy|json|file)\b/i
const NOT_NOW: Reply = { text: '**I could not do that just now.** Nothing was changed. Please try again in a minute.' }
const KEPT: Reply = { text: 'I have kept everything as it was.' }
const NOT_ALLOWED: Reply = { text: 'You cannot do that from this account.' }
const NOTHING: Reply = { text: '**We hold nothing about you.** There is nothing to erase.' }

/** What is held about the person: seen, downloaded, erased. */
export class MyDataDialog extends AbilityDialog implements Conversing {
  override readonly actions = ['my-data']
  readonly #deps: MyDataDialogDeps

  constructor(deps: MyDataDialogDeps) {
    super(MY_DATA, 'my-data/')
    this.#deps = deps
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    if (ERASE_WORDS.test(turn.message)) {
      const asked = await this.#told(dc, () => this.#askToErase(dc, turn))
      return asked ? Dialog.EndOfTurn : dc.endDialog()
    }
    await this.#told(dc, () => (DOWNLOAD_WORDS.test(turn.message) ? this.#download(dc, turn, 'page') : this.#show(dc, turn)))
    return dc.endDialog()
  }

  /** It waits for a yes or a no, and for nothing else. */
  takes(dc: DialogContext): boolean {
    return readReply(turnOf(dc.context).message) !== undefined
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.outcomes = ['action']
    turn.trace.action = 'my-data'
    const reply = readReply(turn.message)
    turn.trace.step = reply === 'yes' ? 'confirm' : 'cancel'
    if (reply === 'yes') await this.#told(dc, () => this.#erase(dc, turn))
    else await this.say(dc, KEPT)
    return dc.endDialog()
  }

  override async submitted(dc: DialogContext): Promise<void> {
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
        return void (await this.#told(dc, () => this.#erase(dc, turn)))
      default:
        await this.say(dc, NOT_ALLOWED)
    }
  }

  async #show(dc: DialogContext, turn: Turn): Promise<void> {
    const held = await this.#deps.myData.held(turn.actor)
    if (held.kind === 'forbidden') return void (await this.say(dc, NOT_ALLOWED))
    const view = { data: held.data, day: this.#deps.day }
    await this.say(dc, { card: myDataCard(view), text: myDataText(view), personal: true })
  }

  async #download(dc: DialogContext, turn: Turn, format: 'page' | 'json'): Promise<void> {
    const held = await this.#deps.myData.held(turn.actor)
    if (held.kind === 'forbidden') return void (await this.say(dc, NOT_ALLOWED))
    const url = await this.#deps.link(turn, format)
    const what = format === 'json' ? 'a JSON file' : 'a page that you can read and print'
    await this.say(dc, { text: `[Download what we hold about you](${url}), as ${what}. The link works once, for five minutes.`, personal: true })
  }

  /** Whether there is anything that a yes would erase. */
  async #askToErase(dc: DialogContext, turn: Turn): Promise<boolean> {
    const held = await this.#deps.myData.held(turn.actor)
    if (held.kind === 'forbidden') await this.say(dc, NOT_ALLOWED)
    else if (held.data.sections.length === 0) await this.say(dc, NOTHING)
    else {
      await this.say(dc, { card: eraseConfirmCard(held.data), text: eraseConfirmText(held.data), suggestions: ['Yes', 'No'] })
      return true
    }
    return false
  }

  async #erase(dc: DialogContext, turn: Turn): Promise<void> {
    const erasing = await this.#deps.myData.erase(turn.actor, [])
    if (erasing.kind === 'forbidden') return void (await this.say(dc, NOT_ALLOWED))
    if (erasing.kind === 'nothing') return void (await this.say(dc, NOTHING))
    const view = { receipt: erasing.receipt, held: erasing.kind === 'held' ? erasing.held : [], day: this.#deps.day }
    await this.#blankEarlier(dc, turn, erasing.receipt.at)
    for (const key of Object.keys(turn.memory)) delete turn.memory[key as keyof typeof turn.memory]
    await this.say(dc, { card: erasedCard(view), text: erasedText(view) })
  }

  /** Where the channel lets a message be changed. One that it has lost is no reason to stop. */
  async #blankEarlier(dc: DialogContext, { memory }: Turn, at: string): Promise<void> {
    const { day } = this.#deps
    const blank = activityOf({ card: blankedCard(at, day), text: blankedText(at, day) })
    for (const id of memory.personalCards ?? [])
      await dc.context.updateActivity({ ...blank, id }).catch(() => undefined)
  }

  /** What the work gives; undefined, and told plainly, when the store cannot answer. */
  async #told<T>(dc: DialogContext, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      await this.say(dc, NOT_NOW)
      return undefined
    }
  }
}
