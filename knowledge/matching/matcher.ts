import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DotProducts } from './dots.ts'
import { FeatureSpace } from './featureSpace.ts'
import { FEW, type FitOptions } from './fitModel.ts'
import { fitKey, readVectors, readWeights } from './fittedModel.ts'
import { folderOf, keepVectors } from './foreignVectors.ts'
import type { MatchClass, TrainingSet } from './phrasings.ts'
import { openUniversalSentenceEncoder, type SentenceVectors } from './sentenceVectors.ts'

/** How well a message fits a class: about 1 for a phrasing of the class itself, about 0 for one that has nothing to do with it. */
export interface Candidate extends MatchClass {
  score: number
}

/** Text → classes ranked by score. */
export interface Matcher {
  /** One ranking per text, best first, every class in it. Several texts at once cost little more than one. */
  rank(texts: readonly string[]): Promise<Candidate[][]>
}

export interface MatcherOptions {
  /** Folder of the fit that ships with the content. */
  shipped: string
  /** Folder in which a fit of changed content is kept. */
  cache: string
  /** Whether to use sentence vectors; without them words and characters alone. */
  vectors: boolean
  /** Where the vectors come from, when not from this computer. */
  encoder?: SentenceVectors
}

/**
 * Opens a fit: the shipped one, one that was cached, or a new one, made in a worker so that the process goes on
 * answering. The new one is carried over from the others when they cover most of the content.
 * @throws Error when the fit cannot be made
 */
export async function openMatcher(set: TrainingSet, options: MatcherOptions): Promise<Matcher> {
  const { shipped, cache, vectors, encoder: foreign } = options
  const encoder = foreign ?? (vectors ? await openUniversalSentenceEncoder() : undefined)
  if (!foreign) await encoder?.embed(['warm up'])
  const key = fitKey(set, encoder)
  const kind = foreign ? folderOf(foreign) : encoder ? 'vectors' : 'words'
  const dirs = [path.join(shipped, kind), path.join(cache, kind)]
  const length = set.texts.length * set.classes.length
  const read = () => dirs.map((dir) => readWeights(dir, key, length)).find((found) => found !== undefined)
  let weights = read()
  if (!weights) {
    if (foreign) await keepVectors(set.texts, foreign, path.join(cache, kind))
    await fitInWorker(set, foreign ? { id: foreign.id, dimensions: foreign.dimensions } : encoder !== undefined, dirs)
    weights = read()
  }
  if (!weights) throw new Error('The fit of the knowledge base could not be read back')
  const store =
    encoder &&
    dirs.reduce((into, dir) => readVectors(dir, encoder.dimensions, into), readVectors('', encoder.dimensions))
  const space = new FeatureSpace(set.texts, store && set.texts.map((text) => store.get(text)))
  const solved = new Float32Array(weights)
  const columns = new DotProducts(set.classes.length, set.texts.length, 'single')
  for (let c = 0; c < set.classes.length; c++)
    for (let t = 0; t < set.texts.length; t++)
      columns.rows[c * columns.stride + t] = solved[t * set.classes.length + c] as number
  return { rank: (texts) => rank(texts, set, space, columns, encoder) }
}

async function rank(
  texts: readonly string[],
  set: TrainingSet,
  space: FeatureSpace,
  columns: DotProducts,
  encoder: SentenceVectors | undefined,
): Promise<Candidate[][]> {
  const normalised = texts.map(set.normalise)
  const vectors = await encoder?.embed(normalised)
  return normalised.map((text, i) => {
    const scores = columns.with(space.similarities(text, vectors?.[i]))
    return set.classes.map((one, c) => ({ ...one, score: scores[c] as number })).sort((a, b) => b.score - a.score)
  })
}

function fitInWorker(
  { classes, texts, labels }: TrainingSet,
  encoder: FitOptions['encoder'],
  dirs: readonly string[],
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL('./fitWorker.ts', import.meta.url), {
    workerData: {
      set: { classes, texts, labels },
      options: { encoder, from: dirs, out: dirs.at(-1), refitAbove: FEW },
    },
  })
  worker.once('message', () => resolve())
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The fit ended with code ${code}`)))
  return promise
}
