import { expect } from 'chai'
import type { CohortStore } from '../../../dialogs/cohorts/cohortStore.ts'
import { openCohorts } from '../../../dialogs/cohorts/openCohorts.ts'
import { cohortInWords } from '../../../dialogs/interest/openCohorts.ts'
import { someCohort } from '../../support/cohorts.ts'

/** What a cohort of this name is called on this day, wherever it is named. */
async function named(name: string, today: string): Promise<string[]> {
  const cohort = someCohort({ name })
  const stored = { cohort, version: '1' }
  const store = { get: async () => stored, all: async () => [stored] } as unknown as CohortStore
  const cohorts = openCohorts({ store, clock: () => new Date(`${today}T12:00:00Z`) })
  const found = await cohorts.find(cohort.id)
  const told = [found?.choice, ...(await cohorts.allOpen()), ...(await cohorts.all())]
  return [...new Set(told.flatMap((one) => (one ? [cohortInWords(one)] : [])))]
}

describe('the name of an open cohort', () => {
  const table: [name: string, today: string, words: string][] = [
    ['September 2014', '2014-01-08', 'September 2014'],
    ['September 2014', '2014-09-30', 'September 2014'],
    ['September 2014', '2014-10-01', 'September 2014, which has passed'],
    ['Cohort of May 2025', '2026-11-28', 'Cohort of May 2025, which has passed'],
    ['Autumn', '2026-11-28', 'Autumn'],
  ]
  for (const [name, today, words] of table)
    it(`${name}, on ${today}: ${words}`, async () =>
      expect(await named(name, today)).to.deep.equal([words, 'Any later cohort']))
})
