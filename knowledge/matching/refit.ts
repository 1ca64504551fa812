import type { FeatureSpace } from './featureSpace.ts'
import type { FittedWeights } from './fitFiles.ts'
import { ridgeOf, type Weights } from './fullFit.ts'
import { choleskySolver, transposed } from './kernelRidge.ts'
import { MatrixBlock, range } from './matrixBlock.ts'
import { createCounters, runPhases } from './phaseScheduler.ts'
import type { TrainingSet } from './trainingSet.ts'

/** Old phrasings that are solved again at most. One block of 5,000 comes nearer to the full fit than several of 2,500. */
const NEIGHBOURS = 5000
const CHUNK = 64

/** The difference between the content and what a fit was made from. */
export interface ContentChange {
  base: FittedWeights
  /** For each phrasing its row in the base, or −1 when it is new. */
  rows: Int32Array
  removed: readonly string[]
  /** The share of the larger of the two that is in both. */
  coverage: number
}

/** Compares a training set with what a fit was made from. A phrasing that changed its class counts as removed and as new. */
export function changeSince(
  base: FittedWeights,
  { classes, texts, labels }: Omit<TrainingSet, 'normalise'>,
): ContentChange {
  const keyOf = (text: string, id: string | undefined) => `${id}\n${text}`
  const before = new Map(base.texts.map((text, row) => [keyOf(text, base.classes[base.labels[row] as number]), row]))
  const rows = Int32Array.from(texts, (text, i) => before.get(keyOf(text, classes[labels[i] as number]?.id)) ?? -1)
  const still = new Set(rows)
  const removed = base.texts.filter((_, row) => !still.has(row))
  const kept = base.texts.length - removed.length
  return { base, rows, removed, coverage: kept / Math.max(1, texts.length, base.texts.length) }
}

/**
 * Refits to changed content: one step of the block Gauss–Seidel method (Golub and Van Loan, Matrix
 * Computations, section 11.2). The new phrasings, and the old ones most similar to what is new or removed, are solved
 * exactly, (K_aa + ridge·I)·A_a = Y_a − K_ao·A_o, while the others keep their weights A_o. A new class begins with a
 * column of zeros.
 * @param space the features of the phrasings as they are now
 * @param vectorOf the sentence vector of a removed phrasing, when it is known
 * @param neighbours how many old phrasings to solve again
 */
export function refit(
  space: FeatureSpace,
  { classes, texts, labels }: Omit<TrainingSet, 'normalise'>,
  change: ContentChange,
  vectorOf: (text: string) => Float32Array | undefined = () => undefined,
  neighbours = NEIGHBOURS,
): Weights {
  const n = texts.length
  const m = classes.length
  const weights = initialWeights(change, classes, n)
  const active = activeSet(space, change, vectorOf, neighbours)
  solveBlock(active, space, labels, weights, m)
  return Float16Array.from(transposed(weights, m, n, new Float32Array(m * n)))
}

/** Solves exactly for some phrasings, in order, while the others keep their weights. */
function solveBlock(
  active: readonly number[],
  space: FeatureSpace,
  labels: readonly number[],
  weights: Float32Array,
  m: number,
): void {
  const n = space.size
  const ridge = ridgeOf(space)
  const width = active.length
  for (const t of active) for (let c = 0; c < m; c++) weights[c * n + t] = 0
  const kernel = new Float32Array(width ** 2)
  const columns = new Float64Array(m * width)
  for (const [i, t] of active.entries()) columns[(labels[t] as number) * width + i] = 1
  const kernelRows = new Float32Array(CHUNK * n)
  for (let start = 0; start < width; start += CHUNK) {
    const chunk = active.slice(start, start + CHUNK)
    space.gram(chunk, n, (i, row) => {
      kernelRows.set(row, i * n)
      const at = (start + i) * width
      for (let j = 0; j <= start + i; j++) kernel[at + j] = row[active[j] as number] as number
      kernel[at + start + i] = (row[active[start + i] as number] as number) + ridge
    })
    subtractFixed(kernelRows, chunk.length, weights, n, m, columns, width, start)
  }
  runPhases(createCounters(), choleskySolver(kernel, columns, width, m))
  for (const [i, t] of active.entries())
    for (let c = 0; c < m; c++) weights[c * n + t] = columns[c * width + i] as number
}

/** The weights of the base for the phrasings and classes that are in both, class by class; 0 elsewhere. */
function initialWeights({ base, rows }: ContentChange, classes: TrainingSet['classes'], n: number): Float32Array {
  const out = new Float32Array(classes.length * n)
  const width = base.classes.length
  const columns = new Map(base.classes.map((id, column) => [id, column]))
  for (const [c, { id }] of classes.entries()) {
    const column = columns.get(id)
    if (column === undefined) continue
    for (const [t, row] of rows.entries()) if (row >= 0) out[c * n + t] = base.weights[row * width + column] as number
  }
  return out
}

/** The new phrasings and the old ones nearest to what changed. */
function activeSet(
  space: FeatureSpace,
  { rows, removed }: ContentChange,
  vectorOf: (text: string) => Float32Array | undefined,
  neighbours: number,
): number[] {
  const nearest = new Float64Array(rows.length)
  const take = (similarities: Float64Array) => {
    for (let t = 0; t < nearest.length; t++) nearest[t] = Math.max(nearest[t] as number, similarities[t] as number)
  }
  const added = range(0, rows.length).filter((t) => (rows[t] as number) < 0)
  for (let start = 0; start < added.length; start += CHUNK)
    space.gram(added.slice(start, start + CHUNK), rows.length, (_, row) => take(row))
  for (const text of removed) take(space.similarities(text, vectorOf(text)))
  const old = range(0, rows.length)
    .filter((t) => (rows[t] as number) >= 0)
    .sort((a, b) => (nearest[b] as number) - (nearest[a] as number) || a - b)
  return [...added, ...old.slice(0, neighbours)].sort((a, b) => a - b)
}

/** columns −= weights · kernelᵀ: what the phrasings that keep their weights contribute to some of the others. */
function subtractFixed(
  kernelRows: Float32Array,
  count: number,
  weights: Float32Array,
  n: number,
  m: number,
  columns: Float64Array,
  width: number,
  start: number,
): void {
  const rows = range(0, count, n)
  const block = new MatrixBlock(CHUNK, CHUNK, 'single')
  for (let first = 0; first < m; first += CHUNK) {
    const some = range(first, Math.min(first + CHUNK, m), n)
    block.c.fill(0)
    block.subtract(weights, some, kernelRows, rows, 0, n)
    for (let i = 0; i < some.length; i++)
      for (let j = 0; j < count; j++) {
        const at = (first + i) * width + start + j
        columns[at] = (columns[at] as number) + (block.c[i * CHUNK + j] as number)
      }
  }
}
