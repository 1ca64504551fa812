import { expect } from 'chai'
import { curationService, READ_AGAIN_MS } from '../../../dialogs/curation/curationService.ts'
import type { Entry } from '../../../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { fakeClock } from '../../support/clock.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { onEachEngine } from '../../support/engines.ts'
import { somebody } from '../../support/people.ts'

const { entries } = loadKnowledge(RIVERSIDE)
const hr = somebody('hr', 'Helen Clarke')
const other = somebody('hr', 'Daniel Osei')

onEachEngine('Withdrawing an answer', (two) => {
  const clock = fakeClock()
  const open = () => {
    const [here, there] = two()
    const on = ({ programme, audit }: typeof here) => curationService({ records: programme, audit, entries, clock })
    return { here: on(here), there: on(there), audit: here.audit }
  }

  it('takes it out of use on every instance within seconds, and back', async () => {
    const { here, there } = open()
    expect(await there.isWithdrawn('length')).to.equal(false)
    expect((await here.withdraw(hr, 'length', 'It changed in May')).kind).to.equal('withdrawn')
    expect(await here.isWithdrawn('length'), 'at once where it was withdrawn').to.equal(true)
    clock.forward({ ms: READ_AGAIN_MS })
    expect(await there.isWithdrawn('length')).to.equal(true)
    expect(await there.isWithdrawn('bands')).to.equal(false)
    expect((await there.putBack(other, 'length')).kind).to.equal('put-back')
    clock.forward({ ms: READ_AGAIN_MS })
    expect(await here.isWithdrawn('length')).to.equal(false)
  })

  it('keeps who, when and why, in a list and in the audit', async () => {
    const { here, audit } = open()
    await here.withdraw(hr, 'length', ' It changed in May ')
    const outcome = await here.list(other)
    if (outcome.kind !== 'list') throw new Error('HR may see the list')
    const [first] = outcome.withdrawn
    expect(first?.entry?.id).to.equal('length')
    expect(first?.withdrawal).to.include({ reason: 'It changed in May', at: clock.iso() })
    expect(first?.withdrawal.by.name).to.equal('Helen Clarke')
    const { records } = await audit.page('note', { limit: 5 })
    expect(records.map((one) => one.kind === 'note' && one.what)).to.deep.equal(['answer withdrawn'])
  })

  it('says what stands already, and asks for a reason', async () => {
    const { here } = open()
    const kinds = [
      await here.withdraw(hr, 'length', '  '),
      await here.putBack(hr, 'length'),
      await here.withdraw(hr, 'length', 'wrong'),
      await here.withdraw(other, 'length', 'wrong too'),
      await here.withdraw(hr, 'no-such-entry', 'wrong'),
    ].map(({ kind }) => kind)
    expect(kinds).to.deep.equal(['no-reason', 'already', 'withdrawn', 'already', 'no-such-answer'])
  })

  it('never withdraws what is said to somebody in danger', async () => {
    const { here } = open()
    const danger = [...entries.values()].find(({ kind }) => kind === 'signpost') as Entry
    expect((await here.withdraw(hr, danger.id, 'tidying up')).kind).to.equal('kept')
    expect(await here.isWithdrawn(danger.id)).to.equal(false)
  })

  it('loses neither of two answers withdrawn at once', async () => {
    const { here, there } = open()
    await Promise.all([here.withdraw(hr, 'length', 'wrong'), there.withdraw(other, 'bands', 'wrong')])
    const outcome = await here.list(hr)
    expect(outcome.kind === 'list' && outcome.withdrawn.map(({ entry }) => entry?.id).sort()).to.deep.equal([
      'bands',
      'length',
    ])
  })

  it('is for HR alone', async () => {
    const { here } = open()
    for (const role of ['staff', 'manager'] as const) {
      const actor = somebody(role)
      expect((await here.withdraw(actor, 'length', 'wrong')).kind).to.equal('forbidden')
      expect((await here.putBack(actor, 'length')).kind).to.equal('forbidden')
      expect((await here.list(actor)).kind).to.equal('forbidden')
    }
  })
})
