import { assert } from 'chai'
import type { Stores } from '../../../bot/stores/stores.ts'
import { openCohorts } from '../../../dialogs/cohorts/openCohorts.ts'
import type { Hold } from '../../../dialogs/interest/interest.ts'
import { referenceMaker } from '../../../dialogs/interest/reference.ts'
import { DEFAULT_STATUSES } from '../../../dialogs/interest/statuses.ts'
import { myDataPage } from '../../../dialogs/myData/myDataPage.ts'
import { myDataService } from '../../../dialogs/myData/myDataService.ts'
import { retentionSweep } from '../../../dialogs/myData/retention.ts'
import { AWKWARD_NAMES } from '../../contracts/awkward.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { onEachEngine } from '../../support/engines.ts'
import { LONDON } from '../../support/localTime.ts'
import { somebody, someFields, someInterest, TENANT } from '../../support/people.ts'
import { command, serviceOn } from '../../support/service.ts'

const privacy = {
  version: '2',
  fields: {
    name: { seenBy: 'You and HR' },
    manager: { label: 'Line manager', seenBy: 'You and HR; never colleagues' },
  },
  other: { seenBy: 'You and the HR team' },
}

const setUp = (stores: Stores) => {
  const clock = fakeClock(new Date().toISOString())
  const cohorts = openCohorts({ store: stores.cohorts, clock })
  const interests = serviceOn(stores, clock)
  const newReference = referenceMaker('ER')
  const mine = myDataService({
    ...stores,
    store: stores.interests,
    cohorts,
    clock,
    newReference,
    privacy,
    statuses: DEFAULT_STATUSES,
    moment: LONDON.dayAndTime,
  })
  return { clock, interests, mine, sweep: retentionSweep({ ...stores, clock }) }
}

