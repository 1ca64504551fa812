import { characterGrams, InvertedIndex, TfIdf, wordGrams } from './features.ts'

/** The similarity of a message to every phrasing: the kernel of the fit and of each query, from one place. */
export class FeatureSpace {
  readonly size: number
  readonly #words: TfIdf
  readonly #characters: TfIdf
  readonly #wordIndex: InvertedIndex
  readonly #characterIndex: InvertedIndex
  readonly #mean: Float64Array | undefined
  readonly #rows: Float32Array | undefined

  /**
   * @param texts normalised phrasings
   * @param vectors one sentence vector per phrasing, or none: then words and characters alone
   */
  constructor(texts: readonly string[], vectors?: readonly Float32Array[]) {
    this.size = texts.length
    this.#words = new TfIdf(wordGrams, texts)
    this.#characters = new TfIdf(characterGrams, texts)
    this.#wordIndex = new InvertedIndex(texts.map((t) => this.#words.vector(t)), this.#words.size)
    this.#characterIndex = new InvertedIndex(texts.map((t) => this.#characters.vector(t)), this.#characters.size)
    if (!vectors) return
    this.#mean = meanOf(vectors)
    const dimensions = this.#mean.length
    this.#rows = new Float32Array(texts.length * dimensions)
    for (const [i, vector] of vectors.entries()) this.#rows.set(centred(vector, this.#mean), i * dimensions)
  }

  /**
   * With vectors ½·words + ½·characters + exp(2·(vectors − 1)), without exp(words + characters − 2); each a cosine,
   * and the first two scaled by the share of the message that the vocabulary holds.
   * @returns one similarity per phrasing
   */
  similarities(text: string, vector?: Float32Array): Float64Array {
    const out = new Float64Array(this.size)
    const words = this.#words.vector(text)
    const characters = this.#characters.vector(text)
    const share = this.#rows ? 0.5 : 1
    this.#wordIndex.addCosines(words, share * words.known, out)
    this.#characterIndex.addCosines(characters, share * characters.known, out)
    if (!this.#rows || !this.#mean) return out.map((sum) => Math.exp(sum - 2))
    const query = centred(vector ?? new Float32Array(this.#mean.length), this.#mean)
    const dimensions = query.length
    for (let i = 0; i < this.size; i++) {
      let cosine = 0
      const row = i * dimensions
      for (let d = 0; d < dimensions; d++) cosine += (query[d] as number) * (this.#rows[row + d] as number)
      out[i] = (out[i] as number) + Math.exp(2 * (cosine - 1))
    }
    return out
  }
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let d = 0; d < mean.length; d++) mean[d] = (mean[d] as number) + (vector[d] as number)
  return mean.map((sum) => sum / Math.max(1, vectors.length))
}

function centred(vector: Float32Array, mean: Float64Array): Float32Array {
  const out = vector.map((x, d) => x - (mean[d] as number))
  const length = Math.hypot(...out) || 1
  return out.map((x) => x / length)
}
