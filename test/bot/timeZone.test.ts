import { assert } from 'chai'
import { abilitiesOf } from '../../bot/abilities.ts'
import { readConfig } from '../../bot/config.ts'
import { createLogger } from '../../bot/logger.ts'
import { openServices } from '../../bot/services.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import { CohortsDialog } from '../../dialogs/cohorts/cohortsDialog.ts'
import { loadKnowledge } from '../../knowledge/content/load.ts'
import { loadPlaces } from '../../knowledge/content/places.ts'
import { chatWith, find, PROGRAMME, wordsOf } from '../dialogs/cohorts/world.ts'
import { fakeClock } from '../support/clock.ts'
import { someCohort } from '../support/cohorts.ts'
import { somebody, someInterest } from '../support/people.ts'
import { command } from '../support/service.ts'

const KNOWLEDGE = 'test/conversations/knowledge'

/** The services and the cohorts dialog in New York at four in the morning of a Monday in London: there it is Sunday. */
const inNewYork = async () => {
  const clock = fakeClock('2014-01-06T04:00:00.000Z')
  const stores = openSqlite(':memory:')
  await stores.cohorts.add(someCohort({ closesAt: '2014-01-08T02:30:00.000Z' }))
  const config = readConfig({ TIME_ZONE: 'America/New_York' })
  const knowledge = { ...loadKnowledge(KNOWLEDGE), programme: PROGRAMME }
  const places = loadPlaces(KNOWLEDGE)
  const log = createLogger('silent')
  const services = await openServices({ config, knowledge, places, stores, clock, log })
  const { programme, entries } = knowledge
  const abilities = abilitiesOf({ config, programme, entries, services, clock, publicUrl: () => undefined })
  const dialog = abilities.find((ability) => ability instanceof CohortsDialog)
  if (!dialog) throw new Error('There is no such ability')
  return { stores, services, clock, dialog }
}

describe('TIME_ZONE reaches', () => {
  let world: Awaited<ReturnType<typeof inNewYork>>
  beforeEach(async () => {
    world = await inNewYork()
  })
  afterEach(() => world.stores.close())

  it('the week of a snapshot', async () => {
    const outcome = await world.services.cohorts.interestCounts(somebody('manager'))
    assert.equal(outcome.kind === 'rounded' ? outcome.snapshot.week : outcome.kind, '2013-12-30')
  })

  it('today, for the figures and for a date without a year', async () => {
    const fields = { 'count-qualified': '40', asOf: '2014-01-06' }
    const form = { what: 'figures' as const, id: '', fields, version: '', seen: 0 }
    const outcome = await world.services.cohorts.save(somebody('hr'), form, command())
    assert.include(JSON.stringify(outcome), 'future')
    const { trace } = await chatWith(world.dialog, somebody('manager')).say('figures as at 6 January')
    assert.equal(trace.slots.asAt, '2013-01-06')
  })

  it('the moments on the cards and in the forms of the cohorts', async () => {
    const hr = chatWith(world.dialog, somebody('hr', 'Helen Clarke'))
    const status = await hr.say('cohort status')
    assert.include(wordsOf(status.cards), 'Open for interest until 7 January 2014, 9:30pm')
    const form = await hr.press('cohorts/edit', { what: 'cohort', id: 'september-2014' })
    assert.deepEqual(
      [find(form.cards, 'id', 'closesDay')?.value, find(form.cards, 'id', 'closesTime')?.value],
      ['2014-01-07', '21:30'],
    )
    assert.match((await hr.say('interest so far')).texts[0] ?? '', /as at 5 January 2014, 11:00pm/)
  })

  it('the times that HR enters', async () => {
    const stored = await world.stores.cohorts.get('september-2014')
    const fields = { name: 'September 2014', state: 'open', closesDay: '2014-06-30', closesTime: '17:00' }
    const version = stored?.version ?? ''
    const form = { what: 'cohort' as const, id: 'september-2014', fields, version, seen: 0 }
    await world.services.cohorts.save(somebody('hr'), form, command())
    const { cohort } = (await world.stores.cohorts.get('september-2014')) ?? {}
    assert.equal(cohort?.closesAt, '2014-06-30T21:00:00.000Z')
  })

  it('the dates of somebody’s own data', async () => {
    const actor = somebody()
    await world.stores.interests.add(someInterest({ personId: actor.objectId, createdAt: '2014-01-06T02:00:00.000Z' }))
    const token = await world.services.downloads.request(actor, 'page')
    const file = await world.services.downloads.redeem(token ?? '')
    assert.include(file.kind === 'file' ? file.bytes.toString() : file.kind, '5 January 2014')
    assert.equal(file.kind === 'file' && file.fileName, 'my-data-2014-01-05.html')
  })

  it('the days of an export, of a sheet of counts and of a hold', async () => {
    const { review } = world.services
    const hr = somebody('hr')
    const ready = await review.requestExport(hr, { filter: {}, purpose: 'The panel', format: 'csv' })
    const made = ready.kind === 'ready' ? await review.redeem(hr, ready.token) : ready
    assert.deepInclude(made, { fileName: 'interest-2014-01-05.csv', deleteBy: '2014-02-04' })
    assert.equal((await review.sheet(hr, '2014-01-06')).kind, 'invalid')
    const interest = someInterest()
    await world.stores.interests.add(interest)
    const key = `${interest.cohortId}/${interest.id}`
    const held = await review.hold(hr, key, { why: 'A grievance', until: '2014-01-05' }, command())
    assert.equal(held.kind === 'changed' && held.interest.hold?.until, '2014-01-06T04:59:59.999Z')
  })
})
