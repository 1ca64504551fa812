import { setTimeout as sleep } from 'node:timers/promises'
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel'
import type { Deadline } from '../../knowledge/answering/languageModel.ts'
import { failureOf, ModelFailure } from './modelFailure.ts'

export interface GuardOptions {
  /** Failures in a row after which the vendor is left alone. */
  failures?: number
  /** Milliseconds after which one call tries again. */
  halfOpenAfter?: number
  /** Milliseconds without which a call is not begun. */
  least?: number
  /** Milliseconds before the one repetition, where the vendor names none. */
  pause?: number
}

export type Guard = <T>(call: (signal: AbortSignal) => Promise<T>, deadline: Deadline) => Promise<T>

/**
 * Runs calls within their deadline, repeats one once where that may help and time allows, and leaves a vendor that keeps
 * failing alone.
 * @returns call → its value. Throws ModelFailure, and nothing else.
 */
export function createGuard({ failures = 5, halfOpenAfter = 30_000, least = 400, pause = 250 }: GuardOptions): Guard {
  const circuit = circuitBreaker(
    handleWhen((error) => error instanceof ModelFailure && (error.why === 'unavailable' || error.why === 'slow')),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter },
  )

  const once = async <T>(call: (signal: AbortSignal) => Promise<T>, deadline: Deadline): Promise<T> => {
    try {
      const within = timeout(Math.max(1, Math.floor(deadline.left())), TimeoutStrategy.Aggressive)
      return await within.execute(({ signal }) => call(signal))
    } catch (error) {
      throw error instanceof TaskCancelledError ? new ModelFailure('slow', { cause: error }) : failureOf(error)
    }
  }

  const twice = async <T>(call: (signal: AbortSignal) => Promise<T>, deadline: Deadline): Promise<T> => {
    try {
      return await once(call, deadline)
    } catch (error) {
      const { again, after = pause } = error as ModelFailure
      if (!again || deadline.left() < after + least) throw error
      await sleep(after)
      return once(call, deadline)
    }
  }

  return async (call, deadline) => {
    if (deadline.left() < least) throw new ModelFailure('slow', {})
    try {
      return await circuit.execute(() => twice(call, deadline))
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new ModelFailure('circuit-open', { cause: error }) : failureOf(error)
    }
  }
}
