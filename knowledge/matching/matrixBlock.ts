import { compileBlockProduct, DEPTH, type Precision } from './simdProducts.ts'
import { allocate } from './wasm.ts'

/** The numbers of a matrix, row by row. */
export type Rows = Float64Array | Float32Array | Int16Array

const upTo = (multiple: number, n: number): number => multiple * Math.ceil(n / multiple)

/** The numbers from..to − 1, each times `step`. */
export const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => (from + i) * step)

/** A block of a matrix, from which products of two other matrices are subtracted: c −= a·b. */
export class MatrixBlock {
  /** The block, row by row, `width` numbers each. */
  readonly c: Float64Array
  readonly width: number
  readonly #a: Float64Array | Float32Array
  readonly #b: Float64Array | Float32Array
  readonly #product: ReturnType<typeof compileBlockProduct>

  /** @param precision of the products */
  constructor(rows: number, columns: number, precision: Precision) {
    const height = upTo(4, rows)
    this.width = upTo(4, columns)
    const bytes = precision === 'single' ? 4 : 8
    const ofC = 8 * height * this.width
    const ofA = bytes * height * DEPTH
    const ofB = bytes * this.width * DEPTH
    const memory = allocate(ofC + ofA + ofB)
    const numbers = precision === 'single' ? Float32Array : Float64Array
    this.c = new Float64Array(memory.buffer, 0, height * this.width)
    this.#a = new numbers(memory.buffer, ofC, height * DEPTH)
    this.#b = new numbers(memory.buffer, ofC + ofA, this.width * DEPTH)
    this.#product = compileBlockProduct(memory, precision)
  }

  /**
   * c −= a·bᵀ over a range of each row.
   * @param a offsets of the rows in `fromA`, one for each row of the block
   * @param b offsets of the rows in `fromB`, one for each column of the block
   * @param start first number of the range in each row
   */
  subtract(fromA: Rows, a: readonly number[], fromB: Rows, b: readonly number[], start: number, end: number): void {
    for (let k = start; k < end; k += DEPTH) {
      const depth = Math.min(DEPTH, end - k)
      pack(fromA, a, k, depth, this.#a)
      pack(fromB, b, k, depth, this.#b)
      this.#multiply(a.length, b.length, depth)
    }
  }

  /** c −= a·b over a range of each row of a, with b some columns of `fromB`, whose rows have `length` numbers. */
  subtractColumns(
    fromA: Rows,
    a: readonly number[],
    fromB: Rows,
    length: number,
    columns: readonly [first: number, end: number],
    start: number,
    end: number,
  ): void {
    const [first, last] = columns
    for (let k = start; k < end; k += DEPTH) {
      const depth = Math.min(DEPTH, end - k)
      pack(fromA, a, k, depth, this.#a)
      this.#b.fill(0)
      for (let d = 0; d < depth; d++) {
        const row = (k + d) * length
        for (let j = first; j < last; j++) this.#b[(j - first) * DEPTH + d] = fromB[row + j] as number
      }
      this.#multiply(a.length, last - first, depth)
    }
  }

  #multiply(rows: number, columns: number, depth: number): void {
    const { BYTES_PER_ELEMENT: bytes, byteOffset: a } = this.#a
    for (let i = 0; i < rows; i += 4)
      this.#product(
        8 * i * this.width,
        8 * this.width,
        a + i * DEPTH * bytes,
        this.#b.byteOffset,
        upTo(4, columns),
        upTo(4, depth) * bytes,
      )
  }
}

/** Packs a range of some rows one under the other, padded with zeros to a multiple of four numbers and of four rows. */
function pack(
  source: Rows,
  rows: readonly number[],
  from: number,
  depth: number,
  into: Float64Array | Float32Array,
): void {
  for (const [r, row] of rows.entries()) {
    into.set(source.subarray(row + from, row + from + depth), r * DEPTH)
    into.fill(0, r * DEPTH + depth, r * DEPTH + upTo(4, depth))
  }
  into.fill(0, rows.length * DEPTH, upTo(4, rows.length) * DEPTH)
}
