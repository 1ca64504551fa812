import type { CohortEvent, Headcount } from './cohortStore.ts'
import type { ProgrammeRecords } from './programmeRecords.ts'

/** The figures that HR keeps for the programme as a whole, with all that ever happened to them. */
export interface KeptFigures {
  headcounts: Headcount[]
  history: CohortEvent[]
}

export interface StoredFigures {
  figures: KeptFigures
  /** None while nothing was ever kept. */
  version: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface FiguresStore {
  get(): Promise<StoredFigures>
  replace(figures: KeptFigures, version: string): Promise<{ kind: 'replaced' | 'conflict' }>
}

const ID = 'figures'
const NEVER = ''

/** HR's figures among the programme's documents. */
export const figuresStore = (records: ProgrammeRecords): FiguresStore => ({
  async get() {
    const kept = await records.get(ID)
    if (!kept) return { figures: { headcounts: [], history: [] }, version: NEVER }
    return { figures: kept.record as unknown as KeptFigures, version: kept.version }
  },
  async replace(figures, version) {
    if (version !== NEVER) return records.replace(ID, { ...figures }, version)
    return { kind: (await records.add(ID, { ...figures })).kind === 'added' ? 'replaced' : 'conflict' }
  },
})
