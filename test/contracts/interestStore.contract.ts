import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import { erasureRecord } from '../../dialogs/interest/erasure.ts'
import type { Interest, StoredInterest } from '../../dialogs/interest/interest.ts'
import { someInterest, TENANT } from '../support/people.ts'
import { AWKWARD_NAMES } from './awkward.ts'

export const added = async (stores: Stores, over: Partial<Interest> = {}): Promise<StoredInterest> => {
  const result = await stores.interests.add(someInterest(over))
  if (result.kind !== 'added') throw new Error(`Expected it added: ${result.kind}`)
  return result.stored
}

/** What every interest store must do for one interest. `two` are two connections to the same data. */
export const interestStoreContract = (two: () => [Stores, Stores]): void => {
  it('gives back what was added, by id, person, e-mail and reference', async () => {
    const [here, there] = two()
    const { interest, version } = await added(here, { email: 'Chidi.Eze@Example.nhs.uk' })
    const expected = { interest, version }
    assert.deepEqual(await there.interests.get(interest.id, interest.cohortId), expected)
    assert.deepEqual(await there.interests.byPerson(TENANT, String(interest.personId)), [expected])
    assert.deepEqual(await there.interests.byEmail(TENANT, ' chidi.eze@example.NHS.uk '), [expected])
    assert.deepEqual(await there.interests.byReference(interest.reference), expected)
  })

  it('finds nothing where nothing is', async () => {
    const [{ interests }] = two()
    await added(two()[0], { email: '' })
    assert.isUndefined(await interests.get('none', 'september-2014'))
    assert.deepEqual(await interests.byPerson(TENANT, 'nobody'), [])
    assert.deepEqual(await interests.byPerson('other-tenant', 'nobody'), [])
    assert.deepEqual(await interests.byEmail(TENANT, ''), [])
    assert.isUndefined(await interests.byReference('AP-0000-00'))
  })

  for (const name of AWKWARD_NAMES) {
    it(`gives back ${JSON.stringify(name.slice(0, 24))} unharmed`, async () => {
      const [here, there] = two()
      const fields = { name, service: name, base: name, manager: name, why: name, currentRole: name }
      const { interest } = await added(here, fields)
      const stored = await there.interests.get(interest.id, interest.cohortId)
      assert.deepEqual(stored?.interest, interest)
      const found = await there.interests.page({ name, service: name }, { limit: 5 })
      assert.deepEqual(
        found.items.map((item) => item.interest.name),
        [name],
      )
    })
  }

  it('adds one of twenty at once for the same person and cohort, and shows the others the first', async () => {
    const pair = two()
    const personId = 'racing'
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (pair[i % 2] as Stores).interests.add(someInterest({ personId }))),
    )
    const kinds = results.map(({ kind }) => kind)
    assert.equal(kinds.filter((kind) => kind === 'added').length, 1)
    assert.equal(kinds.filter((kind) => kind === 'duplicate').length, 19)
    const [first] = await pair[0].interests.byPerson(TENANT, personId)
    for (const result of results) {
      if (result.kind === 'duplicate') assert.equal(result.existing.interest.reference, first?.interest.reference)
      if (result.kind === 'duplicate' && result.existing.interest.reference) {
        assert.deepEqual(await pair[1].interests.byReference(result.existing.interest.reference), first)
      }
    }
  })

  it('lets one person be in two cohorts, and two people in one', async () => {
    const [{ interests }] = two()
    await added(two()[0], { personId: 'a', cohortId: 'one' })
    await added(two()[0], { personId: 'a', cohortId: 'two' })
    await added(two()[0], { personId: 'b', cohortId: 'one' })
    assert.lengthOf(await interests.byPerson(TENANT, 'a'), 2)
    assert.equal(await interests.count({ cohortIds: ['one'] }), 2)
  })

  it('refuses a reference that is another’s, when adding and when replacing', async () => {
    const [here, there] = two()
    const { interest } = await added(here)
    assert.deepEqual(await there.interests.add(someInterest({ reference: interest.reference })), {
      kind: 'reference-taken',
    })
    const other = await added(here)
    const stolen = { ...other.interest, reference: interest.reference }
    assert.deepEqual(await there.interests.replace(stolen, other.version), { kind: 'reference-taken' })
    assert.equal((await here.interests.byReference(interest.reference))?.interest.id, interest.id)
  })

  it('replaces at the version named, and finds it by its new reference and its former one', async () => {
    const [here, there] = two()
    const { interest, version } = await added(here)
    const changed = { ...interest, band: '4', reference: 'AP-2222-33', formerReferences: [interest.reference] }
    const result = await there.interests.replace(changed, version)
    assert.equal(result.kind, 'replaced')
    assert.deepEqual((await here.interests.byReference('AP-2222-33'))?.interest, changed)
    assert.deepEqual((await here.interests.byReference(interest.reference))?.interest, changed)
    assert.deepEqual(await here.interests.replace({ ...changed, band: '2' }, version), { kind: 'conflict' })
    assert.equal((await here.interests.get(interest.id, interest.cohortId))?.interest.band, '4')
  })

  it('lets one of many racing replacements win', async () => {
    const pair = two()
    const { interest, version } = await added(pair[0])
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        (pair[i % 2] as Stores).interests.replace({ ...interest, why: `writer ${i}` }, version),
      ),
    )
    const won = results.findIndex(({ kind }) => kind === 'replaced')
    assert.equal(results.filter(({ kind }) => kind === 'replaced').length, 1)
    assert.equal((await pair[0].interests.get(interest.id, interest.cohortId))?.interest.why, `writer ${won}`)
  })

  it('says conflict for one that is not there', async () => {
    const [{ interests }] = two()
    assert.deepEqual(await interests.replace(someInterest(), 'x'), { kind: 'conflict' })
    const record = erasureRecord(someInterest(), 'asked', '2014-02-01T00:00:00.000Z', null)
    assert.deepEqual(await interests.erase({ interest: someInterest(), version: 'x' }, record), { kind: 'conflict' })
  })

  it('erases every value, keeps the record, and lets the person register again', async () => {
    const [here, there] = two()
    const { interest, version } = await added(here, { personId: 'leaver' })
    const record = erasureRecord(interest, 'asked', '2014-02-01T00:00:00.000Z', {
      tenantId: TENANT,
      objectId: 'leaver',
    })
    assert.deepEqual(await there.interests.erase({ interest, version: 'stale' }, record), { kind: 'conflict' })
    assert.deepEqual(await there.interests.erase({ interest, version }, record), { kind: 'erased' })
    assert.deepEqual(await there.interests.erase({ interest, version }, record), { kind: 'conflict' })
    assert.isUndefined(await here.interests.get(interest.id, interest.cohortId))
    assert.isUndefined(await here.interests.byReference(interest.reference))
    assert.equal(await here.interests.count({}), 0)
    assert.deepEqual((await here.audit.page('erasure', { limit: 5 })).records, [record])
    await added(there, { personId: 'leaver' })
  })

  it('puts what HR entered in the place of the person’s own', async () => {
    const [here, there] = two()
    const from = await added(here, { personId: null })
    const to = someInterest({ ...from.interest, personId: 'signed-in', id: 'own-id' })
    assert.equal((await there.interests.join({ ...from, version: 'stale' }, to)).kind, 'conflict')
    // Cosmos DB has no write of two documents with different ids: the stale attempt has made the person's own already.
    const again = await there.interests.join(from, to)
    assert.include(['joined', 'duplicate'], again.kind)
    assert.deepEqual((await here.interests.get('own-id', to.cohortId))?.interest, to)
  })

  it('joins once, with the reference leading to the person’s own', async () => {
    const [here, there] = two()
    const from = await added(here, { personId: null })
    const to = { ...from.interest, personId: 'signed-in', id: 'own-id' }
    const results = await Promise.all([there.interests.join(from, to), here.interests.join(from, to)])
    assert.equal(results.filter(({ kind }) => kind === 'joined').length, 1)
    assert.isUndefined(await here.interests.get(from.interest.id, to.cohortId))
    assert.equal((await here.interests.byReference(to.reference))?.interest.id, 'own-id')
    assert.deepEqual(
      (await here.interests.byPerson(TENANT, 'signed-in')).map(({ interest }) => interest.id),
      ['own-id'],
    )
  })
}
