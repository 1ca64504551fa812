import { assert } from 'chai'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../../bot/stores/stores.ts'
import type { Actor } from '../../../dialogs/access.ts'
import { ANY_LATER_COHORT, type InterestFields } from '../../../dialogs/interest/interest.ts'
import type { InterestService } from '../../../dialogs/interest/interestService.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { somebody, someFields, TENANT } from '../../support/people.ts'
import { command, serviceOn } from '../../support/service.ts'

describe('The interest service', () => {
  let stores: Stores
  let service: InterestService
  let clock: ReturnType<typeof fakeClock>
  let ann: Actor

  beforeEach(async () => {
    stores = openSqlite(':memory:')
    clock = fakeClock()
    service = serviceOn(stores, clock)
    ann = somebody()
    await stores.cohorts.add(someCohort())
  })
  afterEach(() => stores.close())

  const register = (over: Partial<InterestFields> = {}, cohortId?: string, by = ann) =>
    service.register(by, { ...(cohortId ? { cohortId } : {}), fields: someFields(over), noticeVersion: '2' }, command())
  const registered = async (...args: Parameters<typeof register>) => {
    const outcome = await register(...args)
    if (outcome.kind !== 'registered') throw new Error(`Expected it registered: ${JSON.stringify(outcome)}`)
    return outcome.interest
  }
  const problemsOf = async (fields: Partial<InterestFields>) => {
    const outcome = await service.register(ann, { fields, noticeVersion: '2' }, command())
    return outcome.kind === 'invalid' ? Object.fromEntries(outcome.problems.map((p) => [p.field, p.message])) : {}
  }

  it('registers in the only open cohort when none is named', async () => {
    const interest = await registered({ name: '  Ann Lee ', band: 'Band 3' })
    assert.include(interest, {
      cohortId: 'september-2014',
      name: 'Ann Lee',
      band: '3',
      status: 'registered',
      noticeVersion: '2',
    })
    assert.match(interest.reference, /^AP-[2-9A-Z]{4}-[2-9A-Z]{2}$/)
    assert.equal(interest.createdAt, clock.iso())
    assert.equal(interest.expiresAt, '2015-01-08T09:00:00.000Z')
    assert.deepEqual(await service.status(ann), { kind: 'found', interests: [interest] })
  })

  it('asks for the cohort when several are open', async () => {
    await stores.cohorts.add(someCohort({ id: 'january-2015' }))
    const outcome = await register()
    assert.deepEqual(outcome, {
      kind: 'invalid',
      problems: [{ field: 'cohortId', message: 'Choose the cohort you are interested in.' }],
    })
  })

  it('tells every field that is wrong and what to do', async () => {
    const problems = await problemsOf({ name: ' ', band: '11', email: 'ann at work', why: 'x'.repeat(501) })
    assert.match(problems.band ?? '', /^Band 11 is not a band/)
    assert.equal(problems.name, 'Enter your name.')
    assert.equal(problems.currentRole, 'Enter your current role, such as support worker.')
    assert.match(problems.email ?? '', /name@example.nhs.uk/)
    assert.match(problems.why ?? '', /500 characters/)
    assert.deepEqual(await service.status(ann), { kind: 'found', interests: [] })
  })

  it('takes the bands 2 to 9, with the parts of band 8', async () => {
    for (const band of ['2', 'b3', 'Band 8a', '8D', '9', 'four']) assert.notProperty(await problemsOf({ band }), 'band')
    for (const band of ['1', '8', '10', 'band eleven', '8e', '', '3x', '-3'])
      assert.property(await problemsOf({ band }), 'band')
    assert.include((await problemsOf({ band: '8' })).band, '8a, 8b, 8c or 8d')
  })

  it('keeps a manager given unasked, and asks for none', async () => {
    assert.equal((await registered({ manager: 'Sue Tully', managerKnows: 'no' })).manager, 'Sue Tully')
    assert.equal((await registered({ manager: '', managerKnows: 'yes' }, ANY_LATER_COHORT)).manager, '')
  })

  it('shows the first to a second attempt, whatever it says', async () => {
    const first = await registered()
    assert.deepEqual(await register({ band: 'nonsense' }), { kind: 'already-registered', interest: first })
  })

  it('takes one in each cohort', async () => {
    await registered()
    await registered({}, ANY_LATER_COHORT)
    const outcome = await service.status(ann)
    assert.lengthOf(outcome.kind === 'found' ? outcome.interests : [], 2)
  })

  it('refuses a closed cohort, one past its closing time and one that is none, offering any later cohort', async () => {
    await stores.cohorts.add(someCohort({ id: 'closed', state: 'closed' }))
    await stores.cohorts.add(someCohort({ id: 'closing', name: 'Closing', closesAt: '2014-01-09T17:00:00.000Z' }))
    await registered({}, 'closing', somebody())
    clock.forward({ days: 2 })
    for (const id of ['closed', 'closing', 'nonsense']) {
      const outcome = await register({}, id)
      assert.deepEqual(
        outcome.kind === 'cohort-closed' && outcome.open.map((choice) => choice.id),
        ['september-2014', ANY_LATER_COHORT],
        id,
      )
    }
    await registered({}, ANY_LATER_COHORT)
  })

  it('takes interest in an open cohort whatever today’s date', async () => {
    clock.forward({ days: 4000 })
    await registered()
  })

  it('answers a resent activity with its first outcome, even once the cohort is closed', async () => {
    const same = command()
    const request = { cohortId: 'september-2014', fields: someFields(), noticeVersion: '2' }
    const first = await service.register(ann, request, same)
    const stored = await stores.cohorts.get('september-2014')
    await stores.cohorts.replace(someCohort({ state: 'closed' }), stored?.version ?? '')
    assert.deepEqual(await service.register(ann, request, same), first)
  })

  it('changes what is given, keeps the rest, and writes who, when, old and new', async () => {
    await registered()
    clock.forward({ days: 10 })
    const outcome = await service.change(ann, { fields: { band: 'b4' } }, command())
    assert.equal(outcome.kind, 'changed')
    if (outcome.kind !== 'changed') return
    assert.deepEqual(outcome.changes, [{ field: 'band', old: '3', new: '4' }])
    assert.include(outcome.interest, { band: '4', currentRole: 'nursery nurse', expiresAt: '2015-01-18T09:00:00.000Z' })
    const line = outcome.interest.history.at(-1)
    assert.deepInclude(line, { at: clock.iso(), what: 'changed', changes: outcome.changes })
    assert.equal(line?.by.objectId, ann.objectId)
    assert.equal((await service.change(ann, { fields: { band: '4' } }, command())).kind, 'unchanged')
    const wrong = await service.change(ann, { fields: { band: '12' } }, command())
    assert.equal(wrong.kind === 'invalid' && wrong.problems[0]?.field, 'band')
  })

  it('loses neither of two changes at once', async () => {
    await registered()
    await Promise.all([
      service.change(ann, { fields: { band: '4' } }, command()),
      service.change(ann, { fields: { base: 'Nutgrove Villa' } }, command()),
    ])
    const outcome = await service.status(ann)
    assert.include(outcome.kind === 'found' ? outcome.interests[0] : {}, { band: '4', base: 'Nutgrove Villa' })
  })

  it('says so when there is none, or several to choose from', async () => {
    assert.equal((await service.change(ann, { fields: { band: '4' } }, command())).kind, 'none')
    assert.equal((await service.withdraw(ann, {}, command())).kind, 'none')
    await registered()
    await registered({}, ANY_LATER_COHORT)
    assert.equal((await service.withdraw(ann, {}, command())).kind, 'which')
    assert.equal((await service.withdraw(ann, { cohortId: ANY_LATER_COHORT }, command())).kind, 'withdrawn')
    assert.equal((await service.change(ann, { fields: { band: '4' } }, command())).kind, 'changed')
  })

  it('withdraws once, and registers anew under a new reference in the same place', async () => {
    const first = await registered()
    const same = command()
    assert.equal((await service.withdraw(ann, { reason: 'new baby' }, same)).kind, 'withdrawn')
    assert.equal((await service.withdraw(ann, {}, same)).kind, 'withdrawn')
    assert.equal((await service.withdraw(ann, {}, command())).kind, 'already-withdrawn')
    assert.equal((await service.change(ann, { fields: { band: '4' } }, command())).kind, 'withdrawn')
    const again = await registered({ band: '4' })
    assert.equal(again.id, first.id)
    assert.notEqual(again.reference, first.reference)
    assert.deepEqual(again.formerReferences, [first.reference])
    assert.include(again, { band: '4', status: 'registered' })
    assert.lengthOf(again.history, 3)
    assert.lengthOf(await stores.interests.byPerson(TENANT, ann.objectId), 1)
  })

  it('tries another reference when one is taken', async () => {
    const sequence = ['AP-2222-22', 'AP-2222-22', 'AP-3333-33']
    const repeating = serviceOn(stores, clock, { newReference: () => sequence.shift() ?? '' })
    const request = { fields: someFields(), noticeVersion: '2' }
    await repeating.register(ann, request, command())
    const second = await repeating.register(somebody(), request, command())
    assert.equal(second.kind === 'registered' && second.interest.reference, 'AP-3333-33')
  })

  it('keeps a draft for 24 hours, and drops it once registered', async () => {
    const draft = { purpose: 'register' as const, fields: { name: 'Ann' }, skipped: [] }
    await service.keepDraft(ann, draft)
    assert.deepEqual((await service.draft(ann))?.fields, { name: 'Ann' })
    clock.forward({ hours: 23, ms: 3_599_999 })
    assert.isDefined(await service.draft(ann))
    clock.forward({ ms: 1 })
    assert.isUndefined(await service.draft(ann))
    await service.keepDraft(ann, draft)
    await registered()
    assert.isUndefined(await service.draft(ann))
    assert.isFalse(await service.dropDraft(ann))
  })

  it('throws what an outage is, and tells it as nothing else', async () => {
    await stores.close()
    const error = await register().catch((thrown: unknown) => thrown)
    assert.instanceOf(error, StoreUnavailable)
    assert.isDefined(error.cause)
  })

  it('says registered although the draft could not be cleared', async () => {
    const troubles: unknown[] = []
    const remove = () => Promise.reject(new StoreUnavailable('be written', 'disk'))
    const limping = serviceOn(stores, clock, {
      drafts: { ...stores.drafts, remove },
      onTrouble: (error) => troubles.push(error),
    })
    assert.equal(
      (await limping.register(ann, { fields: someFields(), noticeVersion: '2' }, command())).kind,
      'registered',
    )
    assert.lengthOf(troubles, 1)
  })
})
