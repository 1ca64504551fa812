/** One item of bot state. `eTag` is the version that it was read at. */
export interface StateItem {
  eTag?: string
  [property: string]: unknown
}

/** A write named a version that is no longer there: somebody wrote in between. */
export class StateConflict extends Error {
  override readonly name = 'StateConflict'

  constructor(key: string) {
    super(`The state at ${key} was written by somebody else.`)
  }
}

/** Bot state, in the shape that the Bot Framework asks of a storage. Every member throws StoreUnavailable on an outage. */
export interface StateStore {
  /** Those that are there, each with its eTag. */
  read(keys: string[]): Promise<Record<string, StateItem>>
  /**
   * Without an eTag, or with '*', it overwrites.
   * @throws StateConflict when an eTag is not the one there.
   */
  write(changes: Record<string, StateItem>): Promise<void>
  delete(keys: string[]): Promise<void>
  /** Removes what was last written before; how many. */
  removeBefore(at: string): Promise<number>
}
