import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import type { Interest } from '../../dialogs/interest/interest.ts'
import type { InterestFilter } from '../../dialogs/interest/interestFilter.ts'
import { somebody } from '../support/people.ts'
import { added } from './interestStore.contract.ts'

const day = (number: number): string => new Date(Date.UTC(2014, 0, number, 9)).toISOString()
const officer = { ...somebody('hr', 'Olwen Price'), role: 'hr' as const }

const PEOPLE: Partial<Interest>[] = [
  {
    name: 'Ann Lee',
    band: '3',
    service: 'Huyton school health',
    base: 'Nutgrove Villa',
    cohortId: 'one',
    createdAt: day(1),
  },
  {
    name: 'Bob Huyton',
    band: '4',
    service: 'Kirkby',
    base: 'St Chads',
    cohortId: 'one',
    createdAt: day(2),
    status: 'contacted',
  },
  {
    name: 'Cher',
    band: '3',
    service: 'North Huyton',
    base: 'Bluebell',
    cohortId: 'two',
    createdAt: day(3),
    manager: 'Moira Kelly',
    managerKnows: 'yes',
    currentRole: 'Night porter',
  },
  { name: 'Zoë Annan', band: '8a', service: '', base: '', cohortId: 'two', createdAt: day(4), assignee: officer },
  {
    name: 'Leeanne O’Hara',
    band: '2',
    service: 'Speke',
    base: 'Huyton',
    cohortId: 'any-later-cohort',
    createdAt: day(5),
  },
]

