import { compileRowProducts } from './simdProducts.ts'
import { allocate } from './wasm.ts'

const KINDS = {
  int16: { factors: Int16Array, sums: Int32Array },
  float32: { factors: Float32Array, sums: Float32Array },
}

/** A matrix whose product with a query vector takes little more than to read the matrix once. */
export class DotProducts {
  /** The rows, `stride` numbers each; those beyond a row's length must stay 0. */
  readonly rows: Int16Array | Float32Array
  readonly stride: number
  readonly #query: Int16Array | Float32Array
  readonly #sums: Int32Array | Float32Array
  readonly #multiply: () => void

  /** @param kind of the numbers; sums of int16 products must fit into an int32 */
  constructor(count: number, length: number, kind: keyof typeof KINDS) {
    const { factors, sums } = KINDS[kind]
    const size = factors.BYTES_PER_ELEMENT
    this.stride = (32 / size) * Math.ceil((length * size) / 32)
    const ofRow = this.stride * size
    const memory = allocate(ofRow * (count + 1) + 4 * count)
    this.#query = new factors(memory.buffer, 0, this.stride)
    this.rows = new factors(memory.buffer, ofRow, count * this.stride)
    const out = ofRow * (count + 1)
    this.#sums = new sums(memory.buffer, out, count)
    const multiply = compileRowProducts(memory, kind)
    this.#multiply = () => count > 0 && ofRow > 0 && multiply(0, ofRow, out, count, ofRow)
  }

  /** @returns query · row for each row, in an array that the next call overwrites */
  with(query: ArrayLike<number>): Int32Array | Float32Array {
    this.#query.set(query)
    this.#multiply()
    return this.#sums
  }
}
