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

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface SnapshotStore {
  get(week: string): Promise<Snapshot | undefined>
  /** The first one of a week stands: what it gives back is what was kept. */
  put(week: string, snapshot: Snapshot): Promise<Snapshot>
}

/** Snapshots among the programme's documents, one a week. */
export const snapshotStore = (records: ProgrammeRecords): SnapshotStore => {
  const idOf = (week: string) => `snapshot/${week}`
  const get = async (week: string): Promise<Snapshot | undefined> => {
    const kept = await records.get(idOf(week))
    return kept && (kept.record as unknown as Snapshot)
  }
  return {
    get,
    async put(week, snapshot) {
      const { kind } = await records.add(idOf(week), { ...snapshot })
      return kind === 'added' ? snapshot : ((await get(week)) ?? snapshot)
    },
  }
}
