import { expect } from 'chai'
import { choleskySolver, transposed } from '../../../knowledge/matching/kernelRidge.ts'
import { createCounters, runPhases } from '../../../knowledge/matching/phaseScheduler.ts'

/** The same numbers each time: a test that fails must fail again. */
const numbers = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32
  return seed / 2 ** 32 - 0.5
}

/** A symmetric matrix that is positive definite: B·Bᵀ. */
function kernelOf(n: number, next: () => number): Float64Array {
  const b = Float64Array.from({ length: n * n }, next)
  const kernel = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += (b[i * n + k] as number) * (b[j * n + k] as number)
      kernel[i * n + j] = sum
    }
  return kernel
}

/** Gauss and Jordan with pivots, the plain way. */
function naive(kernel: Float64Array, targets: Float64Array, n: number, m: number, ridge: number): number[][] {
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from(kernel.subarray(i * n, i * n + n), (x, j) => (i === j ? x + ridge : x)),
    ...targets.subarray(i * m, i * m + m),
  ])
  for (let column = 0; column < n; column++) {
    const pivot = rows.slice(column).reduce((best, row) => (size(row, column) > size(best, column) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(column, 0, pivot)
    const scale = pivot[column] as number
    for (let c = 0; c < pivot.length; c++) pivot[c] = (pivot[c] as number) / scale
    for (const row of rows) {
      if (row === pivot) continue
      const factor = row[column] as number
      for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) - factor * (pivot[c] as number)
    }
  }
  return rows.map((row) => row.slice(n))
}

/** The solver on targets row by row, with the ridge put on the kernel's diagonal; both are overwritten. */
function solve(kernel: Float64Array, targets: Float64Array, n: number, m: number, ridge: number): void {
  for (let i = 0; i < n; i++) kernel[i * n + i] = (kernel[i * n + i] as number) + ridge
  const columns = transposed(targets, n, m, new Float64Array(n * m))
  runPhases(createCounters(), choleskySolver(kernel, columns, n, m))
  transposed(columns, m, n, targets)
}

const size = (row: readonly number[], column: number): number => Math.abs(row[column] as number)

describe('the kernel ridge solver', () => {
  /** Below a block, one block, and several with a piece over, in which four columns at a time leave some. */
  for (const n of [1, 5, 48, 101])
    it(`gives what the plain way gives for ${n} phrasings`, () => {
      const next = numbers(n)
      const kernel = kernelOf(n, next)
      const targets = Float64Array.from({ length: n * 3 }, next)
      const expected = naive(kernel, targets, n, 3, 0.1).flat()
      solve(kernel, targets, n, 3, 0.1)
      for (const [i, value] of targets.entries()) expect(value).to.be.closeTo(expected[i] as number, 1e-6)
    })

  it('refuses a matrix that is no kernel', () => {
    const kernel = Float64Array.of(1, 2, 2, 1)
    expect(() => solve(kernel, new Float64Array(2), 2, 1, 0.1)).to.throw(RangeError, 'not positive definite')
  })
})
