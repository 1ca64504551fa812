import { setTimeout as wait } from 'node:timers/promises'

interface TurnQueue {
  /** Runs the work when what was put in before it under the same key is done. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** How many keys have work waiting or running. */
  readonly size: number
}

/**
 * Work of one key runs one at a time and in order; that of different keys runs side by side. Work that takes longer
 * than `timeoutMs` no longer holds up what is behind it.
 */
export const turnQueue = (timeoutMs = 60_000): TurnQueue => {
  const lasts = new Map<string, Promise<void>>()

  const atMost = async (work: Promise<unknown>): Promise<void> => {
    const given = new AbortController()
    const done = work.then(
      () => given.abort(),
      () => given.abort(),
    )
    await Promise.race([done, wait(timeoutMs, undefined, { signal: given.signal, ref: false }).catch(() => undefined)])
  }

  return {
    async run(key, work) {
      const before = lasts.get(key) ?? Promise.resolve()
      const running = before.then(work)
      const last = before.then(() => atMost(running))
      lasts.set(key, last)
      try {
        return await running
      } finally {
        if (lasts.get(key) === last) lasts.delete(key)
      }
    },
    get size() {
      return lasts.size
    },
  }
}
