const BLOCK = 48

/**
 * Solves (K + ridge·I)·A = Y by one Cholesky factorisation, in place and in blocks that fit the processor's cache
 * (Golub and Van Loan, Matrix Computations, section 4.2).
 * @param kernel n × n, symmetric, row by row; overwritten
 * @param targets n × m, row by row; overwritten with the solution A
 * @param ridge added to the diagonal
 * @throws RangeError when the kernel with its ridge is not positive definite
 */
export function solve(kernel: Float64Array, targets: Float64Array, n: number, m: number, ridge: number): void {
  for (let i = 0; i < n; i++) kernel[i * n + i] = (kernel[i * n + i] as number) + ridge
  factorise(kernel, n)
  forward(kernel, targets, n, m)
  backward(kernel, targets, n, m)
}

/** Left-looking: each block of columns takes all that the columns before it give, then is factorised by itself. */
function factorise(a: Float64Array, n: number): void {
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n)
    for (let j = start; j < end; j++) {
      let pivot = a[j * n + j] as number
      for (let k = 0; k < j; k++) pivot -= (a[j * n + k] as number) ** 2
      if (!(pivot > 0)) throw new RangeError('The kernel is not positive definite')
      const root = Math.sqrt(pivot)
      a[j * n + j] = root
      for (let i = j + 1; i < end; i++) a[i * n + j] = ((a[i * n + j] as number) - dot(a, i * n, j * n, j)) / root
    }
    for (let i = end; i < n; i++) reduceRow(a, i * n, start, end, n)
  }
}

/** Row `i` of the columns start..end. Four columns a pass share the reading of the row. */
function reduceRow(a: Float64Array, row: number, start: number, end: number, n: number): void {
  let j = start
  for (; j + 4 <= end; j += 4) {
    const r0 = j * n
    const r1 = r0 + n
    const r2 = r1 + n
    const r3 = r2 + n
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let k = 0; k < start; k++) {
      const x = a[row + k] as number
      s0 += x * (a[r0 + k] as number)
      s1 += x * (a[r1 + k] as number)
      s2 += x * (a[r2 + k] as number)
      s3 += x * (a[r3 + k] as number)
    }
    a[row + j] = (a[row + j] as number) - s0
    a[row + j + 1] = (a[row + j + 1] as number) - s1
    a[row + j + 2] = (a[row + j + 2] as number) - s2
    a[row + j + 3] = (a[row + j + 3] as number) - s3
  }
  for (; j < end; j++) a[row + j] = (a[row + j] as number) - dot(a, row, j * n, start)
  for (let c = start; c < end; c++) {
    let sum = a[row + c] as number
    for (let k = start; k < c; k++) sum -= (a[row + k] as number) * (a[c * n + k] as number)
    a[row + c] = sum / (a[c * n + c] as number)
  }
}

function dot(a: Float64Array, p: number, q: number, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += (a[p + k] as number) * (a[q + k] as number)
  return sum
}

function forward(lower: Float64Array, y: Float64Array, n: number, m: number): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) subtractRow(y, i * m, k * m, lower[i * n + k] as number, m)
    divideRow(y, i * m, lower[i * n + i] as number, m)
  }
}

function backward(lower: Float64Array, y: Float64Array, n: number, m: number): void {
  for (let i = n - 1; i >= 0; i--) {
    divideRow(y, i * m, lower[i * n + i] as number, m)
    for (let k = 0; k < i; k++) subtractRow(y, k * m, i * m, lower[i * n + k] as number, m)
  }
}

function subtractRow(y: Float64Array, into: number, from: number, factor: number, m: number): void {
  if (factor === 0) return
  for (let c = 0; c < m; c++) y[into + c] = (y[into + c] as number) - factor * (y[from + c] as number)
}

function divideRow(y: Float64Array, row: number, by: number, m: number): void {
  for (let c = 0; c < m; c++) y[row + c] = (y[row + c] as number) / by
}