onEachEngine('My data', (two) => {
  const ann = somebody()
  const hr = { ...somebody('hr', 'Olwen Price'), role: 'hr' as const }
  const request = { cohortId: 'september-2014', fields: someFields({ manager: 'Sue Tully' }), noticeVersion: '2' }
  beforeEach(() => two()[0].cohorts.add(someCohort()))

  const fill = async (stores: Stores) => {
    const set = setUp(stores)
    const outcome = await set.interests.register(ann, request, command())
    if (outcome.kind !== 'registered') throw new Error(outcome.kind)
    await set.interests.keepDraft(ann, { purpose: 'change', fields: { band: '5' }, skipped: [] })
    const at = set.clock.iso()
    const asking = { group: 'g', text: 'is there a creche', outcome: 'unknown' as const, entries: [], at }
    const question = await stores.unanswered.count(asking)
    await stores.unanswered.send(question, { tenantId: TENANT, personId: ann.objectId, name: ann.name, at })
    await stores.references.put({
      tenantId: TENANT,
      personId: ann.objectId,
      reference: { a: 1 },
      blocked: false,
      updatedAt: at,
    })
    await stores.state.write({ 'msteams/users/ann': { topic: 'x' } })
    return { ...set, interest: outcome.interest, question }
  }
  const hold = async (stores: Stores, id: string, until: string | null) => {
    const stored = await stores.interests.get(id, 'september-2014')
    const held: Hold = { by: hr, why: 'A complaint is being looked into', at: new Date().toISOString(), until }
    if (stored) await stores.interests.replace({ ...stored.interest, hold: held }, stored.version)
  }

  it('shows every field held, who can see it and until when', async () => {
    const { mine, interest } = await fill(two()[0])
    const outcome = await mine.held(ann)
    assert.equal(outcome.kind, 'held-data')
    if (outcome.kind !== 'held-data') return
    assert.deepEqual(
      outcome.data.sections.map(({ kind }) => kind),
      ['interest', 'draft', 'question', 'conversation'],
    )
    const [section] = outcome.data.sections
    assert.equal(section?.until, interest.expiresAt)
    const manager = section?.items.find(({ field }) => field === 'manager')
    assert.deepEqual(manager, {
      field: 'manager',
      label: 'Line manager',
      value: 'Sue Tully',
      seenBy: 'You and HR; never colleagues',
    })
    for (const field of Object.keys(someFields())) assert.include(section?.items.map((item) => item.field) ?? [], field)
    assert.isTrue(outcome.data.sections.every(({ items }) => items.every(({ seenBy }) => seenBy !== '')))
  })

  it('downloads it all as JSON and as a page in which nothing runs', async () => {
    const { mine, interests } = await fill(two()[0])
    for (const name of AWKWARD_NAMES.filter((text) => text.length <= 200)) {
      const changed = await interests.change(ann, { fields: { name, why: name } }, command())
      assert.include(['changed', 'unchanged'], changed.kind)
      const download = await mine.held({ ...ann, name })
      if (download.kind !== 'held-data') return assert.fail(download.kind)
      const page = myDataPage(download.data, LONDON.day)
      assert.deepInclude(JSON.parse(JSON.stringify(download.json)).interests[0], {
        name: name.trim(),
        manager: 'Sue Tully',
      })
      assert.notMatch(page, /<script/i)
      assert.include(page, 'Who can see it')
    }
  })

  it('names no colleague in what a person takes away', async () => {
    const { mine, interest } = await fill(two()[0])
    await hold(two()[0], interest.id, null)
    const download = await mine.held(ann)
    assert.notInclude(JSON.stringify(download), 'Olwen')
    assert.include(JSON.stringify(download), 'A complaint is being looked into')
  })

  it('erases all of it with a receipt, and keeps what happened under a pseudonym', async () => {
    const { mine, interest, clock, question } = await fill(two()[0])
    await two()[0].audit.appendExport(
      {
        ...{ kind: 'export', id: 'e1', at: clock.iso(), actor: hr, purpose: 'panel', format: 'csv', filter: {} },
        ...{ count: 1, deleteBy: '2014-04-08', erasedSince: [] },
      },
      [interest.id],
    )
    const outcome = await mine.erase(ann, ['msteams/users/ann'])
    assert.equal(outcome.kind, 'erased')
    if (outcome.kind !== 'erased') return
    assert.deepInclude(outcome.receipt, {
      interests: [interest.reference],
      draft: true,
      questions: 1,
      conversation: true,
    })
    assert.match(outcome.receipt.reference, /^ER-/)
    assert.deepEqual(await mine.erase(ann, []), { kind: 'nothing' })
    const left = await mine.held(ann)
    assert.deepEqual(left.kind === 'held-data' && left.data.sections, [])
    assert.deepEqual(await two()[1].state.read(['msteams/users/ann']), {})
    assert.equal((await two()[1].unanswered.get(question))?.question.count, 1)
    const { records } = await two()[1].audit.page('erasure', { limit: 5 })
    const record = JSON.stringify(records)
    for (const secret of [ann.objectId, ann.name, 'Sue Tully', 'Halewood', interest.reference])
      assert.notInclude(record, secret)
    assert.include(record, '"what":"registered"')
    const exports = (await two()[1].audit.page('export', { limit: 5 })).records
    assert.deepEqual(exports[0]?.kind === 'export' && exports[0].erasedSince, [clock.iso()])
  })

  it('is refused erasure under a hold, and told why and until when', async () => {
    const { mine, interest, clock } = await fill(two()[0])
    const until = new Date(clock().getTime() + 86_400_000).toISOString()
    await hold(two()[0], interest.id, until)
    const outcome = await mine.erase(ann, [])
    const { reference } = interest
    assert.deepInclude(outcome, { held: [{ reference, until, why: 'A complaint is being looked into' }] })
    assert.isDefined(await two()[1].interests.get(interest.id, interest.cohortId))
    clock.forward({ days: 1 })
    assert.deepInclude(await mine.erase(ann, []), { kind: 'erased', held: [] })
  })

  it('removes what is past its date when the clock gets there, and skips what is held', async () => {
    const { sweep, clock, interest } = await fill(two()[0])
    const heldFor = someInterest({ ...someFields(), expiresAt: clock.iso() })
    await two()[0].interests.add(heldFor)
    await hold(two()[0], heldFor.id, null)
    assert.deepEqual(await sweep(), { interests: 0, drafts: 0, questions: 0, feedback: 0, audit: 0, state: 0 })
    clock.forward({ days: 1 })
    assert.include(await sweep(), { interests: 0, drafts: 1 })
    clock.forward({ days: 363 })
    assert.include(await sweep(), { interests: 0, questions: 1, state: 1 })
    clock.forward({ days: 1 })
    assert.include(await sweep(), { interests: 1 })
    assert.isUndefined(await two()[1].interests.get(interest.id, interest.cohortId))
    assert.isDefined(await two()[1].interests.get(heldFor.id, heldFor.cohortId))
    const { records } = await two()[1].audit.page('erasure', { limit: 5 })
    assert.deepEqual(
      records.map((record) => record.kind === 'erasure' && record.why),
      ['retention'],
    )
  })
})
