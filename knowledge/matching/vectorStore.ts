import { createHash } from 'node:crypto'

const KEY_BYTES = 8

/** A vector quantised to one byte a dimension: value = bytes × scale. */
interface Quantised {
  bytes: Int8Array
  scale: number
}

const keyOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, KEY_BYTES * 2)

/**
 * Sentence vectors by the hash of their text, quantised to one byte a dimension. A vector is quantised when it is added,
 * so that what is read from a file equals what was fitted.
 */
export class VectorStore {
  readonly dimensions: number
  readonly #vectors = new Map<string, Quantised>()

  constructor(dimensions: number) {
    this.dimensions = dimensions
  }

  has(text: string): boolean {
    return this.#vectors.has(keyOf(text))
  }

  add(text: string, vector: Float32Array): void {
    const scale = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127 || 1
    this.#vectors.set(keyOf(text), {
      scale: Math.fround(scale),
      bytes: Int8Array.from(vector, (x) => Math.round(x / scale)),
    })
  }

  /** @throws RangeError when the text was never added */
  get(text: string): Float32Array {
    const quantised = this.#vectors.get(keyOf(text))
    if (!quantised) throw new RangeError('No vector is held for this text')
    const { bytes, scale } = quantised
    const vector = new Float32Array(bytes.length)
    for (let d = 0; d < vector.length; d++) vector[d] = (bytes[d] as number) * scale
    return vector
  }

  /** Key (8 bytes), scale (4), one byte a dimension; little-endian, ordered by key; of the given texts alone. */
  serialise(texts: Iterable<string>): Buffer {
    const keys = [...new Set([...texts].map(keyOf))].filter((key) => this.#vectors.has(key)).sort()
    return Buffer.concat(
      keys.map((key) => {
        const { bytes, scale } = this.#vectors.get(key) as Quantised
        const record = Buffer.alloc(KEY_BYTES + 4 + this.dimensions)
        record.write(key, 'hex')
        record.writeFloatLE(scale, KEY_BYTES)
        record.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), KEY_BYTES + 4)
        return record
      }),
    )
  }

  /** Adds the vectors of a serialised store. A file of other dimensions, or truncated, is ignored. */
  read(file: Buffer): void {
    const size = KEY_BYTES + 4 + this.dimensions
    if (file.length % size !== 0) return
    for (let at = 0; at < file.length; at += size) {
      const bytes = new Int8Array(file.buffer, file.byteOffset + at + KEY_BYTES + 4, this.dimensions)
      this.#vectors.set(file.toString('hex', at, at + KEY_BYTES), { scale: file.readFloatLE(at + KEY_BYTES), bytes })
    }
  }
}
