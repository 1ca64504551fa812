/** A cohort as a person may choose it. */
export interface CohortChoice {
  id: string
  name: string
  /** Whether the month in its name is over; open or not, that is said. */
  passed?: boolean
}

/** The cohort as a person is told of it: `September 2014, which has passed`. */
export const cohortInWords = ({ name, passed }: Pick<CohortChoice, 'name' | 'passed'>): string =>
  passed ? `${name}, which has passed` : name

/** The cohorts that somebody may register for. */
export interface OpenCohorts {
  /**
   * The cohort, and whether it takes interest now, or took it at a moment; undefined when there is none by this id.
   * Throws StoreUnavailable.
   */
  find(id: string): Promise<{ choice: CohortChoice; open: boolean; openAt: (moment: Date) => boolean } | undefined>
  /** Those that take interest now; "any later cohort" last, and always. Throws StoreUnavailable. */
  allOpen(): Promise<CohortChoice[]>
  /** Every cohort that HR has, open or not. Throws StoreUnavailable. */
  all(): Promise<CohortChoice[]>
}
