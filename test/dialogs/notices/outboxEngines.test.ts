import { expect } from 'chai'
import { DEFAULT_STATUSES } from '../../../dialogs/interest/statuses.ts'
import { cohortNotices } from '../../../dialogs/notices/cohortNotices.ts'
import { personNotice } from '../../../dialogs/notices/personNotices.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { onEachEngine } from '../../support/engines.ts'
import { fakeChannel, noticeLines, outboxOn, pendingNotice, reachable } from '../../support/notices.ts'
import { somebody, TENANT } from '../../support/people.ts'

onEachEngine('Two outboxes', (two) => {
  it('send each notice once between them', async () => {
    const [here, there] = two()
    const channel = fakeChannel()
    const clock = fakeClock('2014-01-08T10:00:00.000Z')
    const interests = []
    for (let i = 0; i < 10; i++) interests.push(await reachable(here, { pending: [pendingNotice({ id: `n${i}` })] }))
    const personId = String(interests[0]?.personId)
    const answer = { id: 'answer', tenantId: TENANT, personId, kind: 'answer' as const, dueAt: clock.iso(), data: {} }
    await here.personNotices.add(personNotice(answer))
    const totals = await Promise.all([here, there].map((stores) => outboxOn(stores, clock, channel).run()))
    expect(totals.reduce((sum, { sent }) => sum + sent, 0)).to.equal(11)
    expect(channel.arrived.map(({ id }) => id).sort()).to.deep.equal(['answer', ...interests.map((_, i) => `n${i}`)])
    for (const interest of interests) expect(await noticeLines(there, interest)).to.deep.equal(['notice-sent 1'])
  })

  it('announce a cohort once between them', async () => {
    const clock = fakeClock('2014-01-09T12:10:00.000Z')
    const changes = [{ field: 'state', old: 'closed', new: 'open' }]
    const by = { ...somebody('hr'), role: 'hr' as const }
    const [here, there] = two()
    await here.cohorts.add(someCohort({ history: [{ at: '2014-01-09T12:00:00.000Z', by, changes }] }))
    for (let i = 0; i < 5; i++) await reachable(here)
    const appended = await Promise.all(
      [here, there].map(({ interests, cohorts, programme }) =>
        cohortNotices({ interests, cohorts, records: programme, clock, statuses: DEFAULT_STATUSES }).run(),
      ),
    )
    expect(appended.reduce((sum, one) => sum + one, 0)).to.equal(5)
  })
})
