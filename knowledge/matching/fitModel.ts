import { FeatureSpace } from './featureSpace.ts'
import { readFullFits, readVectors, writeModel } from './fitFiles.ts'
import { fullFit } from './fullFit.ts'
import { type ContentChange, changeSince, refit } from './refit.ts'
import { openUniversalSentenceEncoder, type SentenceEncoder } from './sentenceEncoder.ts'
import type { TrainingSet } from './trainingSet.ts'

const BATCH = 64
/** The share of the content that a fit must cover to be refitted. */
const MIN_COVERAGE = 0.8
/** Phrasings up to which a full fit takes a few seconds. */
export const FULL_FIT_LIMIT = 4000

export interface FitOptions {
  /** Whether to use sentence vectors, or a vendor's encoder, whose vectors are all in one of the folders already. */
  encoder: boolean | Pick<SentenceEncoder, 'id' | 'dimensions'>
  /** Folders whose vectors may be reused, and whose fits may be refitted. */
  from: readonly string[]
  /** Folder that receives the fit. */
  out: string
  /** The number of phrasings above which a fit that covers enough is refitted, rather than made in full. */
  refitAbove: number
  /** Called with how many of the missing vectors are embedded. */
  progress?: (done: number, of: number) => void
}

/**
 * Embeds the phrasings without a vector, fits in full or refits, and writes vectors and weights.
 * @returns how it fitted
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
      ? dirs.flatMap((dir) => readFullFits(dir, sentences)).map((base) => changeSince(base, set))
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

async function encoderOf(encoder: FitOptions['encoder']): Promise<SentenceEncoder | undefined> {
  if (typeof encoder === 'boolean') return encoder ? openUniversalSentenceEncoder() : undefined
  const embed = () => Promise.reject(new Error(`A vector of ${encoder.id} is missing`))
  return { ...encoder, embed }
}

/** The change with the highest coverage, the first of equals, if that is enough. */
const mostCovered = (changes: readonly ContentChange[]): ContentChange | undefined =>
  changes.filter(({ coverage }) => coverage >= MIN_COVERAGE).sort((a, b) => b.coverage - a.coverage)[0]
