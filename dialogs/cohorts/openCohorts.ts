import type { Clock } from '../clock.ts'
import { ANY_LATER_COHORT } from '../interest/interest.ts'
import type { CohortChoice, OpenCohorts } from '../interest/openCohorts.ts'
import { hasPassed } from './cohortStatus.ts'
import type { Cohort, CohortStore } from './cohortStore.ts'

const choiceOf = ({ id, name }: Cohort, now: Date): CohortChoice => ({
  id,
  name,
  ...(hasPassed(name, now.toISOString()) && { passed: true }),
})

/** Whether HR has it open and its closing time, if any, is still to come. */
export const isOpen = (cohort: Cohort, now: Date): boolean =>
  cohort.state === 'open' && (cohort.closesAt === null || new Date(cohort.closesAt) > now)

/** The cohorts as they stand open or closed at this moment. `laterName` is what "any later cohort" is called. */
export const openCohorts = (deps: { store: CohortStore; clock: Clock; laterName?: string }): OpenCohorts => {
  const later: CohortChoice = { id: ANY_LATER_COHORT, name: deps.laterName ?? 'Any later cohort' }
  return {
    async find(id) {
      if (id === ANY_LATER_COHORT) return { choice: later, open: true, openAt: () => true }
      const found = await deps.store.get(id)
      if (!found) return undefined
      const openAt = (moment: Date) => isOpen(found.cohort, moment)
      return { choice: choiceOf(found.cohort, deps.clock()), open: openAt(deps.clock()), openAt }
    },
    async allOpen() {
      const now = deps.clock()
      const open = (await deps.store.all()).map(({ cohort }) => cohort).filter((cohort) => isOpen(cohort, now))
      return [...open.map((cohort) => choiceOf(cohort, now)), later]
    },
    async all() {
      const now = deps.clock()
      return (await deps.store.all()).map(({ cohort }) => choiceOf(cohort, now))
    },
  }
}

/** Adds the cohorts that the content begins with, where the store has none by their id. What HR changed stays. */
export const seedCohorts = async (store: CohortStore, cohorts: readonly Cohort[]): Promise<void> => {
  for (const cohort of cohorts) if (!(await store.get(cohort.id))) await store.add(cohort)
}
