import { assert } from 'chai'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { type Bench, reviewBench } from './bench.ts'

const names = (list: { kind: string }): string[] => {
  if (list.kind !== 'list') throw new Error(list.kind)
  return (list as unknown as { interests: { name: string }[] }).interests.map(({ name }) => name)
}

describe('HR’s work list', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())

  it('begins with those that wait for HR, the longest waiting first', async () => {
    await bench.put({ name: 'Waits for the person', status: 'contacted' }, 30)
    await bench.put({ name: 'New', status: 'registered' }, 1)
    await bench.put({ name: 'Old', status: 'reviewed' }, 12)
    await bench.put({ name: 'Done', status: 'closed' }, 90)
    const list = await bench.service.workList(bench.helen, { filter: {} })
    assert.deepEqual(names(list), ['Old', 'New', 'Waits for the person'])
    if (list.kind !== 'list') return
    assert.deepEqual(list.counts.byStatus, { registered: 1, reviewed: 1, contacted: 1, closed: 1 })
    const wording = await bench.service.wording(bench.helen)
    assert.equal(wording.since(list.interests[0]?.statusSince ?? ''), '12 days')
    assert.equal(wording.next('contacted'), 'Waiting for the person')
  })

  it('goes through all of it page by page, each once', async () => {
    for (let i = 0; i < 21; i++) await bench.put({ name: `Person ${i}`, status: i % 2 ? 'contacted' : 'registered' }, i)
    const seen: string[] = []
    let continuation: string | undefined
    do {
      const list = await bench.service.workList(bench.helen, { filter: {}, ...(continuation ? { continuation } : {}) })
      seen.push(...names(list))
      continuation = list.kind === 'list' ? list.next : undefined
    } while (continuation)
    assert.lengthOf(seen, 21)
    assert.lengthOf(new Set(seen), 21)
  })

  it('narrows by team and role in the trust’s own names, page by page and in the counts', async () => {
    for (let i = 0; i < 12; i++)
      await bench.put({ name: `Huyton ${i}`, service: 'hyton hv', base: '', currentRole: 'HCA' }, i)
    await bench.put({ name: 'Kirkby', service: 'Kirkby', base: '', currentRole: 'nursery nurse' })
    const filter = { team: 'Huyton', role: 'health care assistant' }
    const first = await bench.service.workList(bench.helen, { filter })
    if (first.kind !== 'list') throw new Error(first.kind)
    assert.equal(first.counts.total, 12)
    const second = await bench.service.workList(bench.helen, { filter, continuation: first.next ?? '' })
    assert.lengthOf([...names(first), ...names(second)], 12)
  })

  it('asks about a name that several bear, and never guesses', async () => {
    await bench.put({ name: 'Tina O’Neill' })
    await bench.put({ name: "Terry O'Neill" })
    const found = await bench.service.findByName(bench.helen, "O'Neill")
    assert.equal(found.kind, 'ambiguous')
    assert.equal((await bench.service.findByName(bench.helen, "Ti O'Neill")).kind, 'found')
    assert.equal((await bench.service.findByName(bench.helen, 'Nobody')).kind, 'none')
  })

  it('logs each look before it shows anything, and shows nothing when it cannot', async () => {
    const interest = await bench.put()
    await bench.service.workList(bench.helen, { filter: { bands: ['3'] } })
    await bench.service.open(bench.helen, { reference: interest.reference.toLowerCase().replaceAll('-', ' ') })
    const looks = await bench.audited('look')
    assert.sameMembers(
      looks.map(({ what }) => what),
      ['list', 'interest'],
    )
    assert.deepEqual(
      looks.map(({ interestIds }) => interestIds),
      [[interest.id], [interest.id]],
    )

    const down = await reviewBench({
      audit: { ...bench.stores.audit, append: () => Promise.reject(new StoreUnavailable('be written', undefined)) },
    })
    await down.put()
    let shown: unknown
    await down.service.workList(down.helen, { filter: {} }).then(
      (list) => {
        shown = list
      },
      (error) => assert.instanceOf(error, StoreUnavailable),
    )
    assert.isUndefined(shown)
  })

  it('does not open an officer’s own, nor one of another trust', async () => {
    const own = await bench.put({ personId: bench.helen.objectId })
    assert.equal((await bench.service.open(bench.helen, { key: bench.key(own) })).kind, 'own-interest')
    assert.equal((await bench.service.open(bench.daniel, { key: bench.key(own) })).kind, 'opened')
    const elsewhere = await bench.put({ tenantId: 'another-tenant' })
    assert.equal((await bench.service.open(bench.helen, { key: bench.key(elsewhere) })).kind, 'gone')
  })
})
