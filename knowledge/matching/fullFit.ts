import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { FeatureSpace } from './featureSpace.ts'
import { choleskySolver, transposed } from './kernelRidge.ts'
import { range } from './matrixBlock.ts'
import { createCounters, joinPhases, type PhasedWork, runPhases } from './phaseScheduler.ts'

/** Ridge as a share of the kernel's mean diagonal. */
const RIDGE = 0.07
const CHUNK = 64
const MAX_THREADS = 4
/** Phrasings from which the fit starts further threads. */
const MIN_FOR_THREADS = 1500

/** The weight of each phrasing for each class: `texts × classes`, row by row, in half precision. */
export type Weights = Float16Array

/** What the threads of a fit share. */
interface Shared {
  texts: readonly string[]
  vectors: readonly Float32Array[] | undefined
  kernel: Float32Array
  columns: Float64Array
  ridge: number
  counters: Int32Array
}

export const ridgeOf = (space: FeatureSpace): number => RIDGE * space.meanDiagonal()

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
  threads = texts.length < MIN_FOR_THREADS ? 1 : Math.min(MAX_THREADS, availableParallelism()),
): Weights {
  const n = texts.length
  const kernel = new Float32Array(new SharedArrayBuffer(n * n * 4))
  const columns = new Float64Array(new SharedArrayBuffer(n * classes * 8))
  for (const [i, label] of labels.entries()) columns[label * n + i] = 1
  const shared: Shared = { texts, vectors, kernel, columns, ridge: ridgeOf(space), counters: createCounters() }
  for (let thread = 1; thread < threads; thread++)
    new Worker(new URL('./fullFitThread.ts', import.meta.url), { workerData: shared })
      .on('error', () => undefined)
      .unref()
  runPhases(shared.counters, fitWork(space, shared))
  return Float16Array.from(transposed(columns, classes, n, new Float64Array(n * classes)))
}

/** Joins the fit of another thread. */
export const joinFit = (shared: Shared): void =>
  joinPhases(shared.counters, fitWork(new FeatureSpace(shared.texts, shared.vectors), shared))

/** The work of a fit: the lower triangle of the kernel, by rows, then the solution. */
function fitWork(space: FeatureSpace, { texts, kernel, columns, ridge }: Shared): PhasedWork {
  const n = texts.length
  const solver = choleskySolver(kernel, columns, n, columns.length / n)
  return {
    phases: [Math.ceil(n / CHUNK), ...solver.phases],
    run(phase, item) {
      if (phase > 0) return solver.run(phase - 1, item)
      const start = item * CHUNK
      const rows = range(start, Math.min(start + CHUNK, n))
      space.gram(rows, start + rows.length, (i, row) => {
        kernel.set(row, (start + i) * n)
        kernel[(start + i) * (n + 1)] = (row[start + i] as number) + ridge
      })
    },
  }
}
