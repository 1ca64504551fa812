import type { InvokeResponse, TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { activityOf, type Reply } from './reply.ts'
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
  /** The actions of a decision that it takes. */
  readonly actions: readonly string[] = []
  /** What the verbs of its cards begin with, such as `interest/`; the longest that fits decides whose a button is. */
  readonly verbs: readonly string[]

  constructor(id: string, ...verbs: string[]) {
    super(id)
    this.verbs = verbs
  }

  /**
   * With what it begins when a message is plainly for it, whatever else it was taken for; nothing when it is not.
   * @param _active the dialog that is in the middle of something, and did not take the message
   */
  async claims(_turn: Turn, _active?: string): Promise<{ action: string } | undefined> {
    return undefined
  }

  /** Begins with an action; one that only takes presses has nothing to begin. */
  override async beginDialog(dc: DialogContext, _options?: object): Promise<DialogTurnResult> {
    return dc.endDialog()
  }

  /** A button of one of its cards was pressed. Says what came of it; the stack of dialogs is as it was. */
  async submitted(_dc: DialogContext): Promise<void> {
    throw new Error(`${this.id} has no buttons`)
  }

  /** What the work gives; undefined when the store could not answer, which is to be told plainly. */
  protected async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined
      throw error
    }
  }

  /**
   * Says it: a card that a button's Action.Execute asked for goes back in its place, everything else as a new message.
   * @returns the id of the activity sent, when it was one
   */
  protected async say(dc: DialogContext, reply: Reply): Promise<string | undefined> {
    return say(dc.context, reply)
  }
}

/** Cards kept in mind for an erasure. */
const REMEMBERED = 40

const ANSWER = Symbol('invoke answer')

/** What an invoke gets back: the first card said in its turn takes the place of the card whose button was pressed. */
export const invokeAnswer = (context: TurnContext): InvokeResponse | undefined => context.turnState.get(ANSWER)

/** Sends a reply, or gives it back to the invoke that asked for it. */
export async function say(context: TurnContext, reply: Reply): Promise<string | undefined> {
  if (context.activity.type === 'invoke' && reply.card && !invokeAnswer(context)) {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
    context.turnState.set(ANSWER, { status: 200, body })
    if (reply.personal) remember(context, context.activity.replyToId)
    return undefined
  }
  const sent = await context.sendActivity(activityOf(reply))
  if (reply.personal) remember(context, sent?.id)
  return sent?.id
}

function remember(context: TurnContext, activityId: string | undefined): void {
  const turn: Turn | undefined = context.turnState.get(TURN)
  if (turn && activityId)
    turn.memory.personalCards = [...new Set([...(turn.memory.personalCards ?? []), activityId])].slice(-REMEMBERED)
}
