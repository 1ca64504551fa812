import { FeatureSpace } from './featureSpace.ts'
import { fullFit } from './fit.ts'
import { readBases, readVectors, writeModel } from './fittedModel.ts'
import type { TrainingSet } from './phrasings.ts'
import { type Change, changeSince, refit } from './refit.ts'
import { openUniversalSentenceEncoder, type SentenceVectors } from './sentenceVectors.ts'

const BATCH = 64
/** What a fit must still cover of the content for its weights to be carried over. */
const COVERED = 0.8
/** Phrasings up to which a full fit takes a few seconds. */
export const FEW = 4000

export interface FitOptions {
  /** Whether to use sentence vectors; of another encoder than ours every vector is in one of the folders already. */
  encoder: boolean | Pick<SentenceVectors, 'id' | 'dimensions'>
  /** Folders whose vectors may be reused, and whose fits may be carried over. */
  from: readonly string[]
  /** Folder that receives the fit. */
  out: string
  /** The number of phrasings above which a fit may be carried over when it covers enough. */
  refitAbove: number
  /** Called with the number of phrasings that have a vector. */
  progress?: (done: number, of: number) => void
}

/**
 * Does the costly part: embeds what no folder holds a vector for, solves in full or near what changed, and writes both.
 * @returns how it was solved
 */
export async function fitModel(
  set: Omit<TrainingSet, 'normalise'>,
  { encoder, from, out, refitAbove, progress = () => undefined }: FitOptions,
): Promise<'full' | 'refit'> {
  const sentences = await encoderOf(encoder)
  const dirs = [...new Set([...from, out])]
  const store =
    sentences &&
    dirs.reduce((into, dir) => readVectors(dir, sentences.dimensions, into), readVectors('', sentences.dimensions))
  if (sentences && store) {
    const missing = [...new Set(set.texts)].filter((text) => !store.has(text))
    for (let at = 0; at < missing.length; at += BATCH) {
      const batch = missing.slice(at, at + BATCH)
      const vectors = await sentences.embed(batch)
      for (const [i, text] of batch.entries()) store.add(text, vectors[i] as Float32Array)
      progress(Math.min(at + BATCH, missing.length), missing.length)
    }
  }
  const vectors = store && set.texts.map((text) => store.get(text))
  const space = new FeatureSpace(set.texts, vectors)
  const changes =
    set.texts.length > refitAbove
      ? dirs.flatMap((dir) => readBases(dir, sentences)).map((base) => changeSince(base, set))
      : []
  const change = mostCovered(changes)
  if (change) {
    const weights = refit(space, set, change, (text) => (store?.has(text) ? store.get(text) : undefined))
    writeModel(out, sentences, set, {
      weights,
      vectors: store,
      full: false,
      kept: change.base.texts.filter((text) => store?.has(text)),
    })
    return 'refit'
  }
  const weights = fullFit(space, set.texts, vectors, set.labels, set.classes.length)
  writeModel(out, sentences, set, { weights, vectors: store, full: true })
  return 'full'
}

async function encoderOf(encoder: FitOptions['encoder']): Promise<SentenceVectors | undefined> {
  if (typeof encoder === 'boolean') return encoder ? openUniversalSentenceEncoder() : undefined
  const embed = () => Promise.reject(new Error(`A vector of ${encoder.id} is missing`))
  return { ...encoder, embed }
}

/** The change that covers most, the first of equals, if it covers enough. */
const mostCovered = (changes: readonly Change[]): Change | undefined =>
  changes.filter(({ covered }) => covered >= COVERED).sort((a, b) => b.covered - a.covered)[0]
