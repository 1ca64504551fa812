import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import type { InterestDraft } from '../../dialogs/interest/interest.ts'
import { AWKWARD_KEYS, AWKWARD_NAMES } from './awkward.ts'

const now = new Date()
const hours = (count: number): string => new Date(now.getTime() + count * 3_600_000).toISOString()

const draft = (personId: string, over: Partial<InterestDraft> = {}): InterestDraft => ({
  tenantId: 't',
  personId,
  purpose: 'register',
  fields: { name: 'Ann' },
  skipped: ['why'],
  updatedAt: hours(0),
  expiresAt: hours(24),
  ...over,
})

/** What every draft store must do. */
export const draftStoreContract = (two: () => [Stores, Stores]): void => {
  it('keeps one per person, the last', async () => {
    const [here, there] = two()
    await here.drafts.put(draft('a'))
    await there.drafts.put(draft('a', { fields: { name: 'Bea' }, asking: 'band' }))
    await here.drafts.put(draft('b'))
    assert.deepEqual(await here.drafts.get('t', 'a', hours(1)), draft('a', { fields: { name: 'Bea' }, asking: 'band' }))
    assert.isUndefined(await here.drafts.get('u', 'a', hours(1)))
  })

  it('tells none past its time, and removes those', async () => {
    const [here, there] = two()
    await here.drafts.put(draft('a'))
    await here.drafts.put(draft('b', { expiresAt: hours(48) }))
    assert.isDefined(await there.drafts.get('t', 'a', hours(23)))
    assert.isUndefined(await there.drafts.get('t', 'a', hours(24)))
    assert.equal(await there.drafts.removeExpired(hours(24)), 1)
    assert.isUndefined(await here.drafts.get('t', 'a', hours(1)))
    assert.isDefined(await here.drafts.get('t', 'b', hours(24)))
  })

  it('removes one, and says whether there was one', async () => {
    const [here, there] = two()
    await here.drafts.put(draft('a'))
    assert.isTrue(await there.drafts.remove('t', 'a'))
    assert.isFalse(await here.drafts.remove('t', 'a'))
  })

  it('gives back awkward texts and people unharmed', async () => {
    const [here, there] = two()
    for (const [i, name] of AWKWARD_NAMES.entries()) {
      const personId = AWKWARD_KEYS[i % AWKWARD_KEYS.length] ?? ''
      await here.drafts.put(draft(personId, { fields: { name } }))
      assert.equal((await there.drafts.get('t', personId, hours(1)))?.fields.name, name)
    }
  })
}
