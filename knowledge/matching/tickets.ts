/**
 * Work cut into phases of independent items. Any number of threads draw tickets for the items in order; an item of one
 * phase waits until all items of the phases before are done. Which thread does an item makes no difference to its result.
 */
export interface Tasks {
  /** The number of items of each phase. */
  phases: readonly number[]
  run(phase: number, item: number): void
}

const NEXT = 0
const DONE = 1
const FAILED = 2

/** What the threads share to draw tickets. */
export const ticketOffice = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(12))

/** Draws tickets until there are none. A thread that comes late finds less to do, or nothing. */
export function work(office: Int32Array, { phases, run }: Tasks): void {
  let phase = 0
  let start = 0
  for (;;) {
    const ticket = Atomics.add(office, NEXT, 1)
    while (phase < phases.length && ticket >= start + (phases[phase] as number)) start += phases[phase++] as number
    if (phase === phases.length) return
    waitFor(office, start)
    try {
      if (!Atomics.load(office, FAILED)) run(phase, ticket - start)
    } catch (error) {
      Atomics.store(office, FAILED, 1)
      throw error
    } finally {
      Atomics.add(office, DONE, 1)
      Atomics.notify(office, DONE)
    }
  }
}

/**
 * Does the work together with the threads that draw from the same office.
 * @throws Error when an item failed, in this thread or in another
 */
export function workToTheEnd(office: Int32Array, tasks: Tasks): void {
  work(office, tasks)
  waitFor(
    office,
    tasks.phases.reduce((sum, items) => sum + items, 0),
  )
  if (Atomics.load(office, FAILED)) throw new RangeError('The kernel is not positive definite')
}

function waitFor(office: Int32Array, needed: number): void {
  for (let done = Atomics.load(office, DONE); done < needed; done = Atomics.load(office, DONE))
    Atomics.wait(office, DONE, done)
}
