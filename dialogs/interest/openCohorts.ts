/** A cohort as a person may choose it. */
export interface CohortChoice {
  id: string
  name: string
}

/** The cohorts that somebody may register for. */
export interface OpenCohorts {
  /**
   * The cohort, and whether it takes interest now, or took it at a moment; undefined when there is none by this id.
   * Throws StoreUnavailable.
   */
  find(id: string): Promise<{ choice: CohortChoice; open: boolean; openAt: (moment: Date) => boolean } | undefined>
  /** Those that take interest now; "any later cohort" last, and always. Throws StoreUnavailable. */
  allOpen(): Promise<CohortChoice[]>
}
