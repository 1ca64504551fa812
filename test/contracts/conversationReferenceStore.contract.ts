import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'

/** What every store of conversation references must do. */
export const conversationReferenceStoreContract = (two: () => [Stores, Stores]): void => {
  const conversation = (personId: string, blocked = false) => ({
    tenantId: 't',
    personId,
    reference: { conversation: { id: 'a:1/ü' }, serviceUrl: 'https://smba.example/' },
    blocked,
    updatedAt: '2014-01-08T09:00:00.000Z',
  })

  it('keeps the last of each person, and removes it', async () => {
    const [here, there] = two()
    await here.references.put(conversation('a'))
    await there.references.put(conversation('a', true))
    assert.deepEqual(await here.references.get('t', 'a'), conversation('a', true))
    assert.isUndefined(await here.references.get('t', 'b'))
    assert.isTrue(await there.references.remove('t', 'a'))
    assert.isFalse(await here.references.remove('t', 'a'))
    assert.isUndefined(await here.references.get('t', 'a'))
  })

  it('finds those who had a role when they last wrote', async () => {
    const [here, there] = two()
    await here.references.put({ ...conversation('a'), role: 'hr' })
    await here.references.put({ ...conversation('b'), role: 'hr' })
    await there.references.put({ ...conversation('b'), role: 'staff' })
    await here.references.put(conversation('c'))
    assert.deepEqual(await there.references.ofRole('hr'), [{ ...conversation('a'), role: 'hr' }])
    assert.deepEqual(await there.references.ofRole('manager'), [])
  })
}
