import { assert } from 'chai'
import { StateConflict } from '../../bot/stores/stateStore.ts'
import type { Stores } from '../../bot/stores/stores.ts'
import { AWKWARD_KEYS, AWKWARD_NAMES } from './awkward.ts'

/** What every store of bot state must do, as the Bot Framework asks. */
export const stateStoreContract = (two: () => [Stores, Stores]): void => {
  it('gives back what was written under awkward keys, those alone that are there', async () => {
    const [here, there] = two()
    const changes = Object.fromEntries(AWKWARD_KEYS.map((key, i) => [key, { i, deep: { text: AWKWARD_NAMES[i] } }]))
    await here.state.write(changes)
    const found = await there.state.read([...AWKWARD_KEYS, 'none'])
    assert.sameMembers(Object.keys(found), [...AWKWARD_KEYS])
    for (const [i, key] of AWKWARD_KEYS.entries()) {
      assert.deepInclude(found[key], { i, deep: { text: AWKWARD_NAMES[i] } })
      assert.isString(found[key]?.eTag)
    }
    assert.deepEqual(await there.state.read([]), {})
  })

  it('overwrites without an eTag or with a star, and refuses a stale one', async () => {
    const [here, there] = two()
    await here.state.write({ k: { n: 1 } })
    const read = (await there.state.read(['k'])).k
    await there.state.write({ k: { n: 2 } })
    await there.state.write({ k: { n: 3, eTag: '*' } })
    const refused = await here.state.write({ k: { ...read, n: 4 } }).catch((error: unknown) => error)
    assert.instanceOf(refused, StateConflict)
    const latest = (await here.state.read(['k'])).k
    assert.equal(latest?.n, 3)
    await here.state.write({ k: { ...latest, n: 5 } })
    assert.equal((await there.state.read(['k'])).k?.n, 5)
    const gone = await here.state.write({ absent: { n: 1, eTag: 'x' } }).catch((error: unknown) => error)
    assert.instanceOf(gone, StateConflict)
  })

  it('lets one of many racing writers with the same eTag win', async () => {
    const pair = two()
    await pair[0].state.write({ k: { n: 0 } })
    const read = (await pair[0].state.read(['k'])).k
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => (pair[n % 2] as Stores).state.write({ k: { ...read, n } })),
    )
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      1,
    )
  })

  it('deletes, and deletes again without complaint, and removes what is old', async () => {
    const [here, there] = two()
    await here.state.write({ a: { n: 1 }, b: { n: 2 } })
    await there.state.delete(['a', 'none'])
    await there.state.delete(['a'])
    assert.sameMembers(Object.keys(await here.state.read(['a', 'b'])), ['b'])
    assert.equal(await here.state.removeBefore('2014-01-01T00:00:00.000Z'), 0)
    assert.equal(await here.state.removeBefore('9000-01-01T00:00:00.000Z'), 1)
  })
}
