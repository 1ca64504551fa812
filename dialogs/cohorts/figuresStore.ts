import type { CohortEvent, Headcount } from './cohortStore.ts'
import type { ProgrammeRecords } from './programmeRecords.ts'

/** The figures that HR keeps for the programme as a whole, with all that ever happened to them. */
export interface KeptFigures {
  headcounts: Headcount[]
  history: CohortEvent[]
}

const ID = 'figures'
/** The version while nothing was ever kept. */
const NEVER = ''

/** HR's figures among the programme's documents. Every member throws StoreUnavailable on an outage, and nothing else. */
export const figuresStore = (records: ProgrammeRecords) => ({
  async get(): Promise<{ figures: KeptFigures; version: string }> {
    const kept = await records.get(ID)
    if (!kept) return { figures: { headcounts: [], history: [] }, version: NEVER }
    return { figures: kept.record as unknown as KeptFigures, version: kept.version }
  },
  async replace(figures: KeptFigures, version: string): Promise<{ kind: 'replaced' | 'conflict' }> {
    if (version !== NEVER) return records.replace(ID, { ...figures }, version)
    return { kind: (await records.add(ID, { ...figures })).kind === 'added' ? 'replaced' : 'conflict' }
  },
})
