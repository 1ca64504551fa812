import { expect } from 'chai'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../../bot/stores/stores.ts'
import type { Role } from '../../../dialogs/access.ts'
import { DEFAULT_STATUSES } from '../../../dialogs/interest/statuses.ts'
import { type DigestDeps, digest } from '../../../dialogs/notices/digest.ts'
import { fakeClock } from '../../support/clock.ts'
import { LONDON } from '../../support/localTime.ts'
import { fakeChannel, outboxOn } from '../../support/notices.ts'
import { someInterest, TENANT } from '../../support/people.ts'

describe('HR’s daily summary', () => {
  let stores: Stores
  let clock: ReturnType<typeof fakeClock>
  let channel: ReturnType<typeof fakeChannel>
  let roles: Record<string, Role>
  const make = (over: Partial<DigestDeps> = {}) =>
    digest({
      ...{ interests: stores.interests, unanswered: stores.unanswered, audit: stores.audit, clock },
      ...{ time: LONDON, statuses: DEFAULT_STATUSES },
      ...{ references: stores.references, notices: stores.personNotices },
      roles: { roleOf: async (_tenant, objectId) => roles[objectId] ?? 'staff' },
      ...over,
    })
  const chat = (personId: string, role: Role) =>
    stores.references.put({
      tenantId: TENANT,
      personId,
      reference: { to: personId },
      blocked: false,
      role,
      updatedAt: '',
    })

  beforeEach(async () => {
    stores = openSqlite(':memory:')
    clock = fakeClock('2014-01-06T08:29:00.000Z')
    channel = fakeChannel()
    roles = { helen: 'hr', daniel: 'hr', left: 'staff', amina: 'staff' }
    await chat('helen', 'hr')
    await chat('daniel', 'hr')
    await chat('left', 'hr')
    await chat('amina', 'staff')
    await stores.interests.add(someInterest({ createdAt: '2014-01-04T10:00:00.000Z' }))
    await stores.interests.add(someInterest({ createdAt: '2014-01-02T10:00:00.000Z' }))
    await stores.interests.add(someInterest({ createdAt: '2013-12-20T10:00:00.000Z', status: 'offered' }))
    const asking = {
      group: 'pay',
      text: 'pay',
      outcome: 'not-stated' as const,
      entries: [],
      at: '2014-01-04T10:00:00.000Z',
    }
    await stores.unanswered.count(asking)
    for (const deleteBy of ['2014-01-05', '2014-01-06', '2013-10-01']) {
      const actor = { tenantId: TENANT, objectId: 'helen', name: 'Helen' }
      const record = {
        id: deleteBy,
        at: '2013-12-01',
        actor,
        purpose: 'x',
        filter: {},
        count: 1,
        deleteBy,
        erasedSince: [],
      }
      await stores.audit.appendExport({ kind: 'export', format: 'csv', ...record }, [])
    }
  })
  afterEach(() => stores.close())

  it('goes to each officer once a day, from half past eight', async () => {
    const [one, other] = [make(), make()]
    expect(await one.run()).to.equal(0)
    clock.forward({ ms: 60_000 })
    const added = await Promise.all([one.run(), other.run()])
    expect(added.reduce((sum, count) => sum + count, 0)).to.equal(2)
    await outboxOn(stores, clock, channel).run()
    clock.forward({ hours: 3 })
    expect(await make().run()).to.equal(0)
    await outboxOn(stores, clock, channel).run()
    expect(channel.arrived.map(({ to }) => to).sort()).to.deep.equal(['daniel', 'helen'])
    clock.forward({ days: 1 })
    expect(await one.run()).to.equal(2)
  })

  it('counts since the last working day, and names nobody', async () => {
    clock.forward({ hours: 1 })
    await make().run()
    await outboxOn(stores, clock, channel).run()
    const { text = '', personal } = channel.arrived[0]?.reply ?? {}
    expect(personal).to.equal(true)
    expect(text).to.include('New since 3 January 2014: 1 interest')
    expect(text).to.include('Waiting for HR: 2 interests (the oldest since 2 January 2014)')
    expect(text).to.include('Questions without an answer: 1 question')
    expect(text).to.include('delete-by date: 1 file')
    expect(text).not.to.include('Lorraine')
  })

  it('does not come at a weekend, in the evening, or with nothing to say', async () => {
    clock = fakeClock('2014-01-05T10:00:00.000Z')
    expect(await make().run()).to.equal(0)
    clock = fakeClock('2014-01-06T19:00:00.000Z')
    expect(await make().run()).to.equal(0)
    await stores.close()
    stores = openSqlite(':memory:')
    await chat('helen', 'hr')
    clock = fakeClock('2014-01-06T10:00:00.000Z')
    expect(await make().run()).to.equal(0)
  })

  it('comes later the same day when nobody could say who is HR', async () => {
    clock.forward({ hours: 1 })
    const known = roles
    roles = {}
    const one = make()
    expect(await one.run()).to.equal(0)
    roles = known
    expect(await one.run()).to.equal(2)
  })
})
