/** What is measured of a turn: nothing that anybody said, and nobody. */
export interface MeasuredTurn {
  /** Milliseconds from the activity to the last thing said. */
  ms: number
  outcome: string
  mode: 'curated' | 'model'
  action: string | null
  /** The entry answered with, or thought nearest. */
  entry?: string
  failed: boolean
}

/** Where traces and metrics go. */
export interface Telemetry {
  turn(turn: MeasuredTurn): void
  /** Sends what is left. Never throws: that telemetry is away is no reason to fail. */
  close(): Promise<void>
}
