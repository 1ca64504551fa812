/** How a notice that the channel did not take is tried again. */
export interface Retrying {
  /** The longest pause after the first attempt; it doubles with each. */
  firstMs: number
  /** No pause is longer. */
  longestMs: number
  /** After so many it is given up. */
  attempts: number
}

/** About a working day in all. */
export const RETRYING: Retrying = { firstMs: 30_000, longestMs: 60 * 60_000, attempts: 16 }

/**
 * How long to wait after so many attempts, in milliseconds: doubling, with half of it by chance, so that what failed
 * together is not tried together.
 * @param random from 0 up to 1
 */
export const backoff = (attempts: number, random: number, { firstMs, longestMs }: Retrying = RETRYING): number => {
  const most = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1))
  return Math.round(most / 2 + (most / 2) * random)
}
