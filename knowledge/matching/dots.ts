import { openDots } from './products.ts'
import { memoryOf } from './wasm.ts'

const KINDS = {
  whole: { factors: Int16Array, sums: Int32Array },
  single: { factors: Float32Array, sums: Float32Array },
}

/** Rows of numbers, held so that the products of all of them with a query take little more than to read them once. */
export class DotProducts {
  /** The rows, `stride` numbers each; those beyond a row's length are to stay 0. */
  readonly rows: Int16Array | Float32Array
  readonly stride: number
  readonly #query: Int16Array | Float32Array
  readonly #sums: Int32Array | Float32Array
  readonly #multiply: () => void

  /** @param kind whole numbers of 16 bits, whose sums must fit into 32, or single precision */
  constructor(count: number, length: number, kind: keyof typeof KINDS) {
    const { factors, sums } = KINDS[kind]
    const size = factors.BYTES_PER_ELEMENT
    this.stride = (32 / size) * Math.ceil((length * size) / 32)
    const ofRow = this.stride * size
    const memory = memoryOf(ofRow * (count + 1) + 4 * count)
    this.#query = new factors(memory.buffer, 0, this.stride)
    this.rows = new factors(memory.buffer, ofRow, count * this.stride)
    const out = ofRow * (count + 1)
    this.#sums = new sums(memory.buffer, out, count)
    const dots = openDots(memory, kind)
    this.#multiply = () => count > 0 && ofRow > 0 && dots(0, ofRow, out, count, ofRow)
  }

  /** @returns query · row for each row, in an array that is used again by the next call */
  with(query: ArrayLike<number>): Int32Array | Float32Array {
    this.#query.set(query)
    this.#multiply()
    return this.#sums
  }
}
