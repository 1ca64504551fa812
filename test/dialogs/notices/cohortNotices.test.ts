import { expect } from 'chai'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../../bot/stores/stores.ts'
import type { Cohort } from '../../../dialogs/cohorts/cohortStore.ts'
import { ANY_LATER_COHORT } from '../../../dialogs/interest/interest.ts'
import { DEFAULT_STATUSES } from '../../../dialogs/interest/statuses.ts'
import { cohortNotices } from '../../../dialogs/notices/cohortNotices.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { fakeChannel, outboxOn, reachable } from '../../support/notices.ts'
import { somebody } from '../../support/people.ts'

const NOON = '2014-01-09T12:00:00.000Z'
const LINK = 'https://www.jobs.nhs.uk/1'

const changed = (field: string, now: string, over: Partial<Cohort>, at = NOON): Partial<Cohort> => ({
  ...over,
  history: [{ at, by: { ...somebody('hr'), role: 'hr' }, changes: [{ field, old: '', new: now }] }],
})
const opened = changed('state', 'open', { state: 'open' })

describe('News of a cohort', () => {
  let stores: Stores
  let clock: ReturnType<typeof fakeClock>
  let channel: ReturnType<typeof fakeChannel>
  const notices = () => cohortNotices({ ...stores, records: stores.programme, clock, statuses: DEFAULT_STATUSES })
  const arrived = async () => {
    await outboxOn(stores, clock, channel).run()
    return channel.arrived.map(({ to }) => to)
  }
  const change = async (over: Partial<Cohort>): Promise<void> => {
    const stored = await stores.cohorts.get('september-2014')
    await stores.cohorts.replace({ ...someCohort(), ...stored?.cohort, ...over }, String(stored?.version))
  }

  beforeEach(async () => {
    stores = openSqlite(':memory:')
    clock = fakeClock('2014-01-09T12:10:00.000Z')
    channel = fakeChannel()
    await stores.cohorts.add(someCohort({ state: 'closed' }))
  })
  afterEach(() => stores.close())

  it('goes to those who asked for this cohort or any later one, once each', async () => {
    const own = await reachable(stores, { personId: 'own' })
    await reachable(stores, { personId: 'later', cohortId: ANY_LATER_COHORT })
    await reachable(stores, { personId: 'own', cohortId: ANY_LATER_COHORT })
    await reachable(stores, { personId: 'did-not-ask', tellMe: false })
    await reachable(stores, { personId: 'withdrew', status: 'withdrawn' })
    await reachable(stores, { personId: 'other', cohortId: 'september-2015' })
    await reachable(stores, { personId: 'after', createdAt: '2014-01-09T12:05:00.000Z' })
    await change(opened)
    expect(await notices().run()).to.equal(2)
    expect((await arrived()).sort()).to.deep.equal(['later', own.personId])
    expect(await notices().run()).to.equal(0)
    expect(await arrived()).to.have.length(2)
  })

  it('is of the advert too, with its link', async () => {
    await reachable(stores, { personId: 'own' })
    await change(changed('advertLink', LINK, { advertLink: LINK, advertClosesAt: '2014-02-01T17:00:00.000Z' }))
    expect(await notices().run()).to.equal(1)
    await arrived()
    expect(channel.arrived[0]?.reply.text).to.include(LINK).and.include('1 February 2014')
  })

  it('waits ten minutes, and is recalled by what HR takes back meanwhile', async () => {
    await reachable(stores)
    clock = fakeClock('2014-01-09T12:09:59.000Z')
    await change(opened)
    expect(await notices().run()).to.equal(0)
    await change({ state: 'closed' })
    clock.forward({ hours: 1 })
    expect(await notices().run()).to.equal(0)
  })

  it('is recalled also when it is taken back before working hours begin', async () => {
    await reachable(stores)
    clock = fakeClock('2014-01-09T19:00:00.000Z')
    await change(opened)
    expect(await notices().run()).to.equal(1)
    await change({ state: 'closed' })
    clock.forward({ hours: 14 })
    expect(await arrived()).to.deep.equal([])
  })

  it('goes on after a crash in the middle, and appends nothing twice', async () => {
    for (let i = 0; i < 6; i++) await reachable(stores, { personId: `p${i}` })
    await change(opened)
    const { replace } = stores.interests
    let writes = 0
    stores.interests.replace = (...given) => {
      if (++writes === 4) throw new StoreUnavailable('be written', undefined)
      return replace(...given)
    }
    expect(
      await notices()
        .run()
        .catch((error: unknown) => error),
    ).to.be.instanceOf(StoreUnavailable)
    expect(await arrived()).to.have.length(3)
    stores.interests.replace = replace
    expect(await notices().run()).to.equal(3)
    expect([...(await arrived())].sort()).to.deep.equal(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])
  })

  it('is the same from two processes at once', async () => {
    for (let i = 0; i < 6; i++) await reachable(stores)
    await change(opened)
    const appended = await Promise.all([notices().run(), notices().run()])
    expect(appended.reduce((sum, one) => sum + one, 0)).to.equal(6)
    expect(await arrived()).to.have.length(6)
  })

  it('is no news after a week', async () => {
    await reachable(stores)
    await change(opened)
    clock.forward({ days: 7 })
    expect(await notices().run()).to.equal(0)
  })
})
