import { FeatureSpace } from './featureSpace.ts'
import { fit } from './fit.ts'
import { fitKey, readVectors, writeModel } from './fittedModel.ts'
import type { TrainingSet } from './phrasings.ts'
import { openUniversalSentenceEncoder } from './sentenceVectors.ts'

const BATCH = 64

/**
 * Does the costly part: embeds what no folder holds a vector for, solves, and writes both.
 * @param encoder whether to use sentence vectors
 * @param vectorDirs folders whose vectors may be reused
 * @param out folder that receives the fit
 * @param progress called with the number of phrasings that have a vector
 */
export async function fitModel(
  set: Omit<TrainingSet, 'normalise'>,
  encoder: boolean,
  vectorDirs: readonly string[],
  out: string,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const training = { ...set, normalise: (text: string) => text }
  const sentences = encoder ? await openUniversalSentenceEncoder() : undefined
  const store = sentences && vectorDirs.reduce((into, dir) => readVectors(dir, sentences.dimensions, into), readVectors(out, sentences.dimensions))
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
  const weights = fit(space, set.texts, vectors, set.labels, set.classes.length)
  writeModel(out, fitKey(training, sentences), set.texts, { vectors: store, weights })
}
