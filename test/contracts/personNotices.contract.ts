import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import { type PersonNotice, personNotice } from '../../dialogs/notices/personNotices.ts'
import { AWKWARD_KEYS, AWKWARD_NAMES } from './awkward.ts'

const at = (day: number): string => new Date(Date.UTC(2014, 0, day, 9)).toISOString()

const notice = (id: string, over: Partial<PersonNotice> = {}): PersonNotice => ({
  ...personNotice({ id, tenantId: 't', personId: 'p', kind: 'answer', dueAt: at(8), data: { answer: 'Yes' } }),
  ...over,
})

/** What every store of notices that belong to no interest must do. */
export const personNoticeStoreContract = (two: () => [Stores, Stores]): void => {
  it('adds each once, of any number at once, and gives it back unharmed', async () => {
    const pair = two()
    for (const [i, id] of AWKWARD_KEYS.entries()) {
      const one = notice(id, { data: { answer: AWKWARD_NAMES[i] ?? '' } })
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, n) => (pair[n % 2] as Stores).personNotices.add(one)),
      )
      assert.lengthOf(
        results.filter(({ kind }) => kind === 'added'),
        1,
      )
      assert.deepEqual((await pair[1].personNotices.get(id))?.notice, one)
    }
    assert.isUndefined(await pair[0].personNotices.get('none'))
  })

  it('tells those waiting and due, the longest due first', async () => {
    const [here, there] = two()
    await here.personNotices.add(notice('later', { dueAt: at(7) }))
    await here.personNotices.add(notice('first', { dueAt: at(6) }))
    await here.personNotices.add(notice('not yet', { dueAt: at(9) }))
    await here.personNotices.add(notice('sent', { dueAt: at(5), state: 'sent' }))
    const ids = (found: { notice: PersonNotice }[]) => found.map((one) => one.notice.id)
    assert.deepEqual(ids(await there.personNotices.due(at(8), 9)), ['first', 'later'])
    assert.deepEqual(ids(await there.personNotices.due(at(8), 1)), ['first'])
  })

  it('lets one of many racing replacements win', async () => {
    const pair = two()
    await pair[0].personNotices.add(notice('a'))
    const version = String((await pair[0].personNotices.get('a'))?.version)
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (pair[n % 2] as Stores).personNotices.replace(notice('a', { attempts: n + 1 }), version),
      ),
    )
    const won = results.findIndex(({ kind }) => kind === 'replaced')
    assert.lengthOf(
      results.filter(({ kind }) => kind === 'replaced'),
      1,
    )
    const latest = await pair[1].personNotices.get('a')
    assert.equal(latest?.notice.attempts, won + 1)
    assert.deepInclude(results[won], { kind: 'replaced', stored: latest as NonNullable<typeof latest> })
    assert.deepEqual(await pair[0].personNotices.replace(notice('none'), 'x'), { kind: 'conflict' })
  })

  it('tells and forgets all of one person, and removes what is past its time', async () => {
    const [here, there] = two()
    await here.personNotices.add(notice('a'))
    await here.personNotices.add(notice('b', { state: 'sent', data: {} }))
    await here.personNotices.add(notice('c', { personId: 'q' }))
    await here.personNotices.add(notice('d', { personId: 'q', expiresAt: at(20) }))
    const ids = (await there.personNotices.byPerson('t', 'p')).map(({ id }) => id)
    assert.deepEqual(ids, ['a', 'b'])
    assert.equal(await there.personNotices.forget('t', 'p'), 2)
    assert.deepEqual(await here.personNotices.byPerson('t', 'p'), [])
    assert.equal(await here.personNotices.removeExpired(at(20)), 1)
    assert.isUndefined(await here.personNotices.get('d'))
    assert.isDefined(await here.personNotices.get('c'))
  })
}
