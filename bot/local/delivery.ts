import type { Activity } from 'botbuilder'

export interface Delivered {
  readonly ok: boolean
  readonly status: number
  /** The bot ran the turn and it went wrong: nobody knows that of one it never answered. */
  readonly turnFailed: boolean
  readonly body: unknown
  /** For the person to read; empty when it went well. */
  readonly problem: string
}

export type Deliver = (activity: Partial<Activity>) => Promise<Delivered>

const problemOf = (response: Response): string => {
  if (response.ok) return ''
  if (response.status === 429) {
    const seconds = response.headers.get('retry-after')
    return seconds ? `Too many messages. Wait ${seconds} seconds, then try again.` : 'Too many messages. Wait a moment.'
  }
  if (response.status === 503) return 'The bot is stopping or starting. Try again in a moment.'
  return `The bot could not answer (error ${response.status}).`
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Posts activities to the bot as a channel does: one request a turn, whose answer to an invoke is in the body. */
export const deliverTo =
  (messagesUrl: () => string, timeoutMs = 60_000): Deliver =>
  async (activity) => {
    try {
      const response = await fetch(messagesUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const text = await response.text()
      const { ok, status } = response
      return { ok, status, turnFailed: status === 500, body: text && parse(text), problem: problemOf(response) }
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError'
      const problem = late ? 'The bot did not answer in time.' : 'The bot could not be reached.'
      return { ok: false, status: late ? 504 : 502, turnFailed: false, body: undefined, problem }
    }
  }
