import { assert } from 'chai'
import type { EnterRequest } from '../../../dialogs/interest/interestService.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { onEachEngine } from '../../support/engines.ts'
import { somebody, someFields, TENANT } from '../../support/people.ts'
import { command, serviceOn } from '../../support/service.ts'

const OWN = ['olwen.price@example.nhs.uk']
const EMAIL = 'lorraine.pilkington@example.nhs.uk'

onEachEngine('What HR enters for somebody', (two) => {
  const clock = fakeClock()
  const hr = somebody('hr', 'Olwen Price')
  const service = () => serviceOn(two()[0], clock)
  const request = (over: Partial<EnterRequest> = {}): EnterRequest => ({
    cohortId: 'september-2014',
    fields: someFields(),
    channel: 'paper',
    receivedOn: '2014-01-06',
    noticeVersion: '2',
    ...over,
  })
  const enter = (over: Partial<EnterRequest> = {}) => service().enterForSomeone(hr, request(over), OWN, command())
  const entered = async (over: Partial<EnterRequest> = {}) => {
    const outcome = await enter(over)
    if (outcome.kind !== 'entered') throw new Error(`Expected it entered: ${JSON.stringify(outcome)}`)
    return outcome.interest
  }
  beforeEach(() => two()[0].cohorts.add(someCohort()))

  it('is marked with who, how and when, and is entered once', async () => {
    const interest = await entered()
    assert.isNull(interest.personId)
    assert.deepInclude(interest.entered, { channel: 'paper', receivedOn: '2014-01-06' })
    assert.equal(interest.entered?.by.name, 'Olwen Price')
    const again = await enter({ fields: someFields({ email: EMAIL.toUpperCase() }) })
    assert.deepEqual(again, { kind: 'already-registered', interest })
    const same = command()
    const other = request({ fields: someFields({ email: 'b@example.nhs.uk' }) })
    const first = await service().enterForSomeone(hr, other, OWN, same)
    assert.deepEqual(await service().enterForSomeone(hr, other, OWN, same), first)
    assert.equal(first.kind, 'entered')
  })

  it('is refused to others than HR, for oneself, and without knowing who oneself is', async () => {
    assert.equal((await service().enterForSomeone(somebody(), request(), OWN, command())).kind, 'forbidden')
    assert.equal((await service().enterForSomeone(somebody('manager'), request(), OWN, command())).kind, 'forbidden')
    assert.equal((await enter({ fields: someFields({ email: ' Olwen.Price@example.nhs.uk' }) })).kind, 'own')
    assert.equal((await service().enterForSomeone(hr, request(), [], command())).kind, 'own')
  })

  it('needs an e-mail and a day that is not to come', async () => {
    const outcome = await enter({ fields: someFields({ email: '' }), receivedOn: '2014-01-09' })
    assert.deepEqual(outcome.kind === 'invalid' && outcome.problems.map(({ field }) => field), ['email', 'receivedOn'])
    assert.equal((await enter({ receivedOn: '6 January' })).kind, 'invalid')
  })

  it('may be of a cohort that closed after it was received', async () => {
    await two()[0].cohorts.add(someCohort({ id: 'past', closesAt: '2014-01-07T17:00:00.000Z' }))
    assert.equal((await enter({ cohortId: 'past', receivedOn: '2014-01-08' })).kind, 'cohort-closed')
    await entered({ cohortId: 'past', receivedOn: '2014-01-07' })
  })

  it('becomes the person’s own at their first sign-in, under the same reference', async () => {
    const { reference, id } = await entered()
    const person = somebody()
    const joined = await service().linkToPerson(person, ['other@example.nhs.uk', EMAIL.toUpperCase()])
    assert.equal(joined.kind === 'joined' && joined.interests[0]?.reference, reference)
    assert.deepEqual(await service().linkToPerson(person, [EMAIL]), { kind: 'nothing' })
    const own = await service().status(person)
    assert.equal(own.kind === 'found' && own.interests[0]?.entered?.formerId, id)
    assert.equal((await two()[1].interests.byReference(reference))?.interest.personId, person.objectId)
    assert.lengthOf(await two()[1].interests.byEmail(TENANT, EMAIL), 1)
    assert.equal((await service().change(person, { fields: { band: '4' } }, command())).kind, 'changed')
  })

  it('joins what the person registered meanwhile: their words, HR’s work, both references', async () => {
    const interest = await entered()
    const stored = await two()[0].interests.get(interest.id, interest.cohortId)
    const note = { id: 'n', at: clock.iso(), by: interest.history[0]?.by ?? hr, text: 'rang' }
    await two()[0].interests.replace({ ...interest, status: 'contacted', notes: [note] }, stored?.version ?? '')
    const person = somebody()
    const fields = someFields({ band: '4' })
    await service().register(person, { cohortId: 'september-2014', fields, noticeVersion: '2' }, command())
    const joined = await service().linkToPerson(person, [EMAIL])
    const own = joined.kind === 'joined' ? joined.interests[0] : undefined
    assert.include(own, { band: '4', status: 'contacted' })
    assert.deepEqual(own?.notes, [note])
    assert.deepEqual(own?.formerReferences, [interest.reference])
    assert.equal((await two()[1].interests.byReference(interest.reference))?.interest.id, own?.id)
    assert.equal(await two()[1].interests.count({}), 1)
  })

  it('joins once, however many devices sign in at once', async () => {
    await entered()
    const person = somebody()
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => serviceOn(i % 2 ? two()[0] : two()[1], clock).linkToPerson(person, [EMAIL])),
    )
    const own = await two()[0].interests.byPerson(TENANT, person.objectId)
    assert.lengthOf(own, 1)
    assert.equal(await two()[0].interests.count({}), 1)
    assert.equal(
      (await two()[0].interests.byReference(own[0]?.interest.reference ?? ''))?.interest.id,
      own[0]?.interest.id,
    )
  })
})
