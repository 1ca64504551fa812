import { enteredInterest } from './enteredInterest.ts'
import type { InterestDeps } from './interestDeps.ts'
import { linking } from './linkToPerson.ts'
import { ownInterest } from './ownInterest.ts'
import { registration } from './registration.ts'

export type { EnterRequest } from './enteredInterest.ts'
export type { InterestDeps } from './interestDeps.ts'
export type { Changing, FoundActive, Withdrawal } from './ownInterest.ts'
export type { Registration } from './registration.ts'

/** Everything that a person, or HR for one, may do with an expression of interest. */
export const interestService = (deps: InterestDeps) => ({
  ...registration(deps),
  ...ownInterest(deps),
  ...enteredInterest(deps),
  ...linking(deps),
})

export type InterestService = ReturnType<typeof interestService>
