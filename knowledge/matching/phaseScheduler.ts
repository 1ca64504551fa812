/**
 * Work in phases of independent items. Any number of threads take the items in order; an item waits until all items of the
 * phases before are done. Which thread runs an item makes no difference to its result.
 */
export interface PhasedWork {
  /** The number of items of each phase. */
  phases: readonly number[]
  run(phase: number, item: number): void
}

const NEXT = 0
const DONE = 1
const FAILED = 2

/** The counters that the threads of one work share. */
export const createCounters = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(12))

/** Runs items in this thread, as one of several, until none is left to take. */
export function joinPhases(counters: Int32Array, { phases, run }: PhasedWork): void {
  let phase = 0
  let start = 0
  for (;;) {
    const taken = Atomics.add(counters, NEXT, 1)
    while (phase < phases.length && taken >= start + (phases[phase] as number)) start += phases[phase++] as number
    if (phase === phases.length) return
    waitFor(counters, start)
    try {
      if (!Atomics.load(counters, FAILED)) run(phase, taken - start)
    } catch (error) {
      Atomics.store(counters, FAILED, 1)
      throw error
    } finally {
      Atomics.add(counters, DONE, 1)
      Atomics.notify(counters, DONE)
    }
  }
}

/**
 * Runs all phases, together with the threads that join on the same counters, and waits for their end.
 * @throws Error when an item failed, in this thread or in another
 */
export function runPhases(counters: Int32Array, work: PhasedWork): void {
  joinPhases(counters, work)
  waitFor(
    counters,
    work.phases.reduce((sum, items) => sum + items, 0),
  )
  if (Atomics.load(counters, FAILED)) throw new RangeError('The kernel is not positive definite')
}

function waitFor(counters: Int32Array, needed: number): void {
  for (let done = Atomics.load(counters, DONE); done < needed; done = Atomics.load(counters, DONE))
    Atomics.wait(counters, DONE, done)
}
