/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054

/** The lower and the upper end of a share, each 0 to 1. */
export type Interval = readonly [low: number, high: number]

/** Wilson's score interval of a share, 95 % (Wilson, Probable Inference, 1927). Nothing asked: 0 to 1. */
export function wilson(right: number, of: number, z = Z): Interval {
  if (of === 0) return [0, 1]
  const share = right / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** The probability of at least `heads` heads in `of` throws of a fair coin; exact. */
export function signTest(heads: number, of: number): number {
  let log = -of * Math.LN2
  let sum = 0
  for (let k = 0; k <= of; k++) {
    if (k >= heads) sum += Math.exp(log)
    log += Math.log(of - k) - Math.log(k + 1)
  }
  return Math.min(1, sum)
}

/** McNemar's exact test of two runs of the same questions, two-sided, by those that only one run got right (McNemar, 1947). */
export const mcNemar = (onlyBefore: number, onlyNow: number): number =>
  Math.min(1, 2 * signTest(Math.max(onlyBefore, onlyNow), onlyBefore + onlyNow))

/**
 * The probability that one of `higher` is above one of `lower`, a tie counted half: the area under the ROC curve
 * (Hanley and McNeil, 1982). NaN when there are none of either.
 */
export function auroc(higher: readonly number[], lower: readonly number[]): number {
  const all = [...higher.map((score) => ({ score, up: 1 })), ...lower.map((score) => ({ score, up: 0 }))].sort(
    (a, b) => a.score - b.score,
  )
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to++
    const rank = (from + 1 + to) / 2
    for (let i = from; i < to; i++) ranks += rank * (all[i]?.up ?? 0)
    from = to
  }
  return (ranks - (higher.length * (higher.length + 1)) / 2) / (higher.length * lower.length)
}

/** The value below which this share of some numbers lies; the least of them for 0, NaN when there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
