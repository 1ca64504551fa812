import type { Clock } from '../../dialogs/clock.ts'
import type { StateStore } from '../stores/stateStore.ts'

/** A day's tokens. A day begins at midnight UTC. */
export interface DailyTokens {
  /** Reserves tokens of the day's limit; false, and none reserved, when too few are left. */
  reserve(tokens: number): boolean
  /** Replaces a reservation by the tokens that were used. */
  settle(reserved: number, used: number): void
}

interface Options {
  limit: number
  clock: Clock
  /** Where the count outlives a restart. */
  state?: Pick<StateStore, 'read' | 'write'>
  onError?: (error: unknown) => void
}

const keyOf = (day: string): string => `model/tokens/${day}`

/**
 * Counts in memory, so that a turn waits for no store, and writes the count behind it. Each process counts what was
 * written before it began and what it uses itself: with several, each may spend up to the limit less what it read.
 */
export async function openDailyTokens({ limit, clock, state, onError }: Options): Promise<DailyTokens> {
  const today = (): string => clock().toISOString().slice(0, 10)
  let day = today()
  let spent = await read(day)
  let writing: Promise<void> | undefined

  async function read(which: string): Promise<number> {
    try {
      const found = (await state?.read([keyOf(which)]))?.[keyOf(which)]?.spent
      return typeof found === 'number' ? found : 0
    } catch (error) {
      onError?.(error)
      return 0
    }
  }

  const roll = (): void => {
    if (day === today()) return
    day = today()
    spent = 0
  }

  /** One write at a time, and always of the latest count. */
  const keep = (): void => {
    if (!state || writing) return
    const written = spent
    writing = state
      .write({ [keyOf(day)]: { spent } })
      .catch((error: unknown) => onError?.(error))
      .finally(() => {
        writing = undefined
        if (spent !== written) keep()
      })
  }

  return {
    reserve(tokens) {
      roll()
      if (spent + tokens > limit) return false
      spent += tokens
      return true
    },
    settle(reserved, used) {
      roll()
      spent = Math.max(0, spent - reserved + used)
      keep()
    },
  }
}
