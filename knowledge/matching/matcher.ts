import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DotProducts } from './dotProducts.ts'
import { FeatureSpace } from './featureSpace.ts'
import { fitKey, readVectors, readWeights } from './fitFiles.ts'
import { type FitOptions, FULL_FIT_LIMIT } from './fitModel.ts'
import { openUniversalSentenceEncoder, type SentenceEncoder } from './sentenceEncoder.ts'
import type { MatchClass, TrainingSet } from './trainingSet.ts'
import { cacheVectors, encoderFolder } from './vendorVectorCache.ts'

/** A class with its score: about 1 for a phrasing of the class itself, about 0 for an unrelated message. */
export interface Candidate extends MatchClass {
  score: number
}

/** Text → classes ranked by score. */
export interface Matcher {
  /** One ranking per text, best first, every class in it. Several texts at once cost little more than one. */
  rank(texts: readonly string[]): Promise<Candidate[][]>
}

interface MatcherOptions {
  /** Folder of the fits that ship with the content. */
  shipped: string
  /** Folder of the fits of changed content. */
  cache: string
  /** Whether to use sentence vectors beside words and characters. */
  vectors: boolean
  /** A vendor's encoder, in place of the local one. */
  encoder?: SentenceEncoder
}

/**
 * Opens the shipped fit, a cached one, or a new one, made in a worker thread so that the process goes on answering. The
 * new one is a refit of the others where they cover most of the content.
 * @throws Error when the fit cannot be made
 */
export async function openMatcher(set: TrainingSet, options: MatcherOptions): Promise<Matcher> {
  const { shipped, cache, vectors, encoder: vendor } = options
  const encoder = vendor ?? (vectors ? await openUniversalSentenceEncoder() : undefined)
  if (!vendor) await encoder?.embed(['warm up'])
  const key = fitKey(set, encoder)
  const kind = vendor ? encoderFolder(vendor) : encoder ? 'vectors' : 'words'
  const dirs = [path.join(shipped, kind), path.join(cache, kind)]
  const length = set.texts.length * set.classes.length
  const read = () => dirs.map((dir) => readWeights(dir, key, length)).find((found) => found !== undefined)
  let weights = read()
  if (!weights) {
    if (vendor) await cacheVectors(set.texts, vendor, path.join(cache, kind))
    await fitInWorker(set, vendor ? { id: vendor.id, dimensions: vendor.dimensions } : encoder !== undefined, dirs)
    weights = read()
  }
  if (!weights) throw new Error('The fit of the knowledge base could not be read back')
  const store =
    encoder &&
    dirs.reduce((into, dir) => readVectors(dir, encoder.dimensions, into), readVectors('', encoder.dimensions))
  const space = new FeatureSpace(set.texts, store && set.texts.map((text) => store.get(text)))
  const solved = new Float32Array(weights)
  const weightsByClass = new DotProducts(set.classes.length, set.texts.length, 'float32')
  for (let c = 0; c < set.classes.length; c++)
    for (let t = 0; t < set.texts.length; t++)
      weightsByClass.rows[c * weightsByClass.stride + t] = solved[t * set.classes.length + c] as number
  return { rank: (texts) => rank(texts, set, space, weightsByClass, encoder) }
}

async function rank(
  texts: readonly string[],
  set: TrainingSet,
  space: FeatureSpace,
  weightsByClass: DotProducts,
  encoder: SentenceEncoder | undefined,
): Promise<Candidate[][]> {
  const normalised = texts.map(set.normalise)
  const vectors = await encoder?.embed(normalised)
  return normalised.map((text, i) => {
    const scores = weightsByClass.with(space.similarities(text, vectors?.[i]))
    return set.classes.map((one, c) => ({ ...one, score: scores[c] as number })).sort((a, b) => b.score - a.score)
  })
}

function fitInWorker(
  { classes, texts, labels }: TrainingSet,
  encoder: FitOptions['encoder'],
  dirs: readonly string[],
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL('./fitModelWorker.ts', import.meta.url), {
    workerData: {
      set: { classes, texts, labels },
      options: { encoder, from: dirs, out: dirs.at(-1), refitAbove: FULL_FIT_LIMIT },
    },
  })
  worker.once('message', () => resolve())
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The fit ended with code ${code}`)))
  return promise
}
