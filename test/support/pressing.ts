import type { Answered } from '../../bot/inProcess.ts'
import type { Chat } from './conversation.ts'

/** The form as somebody fills it in. */
export const FILLED = {
  name: 'Amina Yusuf',
  email: 'amina.yusuf@trust.example',
  band: '3',
  currentRole: 'therapy assistant',
  cohortId: 'autumn-2022',
  managerKnows: 'not-said',
  tellMe: 'false',
  noticeVersion: '2022-02',
}

interface InvokeBody {
  statusCode?: number
  type?: string
  value?: unknown
}

export interface Pressed extends Answered {
  /** What the button got back: a card in place of its own, or words. */
  answer?: InvokeBody
  /** The words of that card. */
  card: string
}

/** Presses an Action.Execute of a card. */
export async function execute(chat: Chat, verb: string, data: object = {}, particular: object = {}): Promise<Pressed> {
  const action = { type: 'Action.Execute', verb, data: { verb, ...data } }
  const turn = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, ...particular })
  const { activities = [] } = turn.body as { activities?: { type: string; value?: { body?: InvokeBody } }[] }
  const answer = activities.find(({ type }) => type === 'invokeResponse')?.value?.body
  return { ...turn, answer, card: answer?.type?.endsWith('card.adaptive') ? JSON.stringify(answer.value) : '' }
}

/** Presses an Action.Submit, as a client that knows no Action.Execute does. */
export const submit = (chat: Chat, verb: string, data: object = {}, particular: object = {}): Promise<Answered> =>
  chat.send({ type: 'message', value: { verb, ...data }, ...particular })

/** The reference in what was said. */
export const referenceIn = (text: string): string | undefined => /AP-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(text)?.[0]
