import type { Cohort } from '../../dialogs/cohorts/cohortStore.ts'

export const someCohort = (over: Partial<Cohort> = {}): Cohort => ({
  id: 'september-2014',
  name: 'September 2014',
  state: 'open',
  opensAt: null,
  closesAt: null,
  advertLink: null,
  advertClosesAt: null,
  headcounts: [],
  history: [],
  updatedAt: '2014-01-08T09:00:00.000Z',
  ...over,
})
