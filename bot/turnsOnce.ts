import type { TurnAnswer } from './adapter.ts'
import { recently } from './recently.ts'

export interface TurnsOnce {
  /** The answer to an activity that came before, when it is ready. */
  answerTo(key: string): Promise<TurnAnswer> | undefined
  keep(key: string, answer: Promise<TurnAnswer>): void
}

const window = 10 * 60_000

/**
 * Teams sends an activity again when no answer came in 15 seconds. Its key is remembered for ten minutes, so that its
 * turn does not run twice in this process and the resend gets the first answer. Only the newest bodies are kept: they
 * are large, and a resend comes soon.
 */
export const turnsOnce = (now: () => number = Date.now): TurnsOnce => {
  const statuses = recently<Promise<number>>({ milliseconds: window, most: 10_000, now })
  const bodies = recently<unknown>({ milliseconds: window, most: 200, now })
  return {
    answerTo: (key) => statuses.get(key)?.then((status) => ({ status, body: bodies.get(key) })),
    keep(key, answer) {
      const status = answer.then(({ status, body }) => {
        if (body !== undefined) bodies.set(key, body)
        return status
      })
      statuses.set(key, status)
    },
  }
}
