import type { DecisionTrace } from '../../dialogs/turn.ts'
import type { Config } from '../config.ts'

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

/** What of a turn's trace is measured. Its slots, which hold what somebody said, are not. */
export const measuredTurn = (
  { outcomes, mode, action, entries }: DecisionTrace,
  ms: number,
  failed: boolean,
): MeasuredTurn => ({ ms, outcome: outcomes[0] ?? 'none', mode, action, entry: entries[0]?.id, failed })

/** Where traces and metrics go. */
export interface Telemetry {
  turn(turn: MeasuredTurn): void
  /** Sends what is left. Never throws: that telemetry is away is no reason to fail. */
  close(): Promise<void>
}

const nowhere: Telemetry = { turn: () => undefined, close: async () => undefined }

/**
 * Opens the exporter that the settings name. Nothing of it is loaded without one.
 * @param everyMs how often metrics are sent
 */
export async function openTelemetry(
  { telemetry, identity }: Pick<Config, 'telemetry' | 'identity'>,
  everyMs = 60_000,
): Promise<Telemetry> {
  if (!telemetry) return nowhere
  const { exportersFor, startExporting } = await import('./exporting.ts')
  return startExporting(await exportersFor(telemetry, identity?.type === 'UserAssignedMSI'), everyMs)
}
