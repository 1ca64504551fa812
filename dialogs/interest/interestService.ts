import { enteredInterest } from './enteredInterest.ts'
import type { InterestDeps } from './interestDeps.ts'
import { joining } from './linkToPerson.ts'
import { ownInterest } from './ownInterest.ts'
import { registration } from './registration.ts'

export type { Entering, EnterRequest } from './enteredInterest.ts'
export { type InterestDeps, isActive, isOwn } from './interestDeps.ts'
export type { Joining } from './linkToPerson.ts'
export type { Changing, DraftInput, OwnStatus, TheOne, Withdrawal } from './ownInterest.ts'
export type { RegisterRequest, Registration } from './registration.ts'

/** Everything that a person, or HR for one, may do with an expression of interest. */
export const interestService = (deps: InterestDeps) => ({
  ...registration(deps),
  ...ownInterest(deps),
  ...enteredInterest(deps),
  ...joining(deps),
})

export type InterestService = ReturnType<typeof interestService>
