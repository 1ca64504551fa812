import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { range } from './blocks.ts'
import { FeatureSpace } from './featureSpace.ts'
import { solving, transposed } from './kernelRidge.ts'
import { type Tasks, ticketOffice, work, workToTheEnd } from './tickets.ts'

/** Ridge as a share of the kernel's mean diagonal. */
const RIDGE = 0.07
const CHUNK = 64
const MOST_THREADS = 4
/** Phrasings from which a further thread is worth its start. */
const MANY = 1500

/** What a fit leaves: the weight of each phrasing for each class, `texts × classes`, row by row, in half precision. */
export type Weights = Float16Array

/** What the threads of a fit share. */
export interface Shared {
  texts: readonly string[]
  vectors: readonly Float32Array[] | undefined
  kernel: Float32Array
  columns: Float64Array
  ridge: number
  office: Int32Array
}

export const ridgeOf = (space: FeatureSpace): number => RIDGE * space.meanSelf()

/**
 * Kernel ridge regression on one-hot targets, closed form (Murphy, Probabilistic Machine Learning, section 17.3.9).
 * The result does not depend on the number of threads.
 * @param space the phrasings' features
 * @param texts the same phrasings
 * @param vectors their sentence vectors, when there are any
 * @param labels the class of each phrasing, 0 to classes − 1
 */
export function fullFit(
  space: FeatureSpace,
  texts: readonly string[],
  vectors: readonly Float32Array[] | undefined,
  labels: readonly number[],
  classes: number,
  threads = texts.length < MANY ? 1 : Math.min(MOST_THREADS, availableParallelism()),
): Weights {
  const n = texts.length
  const kernel = new Float32Array(new SharedArrayBuffer(n * n * 4))
  const columns = new Float64Array(new SharedArrayBuffer(n * classes * 8))
  for (const [i, label] of labels.entries()) columns[label * n + i] = 1
  const shared: Shared = { texts, vectors, kernel, columns, ridge: ridgeOf(space), office: ticketOffice() }
  for (let thread = 1; thread < threads; thread++)
    new Worker(new URL('./fitThread.ts', import.meta.url), { workerData: shared }).on('error', () => undefined).unref()
  workToTheEnd(shared.office, fitting(space, shared))
  return Float16Array.from(transposed(columns, classes, n, new Float64Array(n * classes)))
}

/** Takes part in a fit that another thread leads. */
export const takePart = (shared: Shared): void =>
  work(shared.office, fitting(new FeatureSpace(shared.texts, shared.vectors), shared))

/** First the lower triangle of the kernel, by rows, then the solution. */
function fitting(space: FeatureSpace, { texts, kernel, columns, ridge }: Shared): Tasks {
  const n = texts.length
  const solution = solving(kernel, columns, n, columns.length / n)
  return {
    phases: [Math.ceil(n / CHUNK), ...solution.phases],
    run(phase, item) {
      if (phase > 0) return solution.run(phase - 1, item)
      const start = item * CHUNK
      const rows = range(start, Math.min(start + CHUNK, n))
      space.gram(rows, start + rows.length, (i, row) => {
        kernel.set(row, (start + i) * n)
        kernel[(start + i) * (n + 1)] = (row[start + i] as number) + ridge
      })
    },
  }
}
