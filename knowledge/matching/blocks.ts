/** Numbers of a row that are multiplied in one go: few enough for the processor's cache. */
export const DEPTH = 256

/** Any store of rows: what is packed is worked on in double precision. */
export type Rows = Float64Array | Float32Array | Int16Array

/** Room for `rows` packed rows. */
export const packed = (rows: number): Float64Array => new Float64Array(4 * Math.ceil(rows / 4) * DEPTH)

/**
 * Copies a piece of some rows side by side, with rows of zeros up to a multiple of four.
 * @param rows where each row begins in `source`
 * @param from first number of the piece, in each row
 * @param depth length of the piece, at most `DEPTH`
 */
export function pack(source: Rows, rows: readonly number[], from: number, depth: number, into: Float64Array): void {
  for (const [r, row] of rows.entries()) into.set(source.subarray(row + from, row + from + depth), r * DEPTH)
  into.fill(0, rows.length * DEPTH, 4 * Math.ceil(rows.length / 4) * DEPTH)
}

/**
 * c −= a·bᵀ for packed a and b, in tiles of 4 × 4 whose sums stay in registers
 * (Golub and Van Loan, Matrix Computations, section 1.5). `c` has room for the rows of zeros.
 * @param width numbers in a row of `c`
 */
export function subtractProducts(
  c: Float64Array,
  width: number,
  a: Float64Array,
  rows: number,
  b: Float64Array,
  columns: number,
  depth: number,
): void {
  for (let i = 0; i < rows; i += 4)
    for (let j = 0; j < columns; j += 4) tile(c, i * width + j, width, a, i * DEPTH, b, j * DEPTH, depth)
}

function tile(
  c: Float64Array,
  at: number,
  width: number,
  a: Float64Array,
  a0: number,
  b: Float64Array,
  b0: number,
  depth: number,
): void {
  const a1 = a0 + DEPTH
  const a2 = a1 + DEPTH
  const a3 = a2 + DEPTH
  const b1 = b0 + DEPTH
  const b2 = b1 + DEPTH
  const b3 = b2 + DEPTH
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s03 = 0
  let s10 = 0
  let s11 = 0
  let s12 = 0
  let s13 = 0
  let s20 = 0
  let s21 = 0
  let s22 = 0
  let s23 = 0
  let s30 = 0
  let s31 = 0
  let s32 = 0
  let s33 = 0
  for (let k = 0; k < depth; k++) {
    const w = a[a0 + k] as number
    const x = a[a1 + k] as number
    const y = a[a2 + k] as number
    const z = a[a3 + k] as number
    const p = b[b0 + k] as number
    const q = b[b1 + k] as number
    const r = b[b2 + k] as number
    const s = b[b3 + k] as number
    s00 += w * p
    s01 += w * q
    s02 += w * r
    s03 += w * s
    s10 += x * p
    s11 += x * q
    s12 += x * r
    s13 += x * s
    s20 += y * p
    s21 += y * q
    s22 += y * r
    s23 += y * s
    s30 += z * p
    s31 += z * q
    s32 += z * r
    s33 += z * s
  }
  subtractFour(c, at, s00, s01, s02, s03)
  subtractFour(c, at + width, s10, s11, s12, s13)
  subtractFour(c, at + 2 * width, s20, s21, s22, s23)
  subtractFour(c, at + 3 * width, s30, s31, s32, s33)
}

function subtractFour(c: Float64Array, at: number, p: number, q: number, r: number, s: number): void {
  c[at] = (c[at] as number) - p
  c[at + 1] = (c[at + 1] as number) - q
  c[at + 2] = (c[at + 2] as number) - r
  c[at + 3] = (c[at + 3] as number) - s
}

/** The numbers from..to − 1, each times `step`. */
export const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => (from + i) * step)
