import { DotProducts } from './dotProducts.ts'
import { characterGrams, InvertedIndex, TfIdf, wordGrams } from './features.ts'
import { MatrixBlock, range } from './matrixBlock.ts'
import { tokenString } from './text.ts'

/**
 * The int16 that a 1 is quantised to, in vectors of length 1. No sum of products can overflow: it is at most the product
 * of two lengths (Cauchy and Schwarz). A cosine is exact to about 1e-5.
 */
const UNIT = 2 ** 15 - 1
const SQUARE = UNIT * UNIT
/** Phrasings that are multiplied in one block. */
const CHUNK = 64

/** The similarity of a message to every phrasing: the one kernel of the fit and of each query. */
export class FeatureSpace {
  readonly size: number
  readonly #texts: readonly string[]
  readonly #words: TfIdf
  readonly #characters: TfIdf
  readonly #wordIndex: InvertedIndex
  readonly #characterIndex: InvertedIndex
  readonly #mean: Float64Array | undefined
  readonly #vectors: DotProducts | undefined

  /**
   * @param texts phrasings
   * @param vectors one sentence vector per phrasing, or none: then words and characters alone
   */
  constructor(texts: readonly string[], vectors?: readonly Float32Array[]) {
    this.size = texts.length
    this.#texts = texts.map(tokenString)
    this.#words = new TfIdf(wordGrams, this.#texts)
    this.#characters = new TfIdf(characterGrams, this.#texts)
    this.#wordIndex = new InvertedIndex(
      this.#texts.map((t) => this.#words.vector(t)),
      this.#words.size,
    )
    this.#characterIndex = new InvertedIndex(
      this.#texts.map((t) => this.#characters.vector(t)),
      this.#characters.size,
    )
    if (!vectors) return
    this.#mean = meanOf(vectors)
    this.#vectors = new DotProducts(texts.length, this.#mean.length, 'int16')
    for (const [i, vector] of vectors.entries())
      this.#vectors.rows.set(centredAndQuantised(vector, this.#mean), i * this.#vectors.stride)
  }

  /**
   * With vectors ½·words + ½·characters + 2·exp(2·(vectors − 1)), without exp(words + characters − 2); each a cosine,
   * and the first two scaled by the coverage of the message.
   * @returns one similarity per phrasing
   */
  similarities(text: string, vector?: Float32Array): Float64Array {
    const out = this.#lexicalSimilarities(tokenString(text), this.size)
    if (!this.#vectors || !this.#mean) return out
    const products = this.#vectors.with(centredAndQuantised(vector ?? new Float32Array(this.#mean.length), this.#mean))
    for (let t = 0; t < out.length; t++) out[t] = (out[t] as number) + semanticSimilarity(products[t] as number)
    return out
  }

  /**
   * Rows of the Gram matrix: the similarities of some phrasings to the first ones, many at once.
   * @param phrasings at most some dozens
   * @param columns how many of the first phrasings
   * @param receive called with each phrasing's position among `phrasings` and its row
   */
  gram(phrasings: readonly number[], columns: number, receive: (i: number, row: Float64Array) => void): void {
    const cosines = this.#cosines(phrasings, columns)
    for (const [i, phrasing] of phrasings.entries()) {
      const row = this.#lexicalSimilarities(this.#texts[phrasing] as string, columns)
      if (cosines)
        for (let t = 0; t < columns; t++)
          row[t] = (row[t] as number) + semanticSimilarity(-(cosines[i * columns + t] as number))
      receive(i, row)
    }
  }

  /** The mean diagonal of the kernel: the similarity of a phrasing to itself. */
  meanDiagonal(): number {
    let sum = 0
    for (let at = 0; at < this.size; at++) {
      const words = this.#words.vector(this.#texts[at] as string).coverage
      const characters = this.#characters.vector(this.#texts[at] as string).coverage
      sum += this.#vectors ? (words + characters) / 2 + 2 : Math.exp(words + characters - 2)
    }
    return sum / Math.max(1, this.size)
  }

  /** The kernel's part of words and characters. */
  #lexicalSimilarities(text: string, columns: number): Float64Array {
    const out = new Float64Array(columns)
    const words = this.#words.vector(text)
    const characters = this.#characters.vector(text)
    const share = this.#vectors ? 0.5 : 1
    this.#wordIndex.addCosines(words, share * words.coverage, out)
    this.#characterIndex.addCosines(characters, share * characters.coverage, out)
    if (!this.#vectors) for (let t = 0; t < columns; t++) out[t] = Math.exp((out[t] as number) - 2)
    return out
  }

  /** −UNIT² × the cosines of the vectors of some phrasings to the first ones. */
  #cosines(phrasings: readonly number[], columns: number): Float64Array | undefined {
    if (!this.#vectors) return undefined
    const { rows, stride } = this.#vectors
    const out = new Float64Array(phrasings.length * columns)
    const block = new MatrixBlock(phrasings.length, CHUNK, 'single')
    const offsets = phrasings.map((one) => one * stride)
    for (let start = 0; start < columns; start += CHUNK) {
      const texts = range(start, Math.min(start + CHUNK, columns), stride)
      block.c.fill(0)
      block.subtract(rows, offsets, rows, texts, 0, stride)
      for (let i = 0; i < offsets.length; i++)
        out.set(block.c.subarray(i * CHUNK, i * CHUNK + texts.length), i * columns + start)
    }
    return out
  }
}

/** The kernel's part of the vectors, 2·exp(2·(cosine − 1)), from UNIT² × the cosine. */
const semanticSimilarity = (product: number): number => 2 * Math.exp((2 / SQUARE) * product - 2)

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let d = 0; d < mean.length; d++) mean[d] = (mean[d] as number) + (vector[d] as number)
  return mean.map((sum) => sum / Math.max(1, vectors.length))
}

function centredAndQuantised(vector: Float32Array, mean: Float64Array): Int16Array {
  const size = mean.length
  let squares = 0
  for (let d = 0; d < size; d++) squares += ((vector[d] as number) - (mean[d] as number)) ** 2
  const unit = UNIT / (Math.sqrt(squares) || 1)
  const out = new Int16Array(size)
  for (let d = 0; d < size; d++) out[d] = Math.round(unit * ((vector[d] as number) - (mean[d] as number)))
  return out
}
