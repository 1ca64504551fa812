import type { DecisionTrace } from '../../dialogs/turn.ts'
import type { Config } from '../config.ts'
import type { MeasuredTurn, Telemetry } from './types.ts'

/** What of a turn's trace is measured. Its slots, which hold what somebody said, are not. */
export const measuredTurn = (
  { outcomes, mode, action, entries }: DecisionTrace,
  ms: number,
  failed: boolean,
): MeasuredTurn => ({ ms, outcome: outcomes[0] ?? 'none', mode, action, entry: entries[0]?.id, failed })

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
