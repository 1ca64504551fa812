import type { AbilityDialog } from '../abilityDialog.ts'
import type { CohortStore } from '../cohorts/cohortStore.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { CohortChoice, OpenCohorts } from '../interest/openCohorts.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import { ChangeCardDialog } from './changeCardDialog.ts'
import { ChangeDialog } from './changeDialog.ts'
import { FormCardDialog } from './formCardDialog.ts'
import { OfferDialog } from './offerDialog.ts'
import { OwnInterestDialog } from './ownInterestDialog.ts'
import { RegisterDialog } from './registerDialog.ts'
import { type InterestContent, interestReplies } from './registerReplies.ts'
import type { FormContext } from './typedForm.ts'

export interface InterestDialogsDeps extends Omit<InterestContent, 'cohorts'> {
  interests: InterestService
  cohorts: OpenCohorts
  cohortStore: Pick<CohortStore, 'all'>
  vocabulary: FormContext['vocabulary']
}

/** All that a person does with their own interest: registering, the form's buttons, changing, seeing and withdrawing. */
export function interestDialogs({
  interests,
  cohorts,
  cohortStore,
  vocabulary,
  ...content
}: InterestDialogsDeps): AbilityDialog[] {
  const first: CohortChoice[] = content.programme.cohorts.map(({ id, name }) => ({
    id,
    name,
    closesAt: null,
    advertLink: null,
  }))
  /** Those that HR has, by their present names; those of the content while the store cannot say. */
  const allCohorts = async (): Promise<CohortChoice[]> => {
    try {
      return (await cohortStore.all()).map(({ cohort: { id, name, closesAt, advertLink } }) => ({
        id,
        name,
        closesAt,
        advertLink,
      }))
    } catch (error) {
      if (error instanceof StoreUnavailable) return first
      throw error
    }
  }
  const replies = async () => interestReplies({ ...content, cohorts: await allCohorts() })
  const deps = { interests, cohorts, vocabulary, replies, noticeVersion: content.notice.version }
  return [
    new RegisterDialog({ ...deps, allCohorts }),
    new FormCardDialog(deps),
    new ChangeDialog(deps),
    new ChangeCardDialog(deps),
    new OwnInterestDialog(deps),
    new OfferDialog(),
  ]
}
