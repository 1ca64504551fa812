import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import { someCohort } from '../support/cohorts.ts'
import { AWKWARD_NAMES } from './awkward.ts'

/** What every cohort store must do. */
export const cohortStoreContract = (two: () => [Stores, Stores]): void => {
  it('adds a cohort once, and lets one of two racing editors win', async () => {
    const [here, there] = two()
    const added = await Promise.all([here.cohorts.add(someCohort()), there.cohorts.add(someCohort())])
    assert.sameMembers(
      added.map(({ kind }) => kind),
      ['added', 'duplicate'],
    )
    await here.cohorts.add(someCohort({ id: 'awkward/id?#\\', name: AWKWARD_NAMES[4] ?? '' }))
    const stored = await there.cohorts.get('september-2014')
    assert.deepEqual(stored?.cohort, someCohort())
    const edit = (name: string) => someCohort({ name })
    const edits = await Promise.all([
      here.cohorts.replace(edit('a'), stored?.version ?? ''),
      there.cohorts.replace(edit('b'), stored?.version ?? ''),
    ])
    assert.sameMembers(
      edits.map(({ kind }) => kind),
      ['replaced', 'conflict'],
    )
    assert.deepEqual(
      (await there.cohorts.all()).map(({ cohort }) => cohort.id),
      ['awkward/id?#\\', 'september-2014'],
    )
    assert.equal((await there.cohorts.get('awkward/id?#\\'))?.cohort.name, AWKWARD_NAMES[4])
    assert.isUndefined(await there.cohorts.get('none'))
    assert.deepEqual(await there.cohorts.replace(someCohort({ id: 'none' }), 'x'), { kind: 'conflict' })
  })
}
