import type { Programme, Source } from '../../knowledge/content/schema.ts'
import { type Actor, may } from '../access.ts'
import { type CohortView, hasPassed, type Status, statusOf } from './cohortStatus.ts'
import type { CohortEvent } from './cohortStore.ts'
import { type CohortEditingDeps, cohortEditing } from './editing/cohortEditing.ts'
import { figuresOf } from './figures.ts'
import { figuresStore } from './figuresStore.ts'
import { type InterestCountsDeps, interestCounts } from './interestReport/interestCounts.ts'
import { isOpen } from './openCohorts.ts'

export interface CohortServiceDeps extends CohortEditingDeps, InterestCountsDeps {
  programme: Programme
  /** The published documents, for the source of the published figures. */
  sources: ReadonlyMap<string, Source>
}

/** A change and what it was of: the figures, or a cohort by name. */
export type NamedEvent = CohortEvent & { of: string }

/** Where the cohorts stand, for managers and HR. Every member checks who asks, and throws StoreUnavailable on an outage. */
export const cohortService = (deps: CohortServiceDeps) => {
  const { programme, sources } = deps
  const keptFigures = async () => (await figuresStore(deps.records).get()).figures
  const allCohorts = async () => (await deps.cohorts.all()).map(({ cohort }) => cohort)

  return {
    ...interestCounts(deps),
    ...cohortEditing(deps),

    /**
     * The published figures; for those who may see the status of the cohorts, HR's newer ones and the cohorts too.
     * @param date only those of this date or before: 2014, 2014-01 or 2014-01-08
     */
    async status(actor: Actor, date?: string): Promise<{ kind: 'status'; status: Status } | { kind: 'forbidden' }> {
      const now = deps.clock()
      const today = deps.time.wallClock(now).day
      if (!may(actor, 'cohorts:status')) {
        if (!may(actor, 'answers:read')) return { kind: 'forbidden' }
        return { kind: 'status', status: statusOf(programme, sources, { kept: [], cohorts: [] }, today, date) }
      }
      const kept = (await keptFigures()).headcounts
      const cohorts = (await allCohorts()).map(
        (cohort): CohortView => ({
          ...cohort,
          open: isOpen(cohort, now),
          passed: hasPassed(cohort.name, today),
          headcounts: figuresOf(programme, cohort.headcounts, date).newer,
        }),
      )
      return { kind: 'status', status: statusOf(programme, sources, { kept, cohorts }, today, date) }
    },

    /** Who in HR changed what, the latest first. */
    async changes(actor: Actor): Promise<{ kind: 'changes'; events: NamedEvent[] } | { kind: 'forbidden' }> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      const named = [{ name: 'Figures', ...(await keptFigures()) }, ...(await allCohorts())]
      const events = named.flatMap(({ name, history }) => history.map((event) => ({ ...event, of: name })))
      return { kind: 'changes', events: events.sort((a, b) => b.at.localeCompare(a.at)) }
    },
  }
}

export type CohortService = ReturnType<typeof cohortService>
