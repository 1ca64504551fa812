import type { Stores } from '../../bot/stores/stores.ts'
import type { Clock } from '../../dialogs/clock.ts'
import { openCohorts } from '../../dialogs/cohorts/openCohorts.ts'
import type { Command } from '../../dialogs/interest/interest.ts'
import { type InterestDeps, interestService } from '../../dialogs/interest/interestService.ts'
import { referenceMaker } from '../../dialogs/interest/reference.ts'
import { DEFAULT_STATUSES } from '../../dialogs/interest/statuses.ts'

/** The interest service on these stores. */
export const serviceOn = (stores: Stores, clock: Clock = () => new Date(), over: Partial<InterestDeps> = {}) =>
  interestService({
    store: stores.interests,
    drafts: stores.drafts,
    cohorts: openCohorts({ store: stores.cohorts, clock }),
    clock,
    newReference: referenceMaker(),
    retentionDays: 365,
    statuses: DEFAULT_STATUSES,
    ...over,
  })

let activities = 0

/** An activity that was not sent before. */
export const command = (): Command => ({ conversationId: 'a:1', activityId: `activity-${++activities}` })
