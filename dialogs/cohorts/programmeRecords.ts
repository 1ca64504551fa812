/** A document as it is kept, with the version that a replacement must name. */
interface KeptRecord {
  record: Record<string, unknown>
  version: string
}

/**
 * The few documents that belong to the programme as a whole: HR's figures, the weekly snapshots of interest. They last:
 * no sweep removes them. Every member throws StoreUnavailable when the store cannot answer, and nothing else.
 */
export interface ProgrammeRecords {
  get(id: string): Promise<KeptRecord | undefined>
  /** Adds it unless its id is there. Atomic: of any number of racing calls one adds. */
  add(id: string, record: Record<string, unknown>): Promise<{ kind: 'added' } | { kind: 'duplicate' }>
  /** Replaces it if it is still at this version. */
  replace(id: string, record: Record<string, unknown>, version: string): Promise<{ kind: 'replaced' | 'conflict' }>
}
