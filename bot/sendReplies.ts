import type { InvokeResponse, TurnContext } from 'botbuilder'
import { activityOf, type Reply } from '../dialogs/reply.ts'
import type { Turn } from '../dialogs/turn.ts'

/** Personal cards kept in mind, so that an erasure can blank them. */
const PERSONAL_CARDS = 40
/** Answers kept in mind, so that a thumb finds its entries. */
const ANSWERS = 20

/**
 * Sends what a turn replies, in its order. Of an invoke the first card is the response, which takes the place of the card
 * that was pressed; everything else is a new message.
 * @returns the response to the invoke, if a card is one
 */
export async function sendReplies(context: TurnContext, turn: Turn): Promise<InvokeResponse | undefined> {
  const { activity } = context
  const inPlace = activity.type === 'invoke' ? turn.replies.find(({ card }) => card) : undefined
  if (inPlace?.personal) rememberPersonal(turn, activity.replyToId)
  for (const reply of turn.replies) {
    if (reply === inPlace) continue
    const sent = await context.sendActivity(activityOf(reply))
    if (reply.personal) rememberPersonal(turn, sent?.id)
    rememberAnswer(turn, reply, sent?.id)
  }
  if (!inPlace) return undefined
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: inPlace.card },
  }
}

function rememberPersonal({ memory }: Turn, activityId: string | undefined): void {
  if (!activityId) return
  memory.personalCards = [...new Set([...(memory.personalCards ?? []), activityId])].slice(-PERSONAL_CARDS)
}

function rememberAnswer({ memory, id }: Turn, { entries = [] }: Reply, activityId: string | undefined): void {
  if (!activityId || entries.length === 0) return
  memory.answers = [...(memory.answers ?? []), { activityId, turnId: id, entries: [...entries] }].slice(-ANSWERS)
}
