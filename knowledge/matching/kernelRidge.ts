import { MatrixBlock, type Rows, range } from './matrixBlock.ts'
import type { PhasedWork } from './phaseScheduler.ts'

/** Columns that are factorised together, rows that one item reduces, and columns of targets that one item substitutes back. */
const PANEL = 64
const CHUNK = 128
const GROUP = 24

/** Transposes n × m to m × n. */
export function transposed<T extends Float64Array | Float32Array>(
  from: ArrayLike<number>,
  n: number,
  m: number,
  into: T,
): T {
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) into[j * n + i] = from[i * m + j] as number
  return into
}

/**
 * Solves (K + ridge·I)·A = Y as phased work: left-looking Cholesky by panels of columns (Golub and Van Loan, Matrix
 * Computations, section 4.2). The columns of the targets stand as further rows under the kernel, so that reducing them
 * is the forward substitution; the backward substitution follows, by groups of columns. The work throws a RangeError when
 * the kernel with its ridge is not positive definite.
 * @param kernel n × n with the ridge on its diagonal, in single or double precision, which the products then have too;
 *   the lower triangle is overwritten with the factor
 * @param columns m × n, the targets column by column; overwritten with the solution
 */
export function choleskySolver(kernel: Rows, columns: Float64Array, n: number, m: number): PhasedWork {
  const panels = Math.ceil(n / PANEL)
  const below = (panel: number) => Math.ceil(Math.max(0, n - (panel + 1) * PANEL) / CHUNK)
  const phases = range(0, panels).flatMap((panel) => [1, below(panel) + Math.ceil(m / CHUNK)])
  const block = new MatrixBlock(CHUNK, PANEL, kernel instanceof Float64Array ? 'double' : 'single')
  const { c } = block
  const corner = new Float64Array(PANEL * PANEL)

  /** Loads rows of the panel start..end, less the products of the columns before it. */
  const reduce = (source: Rows, rows: readonly number[], start: number, end: number) => {
    load(source, rows, start, end)
    block.subtract(source, rows, kernel, range(start, end, n), 0, start)
  }

  const load = (source: Rows, rows: readonly number[], start: number, end: number) => {
    for (const [r, row] of rows.entries()) c.set(source.subarray(row + start, row + end), r * PANEL)
  }

  const factoriseCorner = (start: number, end: number) => {
    reduce(kernel, range(start, end, n), start, end)
    for (let j = 0; j < end - start; j++) {
      const pivot = (c[j * PANEL + j] as number) - dot(c, j * PANEL, c, j * PANEL, j)
      if (!(pivot > 0)) throw new RangeError('The kernel is not positive definite')
      c[j * PANEL + j] = Math.sqrt(pivot)
      for (let i = j + 1; i < end - start; i++)
        c[i * PANEL + j] =
          ((c[i * PANEL + j] as number) - dot(c, i * PANEL, c, j * PANEL, j)) / (c[j * PANEL + j] as number)
    }
    for (let i = start; i < end; i++)
      kernel.set(c.subarray((i - start) * PANEL, (i - start) * PANEL + i - start + 1), i * n + start)
  }

  const loadCorner = (start: number, end: number) => {
    for (let i = start; i < end; i++) corner.set(kernel.subarray(i * n + start, i * n + end), (i - start) * PANEL)
  }

  const reduceRows = (source: Rows, rows: readonly number[], start: number, end: number) => {
    reduce(source, rows, start, end)
    loadCorner(start, end)
    for (const [r, row] of rows.entries()) {
      const at = r * PANEL
      for (let j = 0; j < end - start; j++)
        c[at + j] = ((c[at + j] as number) - dot(c, at, corner, j * PANEL, j)) / (corner[j * PANEL + j] as number)
      source.set(c.subarray(at, at + end - start), row + start)
    }
  }

  const substituteBack = (first: number, last: number) => {
    const rows = range(first, last, n)
    for (let start = (panels - 1) * PANEL; start >= 0; start -= PANEL) {
      const end = Math.min(start + PANEL, n)
      load(columns, rows, start, end)
      block.subtractColumns(columns, rows, kernel, n, [start, end], end, n)
      loadCorner(start, end)
      for (const [r, row] of rows.entries()) {
        const at = r * PANEL
        for (let j = end - start - 1; j >= 0; j--) {
          const value = (c[at + j] as number) / (corner[j * PANEL + j] as number)
          c[at + j] = value
          for (let i = 0; i < j; i++) c[at + i] = (c[at + i] as number) - value * (corner[j * PANEL + i] as number)
        }
        columns.set(c.subarray(at, at + end - start), row + start)
      }
    }
  }

  return {
    phases: [...phases, Math.ceil(m / GROUP)],
    run(phase, item) {
      if (phase === 2 * panels) return substituteBack(item * GROUP, Math.min((item + 1) * GROUP, m))
      const panel = phase >> 1
      const start = panel * PANEL
      const end = Math.min(start + PANEL, n)
      if (phase % 2 === 0) return factoriseCorner(start, end)
      const chunk = item - below(panel)
      if (chunk >= 0) return reduceRows(columns, range(chunk * CHUNK, Math.min((chunk + 1) * CHUNK, m), n), start, end)
      reduceRows(kernel, range(end + item * CHUNK, Math.min(end + (item + 1) * CHUNK, n), n), start, end)
    },
  }
}

function dot(a: Float64Array, p: number, b: Float64Array, q: number, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += (a[p + k] as number) * (b[q + k] as number)
  return sum
}
