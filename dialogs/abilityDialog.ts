import type { TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
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
   * The options to begin with when the message is plainly for this ability, whatever it was matched to; undefined when
   * it is not.
   * @param _activeId the id of the dialog that is active and did not accept the message
   */
  async recognises(_turn: Turn, _activeId?: string): Promise<{ action: string } | undefined> {
    return undefined
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

  /** Adds to what the turn replies. */
  protected say(dc: DialogContext, ...replies: readonly Reply[]): void {
    turnOf(dc.context).replies.push(...replies)
  }
}
