import { assert } from 'chai'
import { someCohort } from '../../support/cohorts.ts'
import { onEachEngine } from '../../support/engines.ts'
import { somebody, someFields, TENANT } from '../../support/people.ts'
import { pressTogether, registerAndKill } from '../../support/registeringProcesses.ts'
import { command, serviceOn } from '../../support/service.ts'

const request = { cohortId: 'september-2014', fields: someFields(), noticeVersion: '1' }
const count = (kinds: string[], kind: string): number => kinds.filter((one) => one === kind).length

onEachEngine('Registering', (two, place) => {
  beforeEach(() => two()[0].cohorts.add(someCohort()))

  it('keeps one of 200 presses of Save at once through two processes', async function () {
    this.timeout(30_000)
    const kinds = await pressTogether(place(), 'pressing', 100)
    assert.equal(count(kinds, 'registered'), 1)
    assert.equal(count(kinds, 'already-registered'), 199)
    assert.lengthOf(await two()[0].interests.byPerson(TENANT, 'pressing'), 1)
  })

  it('keeps one of the same activity sent five times, and answers each the same', async () => {
    const actor = somebody()
    const same = command()
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, i) => serviceOn(i % 2 ? two()[0] : two()[1]).register(actor, request, same)),
    )
    const references = outcomes.map((outcome) => 'interest' in outcome && outcome.interest.reference)
    assert.deepEqual([...new Set(outcomes.map(({ kind }) => kind))], ['registered'])
    assert.lengthOf([...new Set(references)], 1)
    const [stored, ...others] = await two()[0].interests.byPerson(TENANT, actor.objectId)
    assert.isEmpty(others)
    assert.lengthOf(stored?.interest.history ?? [], 1)
  })

  it('registers anew once, of many presses at once after a withdrawal', async () => {
    const actor = somebody()
    const service = serviceOn(two()[0])
    await service.register(actor, request, command())
    await service.withdraw(actor, {}, command())
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => serviceOn(i % 2 ? two()[0] : two()[1]).register(actor, request, command())),
    )
    assert.equal(
      count(
        outcomes.map(({ kind }) => kind),
        'registered',
      ),
      1,
    )
    const [stored] = await two()[0].interests.byPerson(TENANT, actor.objectId)
    assert.deepEqual(
      stored?.interest.history.map(({ what }) => what),
      ['registered', 'withdrawn', 'registered-anew'],
    )
  })

  it('loses no receipt that was shown, and doubles none, killed at random moments during 50 registrations', async function () {
    this.timeout(60_000)
    const { shown, kills } = await registerAndKill(place(), 50)
    assert.isAbove(kills, 0)
    assert.equal(shown.size, 50)
    for (const [personId, references] of shown) {
      const stored = await two()[0].interests.byPerson(TENANT, personId)
      assert.deepEqual(
        stored.map(({ interest }) => interest.reference),
        [...new Set(references)],
        personId,
      )
    }
    assert.equal(await two()[0].interests.count({}), 50)
  })
})