/** What every interest store must do for lists, counts and what is due. */
export const workListContract = (two: () => [Stores, Stores]): void => {
  const all = async () => {
    for (const person of PEOPLE) await added(two()[0], person)
  }
  const names = async (filter: InterestFilter): Promise<string[]> => {
    const { items } = await two()[1].interests.page(filter, { limit: 10 })
    assert.equal(await two()[1].interests.count(filter), items.length)
    return items.map(({ interest }) => interest.name)
  }

  it('filters by each part, and by all of them together, oldest first', async () => {
    await all()
    assert.deepEqual(await names({}), ['Ann Lee', 'Bob Huyton', 'Cher', 'Zoë Annan', 'Leeanne O’Hara'])
    assert.deepEqual(await names({ cohortIds: ['one'] }), ['Ann Lee', 'Bob Huyton'])
    assert.deepEqual(await names({ cohortIds: ['two', 'any-later-cohort'] }), ['Cher', 'Zoë Annan', 'Leeanne O’Hara'])
    assert.deepEqual(await names({ cohortIds: [] }), [])
    assert.deepEqual(await names({ bands: ['3', '8a'] }), ['Ann Lee', 'Cher', 'Zoë Annan'])
    assert.deepEqual(await names({ statuses: ['contacted'] }), ['Bob Huyton'])
    assert.deepEqual(await names({ service: 'huyton' }), ['Ann Lee', 'Cher'])
    assert.deepEqual(await names({ base: 'HUYT' }), ['Leeanne O’Hara'])
    assert.deepEqual(await names({ name: 'zoe' }), ['Zoë Annan'])
    assert.deepEqual(await names({ name: 'ann' }), ['Ann Lee', 'Zoë Annan'])
    assert.deepEqual(await names({ name: "o'hara lee" }), ['Leeanne O’Hara'])
    assert.deepEqual(await names({ manager: 'kelly' }), ['Cher'])
    assert.deepEqual(await names({ team: 'huyt' }), ['Ann Lee', 'Cher', 'Leeanne O’Hara'])
    assert.deepEqual(await names({ team: 'huyton speke' }), ['Leeanne O’Hara'])
    assert.deepEqual(await names({ team: 'nowhere' }), [])
    assert.deepEqual(await names({ role: 'NURSERY', bands: ['4'] }), ['Bob Huyton'])
    assert.deepEqual(await names({ role: 'porter' }), ['Cher'])
    assert.deepEqual(await names({ managerKnows: 'yes' }), ['Cher'])
    assert.deepEqual(await names({ assigneeName: 'olw pri' }), ['Zoë Annan'])
    assert.deepEqual(await names({ assigneeName: 'annan' }), [])
    assert.deepEqual(await names({ assignee: officer.objectId }), ['Zoë Annan'])
    assert.deepEqual(await names({ assignee: null, bands: ['8a'] }), [])
    assert.deepEqual(await names({ statusSinceTo: day(2) }), ['Ann Lee', 'Bob Huyton'])
    assert.deepEqual(await names({ statusSinceFrom: day(4), name: 'leeanne' }), ['Leeanne O’Hara'])
    assert.deepEqual(await names({ registeredFrom: day(3), registeredTo: day(4) }), ['Cher', 'Zoë Annan'])
    assert.deepEqual(await names({ registeredFrom: day(2), service: 'huyton', bands: ['3'] }), ['Cher'])
    assert.deepEqual(await names({ cohortIds: ['one'], bands: ['3'], service: 'huyton', statuses: ['registered'] }), [
      'Ann Lee',
    ])
    assert.deepEqual(await names({ name: '* OR " {' }), [])
  })

  it('pages to the end without a gap or a repeat, both ways, while others come in', async () => {
    for (let i = 0; i < 25; i++) await added(two()[0], { name: `Person ${i}`, createdAt: i < 20 ? day(1) : day(2) })
    for (const order of ['oldest', 'newest'] as const) {
      const seen: string[] = []
      let continuation: string | undefined
      do {
        const request = { limit: 7, order, ...(continuation ? { continuation } : {}) }
        const page = await two()[1].interests.page({ cohortIds: ['september-2014'] }, request)
        seen.push(...page.items.map(({ interest }) => interest.id))
        continuation = page.next
      } while (continuation)
      assert.lengthOf(seen, 25)
      assert.lengthOf([...new Set(seen)], 25)
    }
  })

  it('moves an interest in the list when its status does, and finds it by its new values alone', async () => {
    const [here] = two()
    await all()
    const first = (await here.interests.page({}, { limit: 1 })).items[0]
    assert.isDefined(first)
    if (!first) return
    const moved = { ...first.interest, status: 'reviewed', statusSince: day(9), name: 'Renamed', band: '5' }
    assert.equal((await here.interests.replace(moved, first.version)).kind, 'replaced')
    assert.deepEqual((await names({})).at(-1), 'Renamed')
    assert.deepEqual(await names({ name: 'ann lee' }), [])
    assert.deepEqual(await names({ statuses: ['reviewed'], bands: ['5'] }), ['Renamed'])
  })

  it('counts each combination', async () => {
    await all()
    await added(two()[0], { ...PEOPLE[0], personId: 'another' })
    const counts = await two()[1].interests.counts()
    assert.equal(
      counts.reduce((sum, { count }) => sum + count, 0),
      6,
    )
    assert.deepEqual(
      await two()[1]
        .interests.counts('one')
        .then((of) => of.sort((a, b) => b.count - a.count)),
      [
        { cohortId: 'one', band: '3', service: 'Huyton school health', status: 'registered', count: 2 },
        { cohortId: 'one', band: '4', service: 'Kirkby', status: 'contacted', count: 1 },
      ],
    )
  })

  it('tells each whose time has passed, without those under a hold', async () => {
    const [here, there] = two()
    const hold = { by: officer, why: 'complaint', at: day(1) }
    const expired: Partial<Interest>[] = Array.from({ length: 60 }, () => ({ expiresAt: day(10) }))
    for (const over of expired) await added(here, over)
    await added(here, { expiresAt: day(30) })
    await added(here, { expiresAt: day(10), hold: { ...hold, until: null } })
    await added(here, { expiresAt: day(10), hold: { ...hold, until: day(25) } })
    const past = async (now: string): Promise<number> => {
      const ids = new Set<string>()
      for await (const { interest } of there.interests.pastRetention(now)) ids.add(interest.id)
      return ids.size
    }
    assert.equal(await past(day(9)), 0)
    assert.equal(await past(day(10)), 60)
    assert.equal(await past(day(26)), 61)
    assert.equal(await past(day(31)), 62)
  })

  it('tells those with a notice due, the longest due first', async () => {
    const [here, there] = two()
    const notice = (dueAt: string) => ({ id: `n${dueAt}`, kind: 'status' as const, dueAt, attempts: 0, data: {} })
    await added(here, { name: 'Later', pending: [notice(day(3))] })
    await added(here, { name: 'First', pending: [notice(day(5)), notice(day(1))] })
    await added(here, { name: 'Not yet', pending: [notice(day(8))] })
    await added(here, { name: 'None' })
    const due = await there.interests.withNoticesDue(day(4), 10)
    assert.deepEqual(
      due.map(({ interest }) => interest.name),
      ['First', 'Later'],
    )
  })
}
