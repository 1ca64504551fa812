import type { FeatureSpace } from './featureSpace.ts'
import { solve } from './kernelRidge.ts'

/** Ridge as a share of the kernel's mean diagonal. */
const RIDGE = 0.1

/** What a fit leaves: the weight of each phrasing for each class, `texts × classes`, row by row, in half precision. */
export type Weights = Float16Array

/**
 * Kernel ridge regression on one-hot targets, closed form (Murphy, Probabilistic Machine Learning, section 17.3.9).
 * @param space the phrasings' features
 * @param texts the same phrasings
 * @param vectors their sentence vectors, when there are any
 * @param labels the class of each phrasing, 0 to classes − 1
 */
export function fit(
  space: FeatureSpace,
  texts: readonly string[],
  vectors: readonly Float32Array[] | undefined,
  labels: readonly number[],
  classes: number,
): Weights {
  const n = texts.length
  const kernel = new Float64Array(n * n)
  for (const [i, text] of texts.entries()) kernel.set(space.similarities(text, vectors?.[i]), i * n)
  let trace = 0
  for (let i = 0; i < n; i++) trace += kernel[i * n + i] as number
  const targets = new Float64Array(n * classes)
  for (const [i, label] of labels.entries()) targets[i * classes + label] = 1
  solve(kernel, targets, n, classes, (RIDGE * trace) / n)
  return Float16Array.from(targets)
}
