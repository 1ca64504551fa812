import type { AbilityDialog } from '../abilityDialog.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import { AboutInterestDialog } from './aboutInterestDialog.ts'
import { ChangeDialog } from './changeDialog.ts'
import type { FormDeps } from './formDialog.ts'
import { OfferDialog } from './offerDialog.ts'
import { oncePerTurn } from './oncePerTurn.ts'
import { OwnInterestDialog } from './ownInterestDialog.ts'
import { RegisterDialog } from './registerDialog.ts'
import { type InterestContent, registerReplies } from './registerReplies.ts'

export type RegisterDialogsDeps = Pick<FormDeps, 'interests' | 'cohorts' | 'vocabulary' | 'whether'> &
  Omit<InterestContent, 'cohorts'>

/** All that a person does with their own interest: registering, changing, seeing and withdrawing. */
export function registerDialogs({
  interests,
  cohorts,
  vocabulary,
  whether,
  ...content
}: RegisterDialogsDeps): AbilityDialog[] {
  /** Those that HR has, by their present names; those of the content while the store cannot say. */
  const allCohorts = async (): Promise<CohortChoice[]> => {
    try {
      return await cohorts.all()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      return content.programme.cohorts
    }
  }
  const replies = oncePerTurn(async () => registerReplies({ ...content, cohorts: await allCohorts() }))
  const deps: FormDeps = {
    interests,
    cohorts,
    vocabulary,
    replies,
    noticeVersion: content.notice.version,
    ...(whether && { whether }),
  }
  return [
    new RegisterDialog(deps),
    new ChangeDialog(deps),
    new OwnInterestDialog(deps),
    new AboutInterestDialog(deps),
    new OfferDialog(),
  ]
}
