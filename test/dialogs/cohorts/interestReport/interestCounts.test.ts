import { assert } from 'chai'
import type { ShownRow } from '../../../../dialogs/cohorts/interestReport/disclosureRanges.ts'
import { serviceNamer, stoodAt } from '../../../../dialogs/cohorts/interestReport/interestTables.ts'
import { snapshotStore } from '../../../../dialogs/cohorts/interestReport/snapshotStore.ts'
import { onEachEngine } from '../../../support/engines.ts'
import { LONDON } from '../../../support/localTime.ts'
import { somebody, someInterest } from '../../../support/people.ts'
import { openWorld, SERVICES, type World } from '../world.ts'

const BEFORE = '2014-01-02T10:00:00.000Z'

describe('Interest so far', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.stores.close())

  const seen = async (role: 'manager' | 'hr' = 'manager') => {
    const outcome = await world.service.interestCounts(somebody(role))
    if (outcome.kind === 'forbidden') throw new Error('It may be seen')
    return outcome
  }
  const snapshot = async () => {
    const outcome = await seen()
    if (outcome.kind !== 'rounded') throw new Error('Managers see a snapshot')
    return outcome.snapshot
  }
  const shown = (rows: readonly ShownRow[] | undefined, id: string) => rows?.find((row) => row.id === id)?.shown

  it('is refused to staff, whether there is any or not', async () => {
    const before = await world.service.interestCounts(somebody('staff'))
    await world.register(9, { createdAt: BEFORE })
    assert.deepEqual(await world.service.interestCounts(somebody('staff')), { kind: 'forbidden' })
    assert.deepEqual(before, { kind: 'forbidden' })
  })

  it('counts by cohort, band and service, rounded, and names no service but the trust’s own', async () => {
    await world.register(8, { createdAt: BEFORE, service: 'Huyton HV team' })
    await world.register(6, { createdAt: BEFORE, band: '4', service: 'Donna’s desk, room 4' })
    await world.register(1, { createdAt: BEFORE, band: '2', service: 'podiatry' })
    const { report, asAt } = await snapshot()
    assert.equal(asAt, '2014-01-06')
    assert.deepEqual(report.total, { kind: 'about', count: 15 })
    assert.deepEqual(shown(report.tables.band, '3'), { kind: 'about', count: 10 })
    assert.deepEqual(shown(report.tables.band, '4'), { kind: 'about', count: 5 })
    assert.deepEqual(shown(report.tables.band, '2'), { kind: 'fewer', than: 5 })
    assert.deepEqual(shown(report.tables.band, '9'), { kind: 'fewer', than: 5 }, 'none looks like a few')
    assert.deepEqual(shown(report.tables.service, 'other'), { kind: 'about', count: 5 })
    assert.notInclude(JSON.stringify(report), 'Donna')
    assert.lengthOf(report.tables.service ?? [], SERVICES.length + 1)
  })

  it('is one snapshot for every manager, all week, as at the Monday', async () => {
    await world.register(6, { createdAt: BEFORE })
    await world.register(20, { createdAt: '2014-01-06T00:00:00.000Z', band: '4' })
    const first = await snapshot()
    assert.deepEqual(first.report.total, { kind: 'about', count: 5 })
    await world.register(20, { createdAt: BEFORE, band: '5' })
    world.clock.forward({ days: 4, hours: 14 })
    assert.deepEqual(await snapshot(), first)
    world.clock.forward({ hours: 24 })
    assert.deepEqual((await snapshot()).report.total, { kind: 'about', count: 45 })
  })

  it('stands for another week while fewer than five have changed, and says from when it is', async () => {
    await world.register(6, { createdAt: BEFORE })
    const first = await snapshot()
    await world.register(4, { createdAt: '2014-01-08T10:00:00.000Z' })
    world.clock.forward({ days: 7 })
    const second = await snapshot()
    assert.deepEqual([second.report, second.asAt, second.week], [first.report, '2014-01-06', '2014-01-13'])
    await world.register(1, { createdAt: '2014-01-15T10:00:00.000Z' })
    world.clock.forward({ days: 7 })
    assert.deepEqual((await snapshot()).report.total, { kind: 'about', count: 10 })
    assert.lengthOf((await seen()).weeks, 2)
  })

  it('counts none that were withdrawn, and those that were withdrawn since', async () => {
    const withdrawnAt = (at: string) => {
      const change = { field: 'status', old: 'registered', new: 'withdrawn' }
      const by = { tenantId: 't', objectId: 'o', name: 'n', role: 'staff' as const }
      const registered = { at: BEFORE, by, what: 'registered' as const, changes: [] }
      return {
        status: 'withdrawn',
        createdAt: BEFORE,
        history: [registered, { at, by, what: 'withdrawn' as const, changes: [change] }],
      }
    }
    await world.register(6, withdrawnAt('2014-01-03T10:00:00.000Z'))
    await world.register(9, withdrawnAt('2014-01-07T10:00:00.000Z'))
    assert.deepEqual((await snapshot()).report.total, { kind: 'about', count: 10 })
    const exact = await seen('hr')
    assert.equal(exact.kind === 'exact' && exact.total, 0)
  })

  it('is exact and as it stands for HR', async () => {
    await world.register(3, { service: 'school nursing' })
    const exact = await seen('hr')
    if (exact.kind !== 'exact') throw new Error('HR sees exact counts')
    assert.equal(exact.total, 3)
    assert.equal(exact.tables.service.find(({ id }) => id === 'school health')?.count, 3)
  })

  it('can be taken before anyone asks, and is the one they then see', async () => {
    await world.register(6, { createdAt: BEFORE })
    await world.service.keepSnapshot()
    await world.register(20, { createdAt: BEFORE })
    assert.deepEqual((await snapshot()).report.total, { kind: 'about', count: 5 })
  })

  it('finds how an interest stood, and the trust’s name for a service', () => {
    const by = { tenantId: 't', objectId: 'o', name: 'n', role: 'staff' as const }
    const changes = [{ field: 'band', old: '3', new: '4' }]
    const interest = someInterest({
      band: '4',
      createdAt: BEFORE,
      history: [
        { at: BEFORE, by, what: 'registered', changes: [] },
        { at: '2014-01-07T10:00:00.000Z', by, what: 'changed', changes },
      ],
    })
    assert.equal(stoodAt(interest, '2014-01-06T00:00:00.000Z')?.band, '3')
    assert.equal(stoodAt(interest, '2014-01-08T00:00:00.000Z')?.band, '4')
    assert.isUndefined(stoodAt(interest, BEFORE))
    const name = serviceNamer(SERVICES)
    assert.deepEqual(['H.V. team', 'Kirkby hv', 'SCHOOL NURSING', 'hive'].map(name), [
      'other',
      'health visiting',
      'school health',
      'other',
    ])
  })

  it('begins a week on Monday at midnight in London, summer and winter', () => {
    const began = (moment: string) => [
      LONDON.weekOf(new Date(moment)).week,
      LONDON.weekOf(new Date(moment)).began.toISOString(),
    ]
    assert.deepEqual(began('2014-01-05T23:59:59.000Z'), ['2013-12-30', '2013-12-30T00:00:00.000Z'])
    assert.deepEqual(began('2014-07-06T23:30:00.000Z'), ['2014-07-07', '2014-07-06T23:00:00.000Z'])
    assert.deepEqual(began('2014-03-30T12:00:00.000Z'), ['2014-03-24', '2014-03-24T00:00:00.000Z'])
    assert.equal(LONDON.momentOf('2014-06-01', '09:30').toISOString(), '2014-06-01T08:30:00.000Z')
  })
})

