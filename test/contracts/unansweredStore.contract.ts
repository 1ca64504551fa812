import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import type { UnansweredAsking } from '../../dialogs/answers/unansweredStore.ts'
import { daysAfter } from '../../dialogs/clock.ts'
import { AWKWARD_NAMES } from './awkward.ts'

const AT = '2014-01-08T09:00:00.000Z'
const asking = (over: Partial<UnansweredAsking> = {}): UnansweredAsking => ({
  group: 'bus fare',
  text: 'is there a bus fare for [name]',
  outcome: 'not-stated',
  entries: ['ns-travel-costs'],
  at: AT,
  ...over,
})
const by = (personId: string) => ({ tenantId: 't', personId, name: 'Ann', at: AT })

/** What every store of unanswered questions must do. */
export const unansweredStoreContract = (two: () => [Stores, Stores]): void => {
  it('counts every asking of a group, racing or not, under its first wording', async () => {
    const pair = two()
    const id = await pair[0].unanswered.count(asking())
    const later = asking({ text: 'bus fare?', at: daysAfter(AT, 3) })
    await Promise.all(Array.from({ length: 14 }, (_, i) => (pair[i % 2] as Stores).unanswered.count(later)))
    const stored = await pair[1].unanswered.get(id)
    assert.include(stored?.question, { text: asking().text, count: 15, firstAt: AT, state: 'open' })
    assert.equal(stored?.question.expiresAt, daysAfter(AT, 93))
    assert.deepEqual(stored?.question.askedBy, [])
  })

  it('lists the most asked first, by state', async () => {
    const [here, there] = two()
    for (const [group, times] of Object.entries({ once: 1, thrice: 3, twice: 2 })) {
      for (let i = 0; i < times; i++) await here.unanswered.count(asking({ group }))
    }
    const open = await there.unanswered.list('open', 2)
    assert.deepEqual(
      open.map(({ question }) => question.group),
      ['thrice', 'twice'],
    )
    const [top] = open
    if (!top) return assert.fail('nothing listed')
    const answered = { ...top.question, state: 'answered' as const, answer: 'Yes.' }
    assert.deepEqual(await there.unanswered.replace(answered, top.version), { kind: 'replaced' })
    assert.deepEqual(await here.unanswered.replace(answered, top.version), { kind: 'conflict' })
    assert.lengthOf(await here.unanswered.list('answered', 9), 1)
    assert.lengthOf(await here.unanswered.list('open', 9), 2)
  })

  it('knows who pressed Send, once each, and forgets them when asked', async () => {
    const [here, there] = two()
    const id = await here.unanswered.count(asking())
    const other = await here.unanswered.count(asking({ group: 'other' }))
    assert.isTrue(await here.unanswered.send(id, by('a')))
    assert.isTrue(await there.unanswered.send(id, by('a')))
    assert.isTrue(await there.unanswered.send(id, by('b')))
    assert.isTrue(await there.unanswered.send(other, by('a')))
    assert.isFalse(await there.unanswered.send('none', by('a')))
    assert.lengthOf((await here.unanswered.get(id))?.question.askedBy ?? [], 2)
    assert.lengthOf(await here.unanswered.sentBy('t', 'a'), 2)
    assert.equal(await there.unanswered.forget('t', 'a'), 2)
    assert.deepEqual(await here.unanswered.sentBy('t', 'a'), [])
    assert.deepEqual((await here.unanswered.get(id))?.question.askedBy, [by('b')])
    assert.equal((await here.unanswered.get(id))?.question.count, 1)
  })

  it('removes what was last asked ninety days ago, and gives awkward texts back', async () => {
    const [here, there] = two()
    for (const text of AWKWARD_NAMES) {
      const id = await here.unanswered.count(asking({ group: text, text }))
      assert.equal((await there.unanswered.get(id))?.question.text, text)
    }
    await here.unanswered.count(asking({ group: AWKWARD_NAMES[0] ?? '', at: daysAfter(AT, 1) }))
    assert.equal(await there.unanswered.removeExpired(daysAfter(AT, 90)), AWKWARD_NAMES.length - 1)
    assert.lengthOf(await there.unanswered.list('open', 99), 1)
  })
}
