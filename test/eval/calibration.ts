/** One confidence, 0 to 1, and whether it was borne out. */
export interface Forecast {
  confidence: number
  right: boolean
}

/** Forecasts taken together: how many, their mean confidence, and how many were right. */
export interface Bin {
  count: number
  confidence: number
  right: number
}

export interface Calibration {
  count: number
  /** Ten bins of equal width, 0 to 1, the empty ones left out. */
  width: readonly Bin[]
  /** Up to ten bins with as many forecasts each. */
  mass: readonly Bin[]
  eceWidth: number
  eceMass: number
  brier: number
}

const BINS = 10

const binOf = (some: readonly Forecast[]): Bin => ({
  count: some.length,
  confidence: some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length,
  right: some.filter(({ right }) => right).length,
})

/** Bins [0, 0.1), [0.1, 0.2) … [0.9, 1]. */
export function equalWidth(forecasts: readonly Forecast[], bins = BINS): Bin[] {
  const at = ({ confidence }: Forecast): number => Math.min(bins - 1, Math.floor(confidence * bins + 1e-9))
  return Array.from({ length: bins }, (_, bin) => forecasts.filter((one) => at(one) === bin))
    .filter((some) => some.length > 0)
    .map(binOf)
}

/** Bins of as many forecasts each, in the order of their confidence; equal confidences keep the order they came in. */
export function equalMass(forecasts: readonly Forecast[], bins = BINS): Bin[] {
  const sorted = [...forecasts].sort((a, b) => a.confidence - b.confidence)
  const cut = (bin: number): number => Math.round((bin * sorted.length) / bins)
  return Array.from({ length: bins }, (_, bin) => sorted.slice(cut(bin), cut(bin + 1)))
    .filter((some) => some.length > 0)
    .map(binOf)
}

/** Expected calibration error: the mean gap between a bin's confidence and its share right, by its count (Guo et al., 2017). */
export function expectedError(bins: readonly Bin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  return bins.reduce((sum, bin) => sum + Math.abs(bin.count * bin.confidence - bin.right), 0) / Math.max(1, count)
}

/** The mean square of what a confidence was off by (Brier, 1950). */
export const brier = (forecasts: readonly Forecast[]): number =>
  forecasts.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) /
  Math.max(1, forecasts.length)

export function calibrationOf(forecasts: readonly Forecast[]): Calibration {
  const width = equalWidth(forecasts)
  const mass = equalMass(forecasts)
  return {
    count: forecasts.length,
    width,
    mass,
    eceWidth: expectedError(width),
    eceMass: expectedError(mass),
    brier: brier(forecasts),
  }
}
