import type { ProgrammeRecords } from '../programmeRecords.ts'
import type { Report } from './disclosureRanges.ts'

/** What every manager sees in one week. */
export interface Snapshot {
  /** The Monday of the week that it is shown in. */
  week: string
  /** The Monday that it counts up to: an earlier one, when too few interests had changed since. */
  asAt: string
  report: Report
  /** How many of each combination stood behind it: never shown, kept to tell whether enough has changed. */
  basis: Record<string, number>
}

/** Snapshots among the programme's documents, one a week. Every member throws StoreUnavailable on an outage, and nothing else. */
export const snapshotStore = (records: ProgrammeRecords) => {
  const idOf = (week: string) => `snapshot/${week}`
  const get = async (week: string): Promise<Snapshot | undefined> =>
    (await records.get(idOf(week)))?.record as unknown as Snapshot | undefined
  return {
    get,
    /** Keeps the snapshot of a week, where there is none yet, and gives back the one that stands. */
    async put(week: string, snapshot: Snapshot): Promise<Snapshot> {
      const { kind } = await records.add(idOf(week), { ...snapshot })
      return kind === 'added' ? snapshot : ((await get(week)) ?? snapshot)
    },
  }
}
