import { createHash } from 'node:crypto'

const KEY_BYTES = 8

/** A vector in one byte a dimension: value = bytes × scale. */
interface Packed {
  bytes: Int8Array
  scale: number
}

const keyOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, KEY_BYTES * 2)

/**
 * Sentence vectors by the hash of their text, packed to one byte a dimension. What is read back is what was fitted:
 * a vector is rounded when it is added, never later.
 */
export class VectorStore {
  readonly dimensions: number
  readonly #packed = new Map<string, Packed>()

  constructor(dimensions: number) {
    this.dimensions = dimensions
  }

  has(text: string): boolean {
    return this.#packed.has(keyOf(text))
  }

  add(text: string, vector: Float32Array): void {
    const scale = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127 || 1
    this.#packed.set(keyOf(text), {
      scale: Math.fround(scale),
      bytes: Int8Array.from(vector, (x) => Math.round(x / scale)),
    })
  }

  /** @throws RangeError when the text was never added */
  get(text: string): Float32Array {
    const packed = this.#packed.get(keyOf(text))
    if (!packed) throw new RangeError('No vector is held for this text')
    const { bytes, scale } = packed
    const vector = new Float32Array(bytes.length)
    for (let d = 0; d < vector.length; d++) vector[d] = (bytes[d] as number) * scale
    return vector
  }

  /** Key (8 bytes), scale (4), one byte a dimension; little-endian, ordered by key, only the texts that are given. */
  serialise(texts: Iterable<string>): Buffer {
    const keys = [...new Set([...texts].map(keyOf))].filter((key) => this.#packed.has(key)).sort()
    return Buffer.concat(
      keys.map((key) => {
        const { bytes, scale } = this.#packed.get(key) as Packed
        const record = Buffer.alloc(KEY_BYTES + 4 + this.dimensions)
        record.write(key, 'hex')
        record.writeFloatLE(scale, KEY_BYTES)
        record.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), KEY_BYTES + 4)
        return record
      }),
    )
  }

  /** Adds what `serialise` wrote. A file of another dimension, or cut short, is left unread. */
  read(file: Buffer): void {
    const size = KEY_BYTES + 4 + this.dimensions
    if (file.length % size !== 0) return
    for (let at = 0; at < file.length; at += size) {
      const bytes = new Int8Array(file.buffer, file.byteOffset + at + KEY_BYTES + 4, this.dimensions)
      this.#packed.set(file.toString('hex', at, at + KEY_BYTES), { scale: file.readFloatLE(at + KEY_BYTES), bytes })
    }
  }
}
