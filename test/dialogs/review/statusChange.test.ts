import { assert } from 'chai'
import { command } from '../../support/service.ts'
import { type Bench, reviewBench } from './bench.ts'

describe('HR changes a status', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())
  const set = (keys: { key: string; lines?: number }[], to: string, who = bench.helen, by = command()) =>
    bench.service.setStatus(who, keys, to, 'rang her', by)

  it('shows exactly what will change, and changes nothing by showing it', async () => {
    const [a, b] = [await bench.put(), await bench.put({ status: 'reviewed' })]
    const own = await bench.put({ personId: bench.helen.objectId })
    const preview = await bench.service.previewStatus(bench.helen, [a, b, own].map(bench.key), 'reviewed')
    if (preview.kind !== 'preview') throw new Error(preview.kind)
    assert.deepEqual(
      preview.changes.map(({ id, status }) => [id, status]),
      [[a.id, 'registered']],
    )
    assert.deepEqual([preview.unchanged[0]?.id, preview.own[0]?.id], [b.id, own.id])
    assert.equal((await bench.latest(a)).status, 'registered')
  })

  it('keeps who, why, old and new in the history, and the work list’s clock', async () => {
    const interest = await bench.put({}, 12)
    const outcome = await set([{ key: bench.key(interest) }], 'contacted')
    assert.equal(outcome.kind, 'set')
    const after = await bench.latest(interest)
    assert.equal(after.statusSince, bench.clock.iso())
    const [line] = after.history
    assert.include(line, { what: 'status', reason: 'rang her' })
    assert.deepEqual(line?.changes, [{ field: 'status', old: 'registered', new: 'contacted' }])
    assert.equal(line?.by.name, 'Helen Clarke')
  })

  it('does the same activity once, however often it is sent', async () => {
    const interest = await bench.put()
    const by = command()
    for (let i = 0; i < 3; i++) await set([{ key: bench.key(interest) }], 'contacted', bench.helen, by)
    assert.lengthOf((await bench.latest(interest)).history, 1)
  })

  it('tells the second officer what the first did, and keeps what was typed', async () => {
    const interest = await bench.put()
    const seen = { key: bench.key(interest), lines: 0 }
    await set([seen], 'contacted')
    const outcome = await set([seen], 'closed', bench.daniel)
    if (outcome.kind !== 'set') throw new Error(outcome.kind)
    assert.isEmpty(outcome.changed)
    assert.equal(outcome.reason, 'rang her')
    assert.equal(outcome.conflicts[0]?.did[0]?.by.name, 'Helen Clarke')
    assert.equal((await bench.latest(interest)).status, 'contacted')
    const again = await set([{ ...seen, lines: 1 }], 'closed', bench.daniel)
    assert.equal(again.kind === 'set' && again.changed.length, 1)
  })

  it('of two officers at once lets one through', async () => {
    const interest = await bench.put()
    const seen = [{ key: bench.key(interest), lines: 0 }]
    const outcomes = await Promise.all([set(seen, 'contacted'), set(seen, 'closed', bench.daniel)])
    const changed = outcomes.map((outcome) => (outcome.kind === 'set' ? outcome.changed.length : -1))
    assert.sameMembers(changed, [0, 1])
  })

  it('refuses the officer’s own, and a status that the list has not', async () => {
    const own = await bench.put({ personId: bench.helen.objectId })
    assert.equal((await set([{ key: bench.key(own) }], 'offered')).kind, 'own-interest')
    assert.equal((await set([{ key: bench.key(own) }], 'promoted')).kind, 'unknown-status')
    assert.equal((await bench.latest(own)).status, 'registered')
  })

  it('leaves a notice that is due in ten minutes, to who asked alone', async () => {
    const asked = await bench.put({ tellMe: true })
    const silent = await bench.put()
    await set(
      [asked, silent].map((one) => ({ key: bench.key(one) })),
      'contacted',
    )
    const [notice, ...more] = (await bench.latest(asked)).pending
    assert.isEmpty([...more, ...(await bench.latest(silent)).pending])
    assert.include(notice, { kind: 'status', dueAt: '2014-01-08T09:10:00.000Z', attempts: 0 })
    assert.deepEqual(notice?.data, { from: 'registered', to: 'contacted' })
  })

  it('tells of two changes in ten minutes once, and of none that came to nothing', async () => {
    const interest = await bench.put({ tellMe: true })
    await set([{ key: bench.key(interest) }], 'reviewed')
    await set([{ key: bench.key(interest) }], 'contacted')
    assert.deepEqual(
      (await bench.latest(interest)).pending.map(({ data }) => data),
      [{ from: 'registered', to: 'contacted' }],
    )
    await set([{ key: bench.key(interest) }], 'registered')
    assert.isEmpty((await bench.latest(interest)).pending)
  })

  it('sends bad news only when HR presses Send', async () => {
    const interest = await bench.put({ tellMe: true })
    const key = bench.key(interest)
    await set([{ key }], 'not-progressing')
    assert.isEmpty((await bench.latest(interest)).pending)
    assert.equal((await bench.service.sendNotice(bench.helen, key, command())).kind, 'changed')
    assert.deepEqual(
      (await bench.latest(interest)).pending.map(({ data }) => data),
      [{ to: 'not-progressing', send: 'hr' }],
    )
    assert.equal((await bench.service.sendNotice(bench.helen, key, command())).kind, 'invalid')
    const silent = await bench.put({ status: 'closed' })
    assert.equal((await bench.service.sendNotice(bench.helen, bench.key(silent), command())).kind, 'invalid')
  })

  it('says nothing of bad news that was a slip', async () => {
    const interest = await bench.put({ tellMe: true })
    await set([{ key: bench.key(interest) }], 'closed')
    await set([{ key: bench.key(interest) }], 'contacted')
    assert.deepEqual(
      (await bench.latest(interest)).pending.map(({ data }) => data),
      [{ to: 'contacted' }],
    )
  })
})

