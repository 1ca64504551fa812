import { ANY_LATER_COHORT } from '../interest/interest.ts'
import type { CohortChoice, OpenCohorts } from '../interest/openCohorts.ts'
import { readCohort } from '../reading/preferences.ts'

/**
 * The cohort that was chosen or named, when it takes no interest now; none in it when there is none such.
 * @param chosen on a card, or offered
 * @param cohortIn a cohort that a message names, whether it is open or not
 * @throws StoreUnavailable
 */
export async function closedCohort(
  cohorts: Pick<OpenCohorts, 'find'>,
  message: string,
  chosen: string | undefined,
  cohortIn: (message: string) => string | undefined,
): Promise<{ cohort?: CohortChoice } | undefined> {
  const named = chosen ? undefined : readCohort(message, false, ANY_LATER_COHORT)
  if (named === ANY_LATER_COHORT) return undefined
  const id = chosen ?? cohortIn(message)
  if (id === ANY_LATER_COHORT || (!id && !named)) return undefined
  const found = id ? await cohorts.find(id) : undefined
  return found?.open ? undefined : { cohort: found?.choice }
}
