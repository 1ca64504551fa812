import { LRUCache } from 'lru-cache'
import type { TurnAnswer } from './adapter.ts'

interface TurnsOnce {
  /** The answer to an activity that came before, when it is ready. */
  answerTo(key: string): Promise<TurnAnswer> | undefined
  keep(key: string, answer: Promise<TurnAnswer>): void
}

const windowMs = 10 * 60_000

/**
 * Teams sends an activity again when no answer came in 15 seconds. Its key is remembered for ten minutes, so that its
 * turn does not run twice in this process and the resend gets the first answer. Only the newest bodies are kept: they
 * are large, and a resend comes soon.
 */
export const turnsOnce = (now: () => number = Date.now): TurnsOnce => {
  const lifetime = { ttl: windowMs, perf: { now }, ttlResolution: 0 }
  const statuses = new LRUCache<string, Promise<number>>({ ...lifetime, max: 10_000 })
  const bodies = new LRUCache<string, { body: unknown }>({ ...lifetime, max: 200, ttlAutopurge: true })
  return {
    answerTo: (key) => statuses.get(key)?.then((status) => ({ status, body: bodies.get(key)?.body })),
    keep(key, answer) {
      const status = answer.then(({ status, body }) => {
        bodies.set(key, { body })
        return status
      })
      statuses.set(key, status)
    },
  }
}