describe('HR takes back a change', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())
  const set = (key: string, to: string, who = bench.helen) => bench.service.setStatus(who, [{ key }], to, '', command())

  it('recalls the notice, and puts it back at its place in the list', async () => {
    const interest = await bench.put({ tellMe: true }, 12)
    const key = bench.key(interest)
    await set(key, 'contacted')
    bench.clock.forward({ ms: 9 * 60_000 })
    const undone = await bench.service.undo(bench.helen, [key], command())
    if (undone.kind !== 'undone') throw new Error(undone.kind)
    assert.equal(undone.recalled, 1)
    const after = await bench.latest(interest)
    assert.include(after, { status: 'registered', statusSince: interest.statusSince })
    assert.isEmpty(after.pending)
    assert.deepEqual(
      after.history.map(({ what }) => what),
      ['status', 'undone'],
    )
  })

  it('says where the person stands again, when they were told already', async () => {
    const interest = await bench.put({ tellMe: true })
    const key = bench.key(interest)
    await set(key, 'contacted')
    const stored = await bench.stores.interests.get(interest.id, interest.cohortId)
    if (!stored) throw new Error('gone')
    const by = { tenantId: '', objectId: '', name: '', role: 'bot' as const }
    const sent = { at: bench.clock.iso(), by, what: 'notice-sent' as const, changes: [] }
    await bench.stores.interests.replace(
      { ...stored.interest, pending: [], history: [...stored.interest.history, sent] },
      stored.version,
    )
    await bench.service.undo(bench.helen, [key], command())
    assert.deepEqual(
      (await bench.latest(interest)).pending.map(({ data }) => data),
      [{ from: 'contacted', to: 'registered' }],
    )
  })

  it('does not take back what a colleague did, nor the same change twice', async () => {
    const interest = await bench.put()
    const key = bench.key(interest)
    await set(key, 'reviewed')
    await set(key, 'contacted', bench.daniel)
    const outcome = await bench.service.undo(bench.helen, [key], command())
    if (outcome.kind !== 'undone') throw new Error(outcome.kind)
    assert.equal(outcome.conflicts[0]?.did[0]?.by.name, 'Daniel Osei')
    await bench.service.undo(bench.daniel, [key], command())
    const twice = await bench.service.undo(bench.daniel, [key], command())
    assert.equal(twice.kind === 'undone' && twice.nothing, 1)
    assert.equal((await bench.latest(interest)).status, 'reviewed')
  })

  it('takes back who has it', async () => {
    const interest = await bench.put()
    const key = bench.key(interest)
    await bench.service.assign(bench.helen, { key, lines: 0 }, bench.daniel.objectId, command())
    assert.equal((await bench.latest(interest)).assignee?.name, 'Daniel Osei')
    await bench.service.undo(bench.helen, [key], command())
    assert.isNull((await bench.latest(interest)).assignee)
  })

  it('brings no news of bad news that was taken back unsent', async () => {
    const interest = await bench.put({ tellMe: true })
    await set(bench.key(interest), 'closed')
    await bench.service.undo(bench.helen, [bench.key(interest)], command())
    assert.isEmpty((await bench.latest(interest)).pending)
  })
})
