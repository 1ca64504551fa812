import { expect } from 'chai'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../../bot/stores/stores.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { fakeClock } from '../../support/clock.ts'
import {
  type FakeChannel,
  fakeChannel,
  latest,
  noticeLines,
  outboxOn,
  pendingNotice,
  reachable,
} from '../../support/notices.ts'
import { someInterest, TENANT } from '../../support/people.ts'

const MINUTE = 60_000

describe('The outbox', () => {
  let stores: Stores
  let channel: FakeChannel
  let clock: ReturnType<typeof fakeClock>
  const box = (over = {}) => outboxOn(stores, clock, channel, over)

  beforeEach(() => {
    stores = openSqlite(':memory:')
    channel = fakeChannel()
    clock = fakeClock()
  })
  afterEach(() => stores.close())

  it('sends what is due, once, to the person, and keeps that it was sent', async () => {
    const notice = pendingNotice()
    const interest = await reachable(stores, { pending: [notice] })
    expect(await box().run()).to.deep.equal({ sent: 0, failed: 0, later: 0 })
    clock.forward({ ms: 10 * MINUTE })
    expect(await box().run()).to.deep.equal({ sent: 1, failed: 0, later: 0 })
    expect(await box().run()).to.deep.equal({ sent: 0, failed: 0, later: 0 })
    expect(channel.arrived.map(({ id, to }) => ({ id, to }))).to.deep.equal([{ id: notice.id, to: interest.personId }])
    expect(await noticeLines(stores, interest)).to.deep.equal(['notice-sent 1'])
    const after = await latest(stores, interest)
    expect(after.pending).to.deep.equal([])
    expect([after.updatedAt, after.expiresAt]).to.deep.equal([interest.updatedAt, interest.expiresAt])
  })

  it('sends all of one interest in their order', async () => {
    const notices = [3, 1, 2].map((minute) =>
      pendingNotice({ id: `n${minute}`, dueAt: `2014-01-08T09:0${minute}:00.000Z` }),
    )
    await reachable(stores, { pending: notices })
    clock.forward({ hours: 1 })
    await box().run()
    expect(channel.arrived.map(({ id }) => id)).to.deep.equal(['n1', 'n2', 'n3'])
  })

  it('does not send what was recalled within the ten minutes', async () => {
    const interest = await reachable(stores, { pending: [pendingNotice()] })
    clock.forward({ ms: 9 * MINUTE })
    await box().run()
    const stored = await stores.interests.get(interest.id, interest.cohortId)
    await stores.interests.replace({ ...interest, pending: [] }, String(stored?.version))
    clock.forward({ hours: 1 })
    await box().run()
    expect(channel.arrived).to.deep.equal([])
  })

  it('waits for working hours', async () => {
    await reachable(stores, { pending: [pendingNotice({ dueAt: '2014-01-10T18:05:00.000Z' })] })
    clock = fakeClock('2014-01-10T18:05:00.000Z')
    for (let hour = 0; hour < 61; hour++, clock.forward({ hours: 1 })) await box().run()
    expect([clock.iso(), channel.arrived.length]).to.deep.equal(['2014-01-13T07:05:00.000Z', 0])
    clock.forward({ hours: 1 })
    await box().run()
    expect(channel.arrived).to.have.length(1)
  })

  it('tries again while the channel is down, and every notice arrives once', async () => {
    const interests = []
    for (let i = 0; i < 8; i++) interests.push(await reachable(stores, { pending: [pendingNotice({ id: `n${i}` })] }))
    clock.forward({ ms: 10 * MINUTE })
    const one = box()
    for (let passed = 0; passed < 60; passed += 15, clock.forward({ ms: 15_000 })) {
      channel.next = Array(20).fill('down')
      await one.run()
    }
    expect(channel.arrived).to.deep.equal([])
    channel.next = []
    for (let round = 0; round < 12; round++, clock.forward({ ms: 15_000 })) await one.run()
    expect(channel.arrived.map(({ id }) => id).sort()).to.deep.equal(interests.map((_, i) => `n${i}`))
    for (const interest of interests) expect((await noticeLines(stores, interest)).join()).to.match(/^notice-sent \d$/)
  })

  it('gives up after so many attempts, and says so to HR', async () => {
    const interest = await reachable(stores, { pending: [pendingNotice()] })
    const troubles: unknown[] = []
    const one = box({
      retrying: { firstMs: 1000, longestMs: 4000, attempts: 3 },
      onTrouble: (e: unknown) => troubles.push(e),
    })
    channel.next = Array(9).fill('down')
    clock.forward({ ms: 10 * MINUTE })
    for (let round = 0; round < 5; round++, clock.forward({ ms: 4000 })) await one.run()
    expect(troubles).to.have.length(3)
    expect(await noticeLines(stores, interest)).to.deep.equal([
      'notice-failed 3 Teams did not take it, and it was tried many times.',
    ])
  })

  it('sends each once from two processes on one store', async () => {
    for (let i = 0; i < 20; i++) await reachable(stores, { pending: [pendingNotice({ id: `n${i}` })] })
    clock.forward({ ms: 10 * MINUTE })
    const totals = await Promise.all([box().run(), box().run(), box().run()])
    expect(totals.reduce((sum, { sent }) => sum + sent, 0)).to.equal(20)
    expect(new Set(channel.arrived.map(({ id }) => id)).size).to.equal(20)
    expect(channel.arrived).to.have.length(20)
  })

  it('repeats with the same id when a process ended after the answer, and counts the attempts', async () => {
    const interest = await reachable(stores, { pending: [pendingNotice({ id: 'same' })] })
    clock.forward({ ms: 10 * MINUTE })
    const ends: typeof channel.send = async (...given) => {
      await channel.send(...given)
      throw new Error('killed')
    }
    const killed = await box({ sender: { send: ends } })
      .run()
      .catch((error: Error) => error.message)
    expect(killed).to.equal('killed')
    await box().run()
    expect(channel.arrived).to.have.length(1)
    clock.forward({ ms: 2 * MINUTE })
    await box().run()
    expect(channel.arrived.map(({ id }) => id)).to.deep.equal(['same', 'same'])
    expect(await noticeLines(stores, interest)).to.deep.equal(['notice-sent 2'])
  })

  it('does not repeat what it sent while the store could not be told', async () => {
    const interest = await reachable(stores, { pending: [pendingNotice()] })
    clock.forward({ ms: 10 * MINUTE })
    const { replace } = stores.interests
    let writes = 0
    stores.interests.replace = (...given) => {
      if (++writes === 2) throw new StoreUnavailable('be written', undefined)
      return replace(...given)
    }
    const one = box()
    expect(await one.run().catch((error: unknown) => error)).to.be.instanceOf(StoreUnavailable)
    clock.forward({ ms: 2 * MINUTE })
    expect(await one.run()).to.deep.equal({ sent: 1, failed: 0, later: 0 })
    expect(channel.arrived).to.have.length(1)
    expect(await noticeLines(stores, interest)).to.deep.equal(['notice-sent 2'])
  })

  it('says who cannot be reached, and does not write again to who blocked the bot', async () => {
    const blocking = await reachable(stores, { pending: [pendingNotice({ id: 'a' }), pendingNotice({ id: 'b' })] })
    const unknown = someInterest({ pending: [pendingNotice()] })
    const entered = someInterest({ personId: null, pending: [pendingNotice()] })
    for (const interest of [unknown, entered]) await stores.interests.add(interest)
    clock.forward({ ms: 10 * MINUTE })
    channel.next = ['blocked']
    expect(await box().run()).to.deep.equal({ sent: 0, failed: 4, later: 0 })
    const blocked = 'notice-failed 1 The person cannot be reached here: they blocked or removed the bot.'
    const unreached = 'notice-failed 1 The person cannot be reached here: they have not written to the bot.'
    expect(await noticeLines(stores, blocking)).to.deep.equal([blocked, blocked])
    expect(await noticeLines(stores, unknown)).to.deep.equal([unreached])
    expect(await noticeLines(stores, entered)).to.deep.equal([unreached])
    expect((await stores.references.get(TENANT, String(blocking.personId)))?.blocked).to.equal(true)
  })

  it('ends after the notice in hand when it is asked to', async () => {
    for (let i = 0; i < 5; i++) await reachable(stores, { pending: [pendingNotice()] })
    clock.forward({ ms: 10 * MINUTE })
    const stop = new AbortController()
    const { send } = channel
    channel.send = (...given) => {
      stop.abort()
      return send(...given)
    }
    expect((await box().run(stop.signal)).sent).to.equal(1)
  })
})
