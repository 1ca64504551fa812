import { type Actor, may } from '../access.ts'
import { countsSheet } from './countsSheet.ts'
import { exporting } from './export/exporting.ts'
import { oneInterest } from './oneInterest.ts'
import { questionReview } from './questions.ts'
import type { ReviewDeps } from './reviewDeps.ts'
import { statusChange } from './statusChange.ts'
import { undoing } from './undo.ts'
import { currentWording } from './wording.ts'
import { workLists } from './workList.ts'
import { writingTo } from './writeTo.ts'

/**
 * Everything that HR may do with what came in. Each part checks the permission table itself: a wrong role gets
 * `forbidden`, whether the thing exists or not. What is looked at is logged before it is returned.
 */
export const reviewService = (deps: ReviewDeps) => ({
  ...workLists(deps),
  ...oneInterest(deps),
  ...statusChange(deps),
  ...undoing(deps),
  ...exporting(deps),
  ...countsSheet(deps),
  ...writingTo(deps),
  ...questionReview(deps),
  /** Names and days as they are now, for whoever reads them: no interest in it. Throws StoreUnavailable. */
  wording: (reader: Actor) => currentWording(deps, reader),
  statuses: deps.statuses,
  /** Whether the actor works the interest at all: the forms ask this before they are shown. */
  allows: (actor: Actor): boolean => may(actor, 'review:read'),
})

export type ReviewService = ReturnType<typeof reviewService>
