import type { TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Reading } from '../knowledge/answering/arbiter.ts'
import type { Reply } from './reply.ts'
import { StoreUnavailable } from './storeUnavailable.ts'
import type { Turn } from './turn.ts'

const TURN = Symbol('turn')

/** Puts the turn where every dialog of it finds it. */
export const setTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(TURN, turn)
}

/** @throws Error when no turn was set: a fault of the program */
export const turnOf = (context: TurnContext): Turn => {
  const turn: Turn | undefined = context.turnState.get(TURN)
  if (!turn) throw new Error('No turn was set on this context')
  return turn
}

/** A reading by which an ability takes the message, and what to begin it with. */
export interface AbilityReading extends Reading {
  options: { action: string }
}

/** The reading of a message that is plainly for an ability, whatever it was matched to; none without an action. */
export const plainlyFor = (action: string | undefined, because: string): AbilityReading[] =>
  action === undefined ? [] : [{ of: 'fresh', on: action, because, evidence: 1, options: { action } }]

/** Something that a person can do: the actions it is begun with, and the buttons of its cards. */
export abstract class AbilityDialog extends Dialog {
  /** The actions of a decision that begin it. */
  readonly actions: readonly string[] = []
  /** The verbs of its cards' buttons, such as `interest/save`. */
  readonly verbs: readonly string[]

  constructor(id: string, ...verbs: string[]) {
    super(id)
    this.verbs = verbs
  }

  /**
   * The readings by which the message would be this ability's: of its own words, or against what is on the table.
   * @param _activeId the id of the dialog that is active and did not accept the message
   */
  async readings(_turn: Turn, _activeId?: string): Promise<readonly AbilityReading[]> {
    return []
  }

  /** Begins with an action. An ability that only has buttons has nothing to begin. */
  override async beginDialog(dc: DialogContext, _options?: object): Promise<DialogTurnResult> {
    return dc.endDialog()
  }

  /** Acts on a press of one of its buttons. Whether a dialog is begun or ended is up to it. */
  async onCardAction(_dc: DialogContext): Promise<void> {
    throw new Error(`${this.id} has no buttons`)
  }

  /** The result of the work; undefined when the store is unavailable, which is to be told plainly. */
  protected async tryStore<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined
      throw error
    }
  }

  /** Says of what waits for an answer that it does, once: not again under each later answer. */
  protected mentionOnce(dc: DialogContext, reply: Reply): void {
    const state: { mentioned?: boolean } = dc.activeDialog?.state ?? {}
    if (!state.mentioned) this.say(dc, reply)
    state.mentioned = true
  }

  /** Adds to what the turn replies. */
  protected say(dc: DialogContext, ...replies: readonly Reply[]): void {
    turnOf(dc.context).replies.push(...replies)
  }
}