onEachEngine('The snapshots of interest', (two) => {
  it('keep the first of a week, whoever writes', async () => {
    const stores = two()
    const one = (asAt: string) => ({
      week: '2014-01-06',
      asAt,
      report: { total: { kind: 'fewer' as const, than: 5 }, tables: {} },
      basis: {},
    })
    const kept = await Promise.all(
      ['a', 'b', 'c', 'd'].map((asAt, i) =>
        snapshotStore(stores[i % 2 ? 1 : 0].programme).put('2014-01-06', one(asAt)),
      ),
    )
    const there = await snapshotStore(stores[1].programme).get('2014-01-06')
    assert.deepEqual(
      kept,
      Array.from({ length: 4 }, () => there),
    )
    assert.isUndefined(await snapshotStore(stores[0].programme).get('2014-01-13'))
  })

  it('lie beside documents that one of two racing editors replaces', async () => {
    const [here, there] = two().map(({ programme }) => programme)
    assert.deepEqual(await here?.add('figures', { n: 1 }), { kind: 'added' })
    assert.deepEqual(await there?.add('figures', { n: 2 }), { kind: 'duplicate' })
    const version = (await there?.get('figures'))?.version ?? ''
    const kinds = await Promise.all([
      here?.replace('figures', { n: 3 }, version),
      there?.replace('figures', { n: 4 }, version),
    ])
    assert.sameMembers(
      kinds.map((outcome) => outcome?.kind),
      ['replaced', 'conflict'],
    )
  })
})
