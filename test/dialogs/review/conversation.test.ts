import { assert } from 'chai'
import { latest } from '../../../knowledge/answering/table.ts'
import { type Bench, reviewBench } from './bench.ts'
import { actionsOf, type Heard, type Talk, talk } from './talk.ts'

const card = ({ cards }: Heard): Record<string, unknown> => cards.at(-1) ?? {}
const pressOf = (heard: Heard, title: string) => {
  const action = actionsOf(card(heard)).find((one) => one.title.startsWith(title))
  if (!action) throw new Error(`No button ${title} among ${actionsOf(card(heard)).map((one) => one.title)}`)
  return { verb: action.verb, data: action.data }
}

describe('HR works the interest by typing and pressing', () => {
  let bench: Bench
  let say: Talk
  beforeEach(async () => {
    bench = await reviewBench()
    say = talk(bench)
  })
  afterEach(() => bench.stores.close())
  const hr = (text: string, action: string) => say(bench.helen, text, { action })
  const press = (heard: Heard, title: string, inputs: Record<string, unknown> = {}) => {
    const { verb, data } = pressOf(heard, title)
    return say(bench.helen, '', { submission: { verb, data: { ...data, ...inputs } } })
  }

  it('shows which ones nobody has dealt with, with counts and since when', async () => {
    await bench.put({ name: 'Lorraine Pilkington' }, 12)
    await bench.put({ status: 'contacted', name: 'Carly Webb' })
    const heard = await hr('which ones has nobody dealt with yet', 'review')
    assert.include(heard.text, '1 interest: 1 registered')
    assert.include(heard.text, 'Lorraine Pilkington')
    assert.include(heard.text, 'HR to act, for 12 days')
    assert.notInclude(heard.text, 'Carly')
    assert.deepEqual(heard.trace.outcomes, ['action'])
    assert.equal(heard.trace.action, 'review')
  })

  it('narrows, narrows further, pages and widens again', async () => {
    for (let i = 0; i < 10; i++) await bench.put({ name: `Three ${i}`, band: '3', service: 'Huyton HV' }, i)
    await bench.put({ name: 'Four', band: '4', service: 'Huyton HV' })
    const first = await hr('B3 in Huyton', 'filter')
    assert.include(first.text, '10 interests')
    assert.deepEqual(first.trace.slots.filter, { band: '3', team: 'Huyton' })
    const second = await press(first, 'Next page')
    assert.include(second.text, '10. Three')
    assert.include((await hr('and the band 4s', 'filter')).text, 'Four')
    assert.include((await hr('show all', 'filter')).text, '11 interests')
    const off = await press(first, 'Take this filter off')
    assert.include(off.text, '11 interests')
  })

  it('filters by the form of the card', async () => {
    await bench.put({ name: 'Sue Nowak', band: '3' })
    await bench.put({ name: 'Bob Nowak', band: '4' })
    const list = await hr('work list', 'review')
    const found = await press(list, 'Filter', {
      band: '4',
      cohort: '',
      status: '',
      age: '',
      team: '',
      name: 'now',
      manager: '',
    })
    assert.include(found.text, 'Bob Nowak')
    assert.notInclude(found.text, 'Sue')
    assert.notProperty(latest(found.memory.table, 'list')?.filter ?? {}, 'name')
    assert.include((await hr('export this', 'export')).text, 'It would hold 1 interest')
  })

  it('opens the second one, with its history and notes', async () => {
    await bench.put({ name: 'First' }, 9)
    const second = await bench.put({ name: 'Second', manager: 'Jan Roberts', managerKnows: 'no' }, 3)
    await hr('work list', 'review')
    const opened = await hr('open the second one', 'review')
    assert.include(opened.text, `Interest ${second.reference}`)
    assert.include(opened.text, 'Do not contact the manager')
    assert.notInclude(opened.text, 'Jan Roberts')
    const noted = await hr('add a note to this one: left voicemail', 'review')
    assert.include(noted.text, 'left voicemail')
    assert.include((await hr('assign this to me', 'review')).text, 'Assigned to: Helen Clarke')
    const asked = await hr('add a note', 'review')
    assert.include(asked.text, 'What is the note?')
    assert.include((await say(bench.helen, 'rang again on Friday')).text, 'rang again on Friday')
  })

  it('keeps each of two notes that came without an activity id, and each of two changes', async () => {
    const interest = await bench.put({ name: 'Carly Webb' })
    const unidentified = (text: string, action: string) => say(bench.helen, text, { action, identified: false })
    await unidentified(`note on ${interest.reference} left voicemail`, 'review')
    assert.include((await unidentified('add a note to this one: she rang back', 'review')).text, 'she rang back')
    await unidentified('assign this to me', 'review')
    await unidentified('assign this to nobody', 'review')
    const { notes, assignee } = await bench.latest(interest)
    assert.deepEqual(
      notes.map(({ text }) => text),
      ['left voicemail', 'she rang back'],
    )
    assert.isNull(assignee)
  })

  it('marks one by surname, and undoes it', async () => {
    const interest = await bench.put({ name: 'Joanne Pickup', tellMe: true })
    const done = await hr('mark Joanne Pickup as contacted', 'update-status')
    assert.include(done.text, '1 interest set to contacted')
    assert.deepInclude(done.trace.slots, { status: 'contacted', target: { name: 'Joanne Pickup' } })
    assert.equal((await bench.latest(interest)).status, 'contacted')
    const undone = await hr('undo that', 'update-status')
    assert.include(undone.text, '1 message stopped before it was sent')
    assert.equal((await bench.latest(interest)).status, 'registered')
  })

  it('keeps the reason that was typed', async () => {
    const interest = await bench.put({ name: 'Kenny Doyle', status: 'contacted' })
    await hr('put Kenny Doyle back to new, marked by mistake', 'update-status')
    const after = await bench.latest(interest)
    assert.equal(after.status, 'registered')
    assert.equal(after.history[0]?.reason, 'marked by mistake')
  })

  it('asks which one of two, and goes on with the one chosen', async () => {
    const [tina, terry] = [await bench.put({ name: "Tina O'Neill" }, 2), await bench.put({ name: "Terry O'Neill" })]
    const asked = await hr("close off O'Neill, spoke to her this morning", 'update-status')
    assert.include(asked.text, 'Which one do you mean?')
    const done = await press(asked, 'This one', { key: bench.key(tina) })
    assert.include(done.text, '1 interest set to closed')
    assert.equal((await bench.latest(tina)).history[0]?.reason, 'spoke to her this morning')
    assert.equal((await bench.latest(terry)).status, 'registered')
    assert.include((await hr('mark Nobody Atall as contacted', 'update-status')).text, 'I found nobody called')
  })

  it('sets the first three after showing what will change', async () => {
    const interests = [9, 8, 7, 6].map((days) => bench.put({ name: `Person ${days}` }, days))
    await Promise.all(interests)
    await hr('work list', 'review')
    const preview = await hr('set first three to reviewed', 'update-status')
    assert.include(preview.text, 'Set 3 interests to reviewed?')
    assert.include(preview.text, 'Person 9')
    assert.notInclude(preview.text, 'Person 6')
    assert.equal(await bench.stores.interests.count({ statuses: ['reviewed'] }), 0)
    const done = await say(bench.helen, 'yes please')
    assert.include(done.text, '3 interests set to reviewed')
    assert.equal(done.trace.action, 'update-status')
    assert.equal(await bench.stores.interests.count({ statuses: ['reviewed'] }), 3)
    assert.include((await hr('undo', 'update-status')).text, 'Undone: 3 interests')
  })

  it('leaves all as it was on no, and when something else is asked', async () => {
    for (const days of [3, 2]) await bench.put({ band: '4' }, days)
    await hr('move all band 4 to contacted', 'update-status')
    assert.include((await say(bench.helen, 'no')).text, 'Nothing was changed')
    await hr('move all band 4 to contacted', 'update-status')
    assert.include((await hr('show the list', 'review')).text, '2 interests')
    assert.equal(await bench.stores.interests.count({ statuses: ['contacted'] }), 0)
  })

  it('tells what a colleague did meanwhile, with what was typed kept', async () => {
    const interest = await bench.put()
    const opened = await hr(`open ${interest.reference}`, 'review')
    const set = { to: 'shortlisted', reason: 'Strong application' }
    const { verb, data } = pressOf(opened, 'Set status')
    await say(bench.daniel, '', { submission: { verb, data: { ...data, to: 'contacted', reason: '' } } })
    const second = await press(opened, 'Set status', set)
    assert.include(second.text, 'Somebody was there first')
    assert.include(second.text, 'Daniel Osei changed the status')
    assert.include(second.text, 'Strong application')
    assert.include((await press(second, 'Set to Shortlisted all the same')).text, 'set to shortlisted')
  })
})
