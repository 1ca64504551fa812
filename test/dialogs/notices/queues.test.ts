import { expect } from 'chai'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../../bot/stores/stores.ts'
import { answerNotices } from '../../../dialogs/notices/personNotices.ts'
import { fakeClock } from '../../support/clock.ts'
import {
  type FakeChannel,
  fakeChannel,
  noticeLines,
  outboxOn,
  pendingNotice,
  reachable,
} from '../../support/notices.ts'
import { TENANT } from '../../support/people.ts'

const MINUTE = 60_000

describe('What waits to be sent', () => {
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

  const status = (to: string, data = {}) => pendingNotice({ kind: 'status', data: { from: 'registered', to, ...data } })

  it('sends bad news only when HR pressed Send', async () => {
    const quiet = await reachable(stores, { status: 'not-progressing', pending: [status('not-progressing')] })
    const told = await reachable(stores, { status: 'closed', pending: [status('closed', { send: 'hr' })] })
    clock.forward({ ms: 10 * MINUTE })
    await box().run()
    expect(channel.arrived.map(({ to }) => to)).to.deep.equal([told.personId])
    expect((await noticeLines(stores, quiet)).join()).to.include('only when HR presses Send')
  })

  it('says nothing that is no longer so, or no longer asked for', async () => {
    await reachable(stores, { status: 'reviewed', pending: [status('contacted')] })
    await reachable(stores, { status: 'contacted', tellMe: false, pending: [status('contacted')] })
    await reachable(stores, { pending: [pendingNotice({ kind: 'cohort-open', data: { cohortId: 'none' } })] })
    clock.forward({ ms: 10 * MINUTE })
    expect(await box().run()).to.deep.equal({ sent: 0, failed: 3, later: 0 })
  })

  it('carries HR’s answer to somebody who has no interest, once', async () => {
    await stores.references.put({
      tenantId: TENANT,
      personId: 'asker',
      reference: { to: 'asker' },
      blocked: false,
      updatedAt: clock.iso(),
    })
    const answer = {
      id: 'answer-1',
      tenantId: TENANT,
      personId: 'asker',
      dueAt: clock.iso(),
      question: 'Pay?',
      answer: 'Ask payroll.',
    }
    for (let i = 0; i < 2; i++) {
      await answerNotices(stores.personNotices).notify(answer)
      await box().run()
    }
    expect(channel.arrived.map(({ id }) => id)).to.deep.equal(['answer-1'])
    expect(channel.arrived[0]?.reply.text).to.include('Ask payroll.')
    const [kept] = await stores.personNotices.byPerson(TENANT, 'asker')
    expect([kept?.state, kept?.data]).to.deep.equal(['sent', {}])
  })
})
