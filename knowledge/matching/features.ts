import { stem } from './stem.ts'

/** A TF-IDF vector, normalised to length 1. */
interface SparseVector {
  indices: Int32Array
  weights: Float64Array
  /** The share of the text's weight that the vocabulary covers, as a length: 0 to 1. */
  coverage: number
}

/** Token string → features. */
type FeatureExtractor = (text: string) => string[]

/** Unigrams and bigrams of stemmed words. */
export const wordGrams: FeatureExtractor = (text) => {
  const words = text.split(' ').filter(Boolean).map(stem)
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
}

/** Character n-grams of 3 to 5 inside each word, with its boundaries marked. */
export const characterGrams: FeatureExtractor = (text) =>
  text
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const marked = `_${word}_`
      const grams: string[] = []
      for (let n = 3; n <= 5; n++) for (let i = 0; i + n <= marked.length; i++) grams.push(marked.slice(i, i + n))
      return grams
    })

/**
 * TF-IDF over a fixed set of texts, with sublinear term frequency and smoothed document frequency
 * (Manning, Raghavan and Schütze, Introduction to Information Retrieval, section 6.4).
 */
export class TfIdf {
  readonly #extract: FeatureExtractor
  readonly #index = new Map<string, number>()
  readonly #idf: number[] = []
  readonly #unknownIdf: number

  /** @param texts the documents, whose features are the vocabulary */
  constructor(extract: FeatureExtractor, texts: readonly string[]) {
    this.#extract = extract
    const documents = new Map<string, number>()
    for (const text of texts)
      for (const gram of new Set(extract(text))) documents.set(gram, (documents.get(gram) ?? 0) + 1)
    for (const [gram, count] of documents) {
      this.#index.set(gram, this.#idf.length)
      this.#idf.push(Math.log((1 + texts.length) / (1 + count)) + 1)
    }
    this.#unknownIdf = Math.log(1 + texts.length) + 1
  }

  get size(): number {
    return this.#idf.length
  }

  vector(text: string): SparseVector {
    const counts = new Map<string, number>()
    for (const gram of this.#extract(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
    const known: [number, number][] = []
    let knownSquares = 0
    let allSquares = 0
    for (const [gram, count] of counts) {
      const index = this.#index.get(gram)
      const weight = (1 + Math.log(count)) * (index === undefined ? this.#unknownIdf : (this.#idf[index] ?? 0))
      allSquares += weight * weight
      if (index === undefined) continue
      knownSquares += weight * weight
      known.push([index, weight])
    }
    known.sort((a, b) => a[0] - b[0])
    const length = Math.sqrt(knownSquares) || 1
    return {
      indices: Int32Array.from(known, ([index]) => index),
      weights: Float64Array.from(known, ([, weight]) => weight / length),
      coverage: allSquares === 0 ? 0 : Math.sqrt(knownSquares / allSquares),
    }
  }
}

/** Posting lists of the texts by feature: one pass over a query's features gives its cosine to every text. */
export class InvertedIndex {
  /** The posting list of feature f goes from `#starts[f]` to before `#starts[f + 1]`, in ascending order of texts. */
  readonly #starts: Int32Array
  readonly #texts: Int32Array
  readonly #weights: Float64Array

  constructor(vectors: readonly SparseVector[], features: number) {
    this.#starts = new Int32Array(features + 1)
    for (const { indices } of vectors)
      for (const f of indices) this.#starts[f + 1] = (this.#starts[f + 1] as number) + 1
    for (let f = 0; f < features; f++)
      this.#starts[f + 1] = (this.#starts[f + 1] as number) + (this.#starts[f] as number)
    const next = this.#starts.slice()
    this.#texts = new Int32Array(this.#starts[features] as number)
    this.#weights = new Float64Array(this.#texts.length)
    for (const [text, { indices, weights }] of vectors.entries())
      for (let i = 0; i < indices.length; i++) {
        const f = indices[i] as number
        const at = next[f] as number
        next[f] = at + 1
        this.#texts[at] = text
        this.#weights[at] = weights[i] as number
      }
  }

  /** Adds `factor` × cosine(query, text) to `into` for the texts that it has room for. */
  addCosines(query: SparseVector, factor: number, into: Float64Array): void {
    const texts = this.#texts
    const weights = this.#weights
    for (let f = 0; f < query.indices.length; f++) {
      const feature = query.indices[f] as number
      const weight = (query.weights[f] as number) * factor
      const end = this.#starts[feature + 1] as number
      for (let i = this.#starts[feature] as number; i < end; i++) {
        const text = texts[i] as number
        if (text >= into.length) break
        into[text] = (into[text] as number) + weight * (weights[i] as number)
      }
    }
  }
}
