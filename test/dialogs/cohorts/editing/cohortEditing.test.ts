import { assert } from 'chai'
import { fieldsOf } from '../../../../dialogs/cohorts/editing/submittedFields.ts'
import { figuresStore } from '../../../../dialogs/cohorts/figuresStore.ts'
import { someCohort } from '../../../support/cohorts.ts'
import { LONDON } from '../../../support/localTime.ts'
import { somebody } from '../../../support/people.ts'
import { command } from '../../../support/service.ts'
import { openWorld, type World } from '../world.ts'

/** The form for the figures while HR has entered none. */
const FIGURES = { what: 'figures' as const, id: '', version: '', seen: 0 }

describe('Editing figures and cohorts', () => {
  let world: World
  const hr = somebody('hr', 'Helen Clarke')
  const other = somebody('hr', 'Daniel Osei')

  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.stores.close())

  const figures = async (counts: Record<string, string>, over: { actor?: typeof hr; version?: string } = {}) => {
    const begun = await world.service.form(hr, 'figures')
    const version = over.version ?? (begun.kind === 'form' ? begun.form.version : '')
    return world.service.save(
      over.actor ?? hr,
      { ...FIGURES, fields: { asOf: '2014-01-07', ...counts }, version },
      command(),
    )
  }
  const cohort = async (
    fields: Record<string, string>,
    over: { id?: string; version?: string; actor?: typeof hr } = {},
  ) => {
    const id = over.id ?? 'september-2014'
    const stored = await world.stores.cohorts.get(id)
    const version = over.version ?? stored?.version ?? ''
    const filledIn = { ...fieldsOf(stored?.cohort ?? someCohort(), LONDON), ...fields }
    return world.service.save(over.actor ?? hr, { what: 'cohort', id, fields: filledIn, version, seen: 0 }, command())
  }
  const messages = (outcome: { kind: string }): string =>
    'problems' in outcome
      ? (outcome.problems as { message: string }[]).map(({ message }) => message).join(' ')
      : outcome.kind

  it('is for HR alone', async () => {
    for (const role of ['staff', 'manager'] as const) {
      const actor = somebody(role)
      assert.equal((await figures({ 'count-qualified': '33' }, { actor })).kind, 'forbidden')
      assert.equal((await cohort({ state: 'closed' }, { actor })).kind, 'forbidden')
      assert.equal((await world.service.form(actor, 'figures')).kind, 'forbidden')
      assert.equal((await world.service.changes(actor)).kind, 'forbidden')
    }
  })

  it('keeps a newer figure beside the published one, with its date, and who and when', async () => {
    assert.equal((await figures({ 'count-second-year': '9' })).kind, 'saved')
    const outcome = await world.service.status(somebody('manager'))
    if (outcome.kind === 'forbidden') throw new Error('Managers see it all')
    const { published, newer, history } = outcome.status
    assert.deepEqual(
      published.map(({ count }) => count),
      [31, 7, 5],
    )
    assert.deepEqual(newer, [
      {
        stage: 'second-year',
        label: 'In their second year',
        count: 9,
        asOf: '2014-01-07',
        kept: { by: 'Helen Clarke', at: world.clock.iso() },
      },
    ])
    assert.deepEqual(
      history[1]?.figures.map(({ count }) => count),
      [7, 9],
    )
    const early = await world.service.status(somebody('manager'), '2014-01-05')
    assert.isEmpty(early.kind === 'status' ? early.status.newer : [0])
    const seen = await world.service.status(somebody('staff'))
    if (seen.kind === 'forbidden') throw new Error('Staff see what is published')
    assert.deepEqual([seen.status.newer, seen.status.cohorts], [[], []])
  })

  it('leaves a trace in its history and in the audit log', async () => {
    await figures({ 'count-qualified': '33' })
    await cohort({ state: 'closed' })
    const changes = await world.service.changes(hr)
    assert.sameDeepMembers(
      changes.kind === 'changes' ? changes.events.map(({ of, by, changes }) => [of, by.name, changes]) : [],
      [
        ['Figures', 'Helen Clarke', [{ field: 'Qualified', old: '', new: '33 as at 2014-01-07' }]],
        ['September 2014', 'Helen Clarke', [{ field: 'state', old: 'open', new: 'closed' }]],
      ],
    )
    const { records } = await world.stores.audit.page('note', { limit: 9 })
    assert.sameMembers(
      records.map((record) => (record.kind === 'note' ? record.what : '')),
      ['figures', 'cohort september-2014'],
    )
  })

  it('tells the second of two editors what happened, and saves once they have seen it', async () => {
    const version = (await world.stores.cohorts.get('september-2014'))?.version ?? ''
    await cohort({ state: 'closed' }, { actor: other })
    const outcome = await cohort({ name: 'Autumn 2014' }, { version })
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
    assert.deepEqual(
      outcome.since.map(({ by }) => by.name),
      ['Daniel Osei'],
    )
    assert.equal((await cohort({ name: 'Autumn 2014' }, { version: outcome.version })).kind, 'saved')
    const races = await Promise.all([
      figures({ 'count-qualified': '33' }, { version: '' }),
      figures({ 'count-qualified': '34' }, { version: '' }),
    ])
    assert.sameMembers(
      races.map(({ kind }) => kind),
      ['saved', 'conflict'],
    )
  })

  it('does once what one activity asks, however often it is sent', async () => {
    const same = command()
    const form = { ...FIGURES, fields: { 'count-qualified': '33', asOf: '2014-01-07' } }
    const first = await world.service.save(hr, form, same)
    assert.deepEqual(await world.service.save(hr, form, same), first)
    const { figures: kept } = await figuresStore(world.stores.programme).get()
    assert.lengthOf(kept.headcounts, 1)
  })

  it('tells what is wrong with what was typed', async () => {
    assert.include(messages(await figures({ 'count-qualified': '-1' })), 'whole number')
    assert.include(messages(await figures({ 'count-qualified': 'lots' })), 'whole number')
    assert.include(messages(await figures({ 'count-qualified': '3', asOf: '' })), 'Say when')
    assert.include(messages(await figures({ 'count-qualified': '3', asOf: '2014-02-31' })), 'Say when')
    assert.include(messages(await figures({ 'count-qualified': '3', asOf: '2014-13-01' })), 'Say when')
    assert.include(messages(await figures({ 'count-qualified': '3', asOf: '2015-01-01' })), 'future')
    assert.equal(messages(await figures({})), 'unchanged')
    for (const advertLink of [
      'jobs.nhs.uk',
      'http://www.jobs.nhs.uk/x',
      'javascript:alert(1)',
      'https://a:b@trac.jobs/x',
    ])
      assert.equal((await cohort({ advertLink })).kind, 'invalid', advertLink)
    assert.include(messages(await cohort({ opensDay: '2014-03-02', closesDay: '2014-03-01' })), 'closes before')
    assert.include(messages(await cohort({ closesDay: '2014-03-01', closesTime: '25:00' })), '09:30')
    assert.include(messages(await cohort({ closesTime: '10:00' })), 'Choose the day')
    assert.include(messages(await cohort({ advertClosesDay: '2014-03-01' })), 'address of the advert')
    assert.include(messages(await cohort({ name: ' ' })), 'name')
    assert.include(messages(await cohort({ state: 'ajar' })), 'open or closed')
    assert.include(messages(await cohort({}, { id: 'gone' })), 'no such cohort')
    assert.equal(messages(await cohort({})), 'unchanged')
    assert.isEmpty((await world.stores.cohorts.get('september-2014'))?.cohort.history)
  })

  it('keeps times as the trust’s clocks show them', async () => {
    await cohort({ closesDay: '2014-06-30', closesTime: '17:00' })
    assert.equal((await world.stores.cohorts.get('september-2014'))?.cohort.closesAt, '2014-06-30T16:00:00.000Z')
    await cohort({ closesDay: '2014-06-30', closesTime: '' })
    assert.equal((await world.stores.cohorts.get('september-2014'))?.cohort.closesAt, '2014-06-30T22:59:00.000Z')
  })

  it('adds a cohort, and none twice', async () => {
    const { kind } = await cohort(
      { name: 'March 2015', state: 'open', 'count-first-year': '6', asOf: '2014-01-08' },
      { id: '' },
    )
    assert.equal(kind, 'saved')
    assert.include(messages(await cohort({ name: 'March 2015', state: 'open' }, { id: '' })), 'already')
    const outcome = await world.service.status(hr)
    const view = outcome.kind === 'status' ? outcome.status.cohorts.find(({ id }) => id === 'march-2015') : undefined
    assert.deepEqual([view?.open, view?.headcounts[0]?.count], [true, 6])
    assert.equal(outcome.kind === 'status' && outcome.status.next?.name, 'September 2014')
  })

  it('stands when the audit log fails', async () => {
    const trouble: unknown[] = []
    const failing = await openWorld({
      audit: { append: () => Promise.reject(new Error('down')) },
      onTrouble: (error) => void trouble.push(error),
    })
    const form = { ...FIGURES, what: 'cohort' as const, fields: { name: 'March 2015', state: 'open' } }
    assert.equal((await failing.service.save(hr, form, command())).kind, 'saved')
    assert.lengthOf(trouble, 1)
    await failing.stores.close()
  })
})
