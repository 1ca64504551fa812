import { assert } from 'chai'
import { REVIEW_VERBS } from '../../../dialogs/review/commands/index.ts'
import { latest } from '../../../knowledge/answering/table.ts'
import { AWKWARD_NAMES } from '../../contracts/awkward.ts'
import { type Bench, reviewBench } from './bench.ts'
import { actionsOf, type Heard, type Talk, talk } from './talk.ts'

const card = ({ cards }: Heard): Record<string, unknown> => cards.at(-1) ?? {}
const pressOf = (heard: Heard, title: string) => {
  const action = actionsOf(card(heard)).find((one) => one.title.startsWith(title))
  if (!action) throw new Error(`No button ${title} among ${actionsOf(card(heard)).map((one) => one.title)}`)
  return { verb: action.verb, data: action.data }
}

describe('HR’s cards and forms', () => {
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

  it('shows what went unanswered and takes the answer', async () => {
    const at = bench.clock.iso()
    const id = await bench.stores.unanswered.count({
      group: 'g',
      text: 'is there parking',
      outcome: 'unknown',
      entries: [],
      at,
    })
    await bench.stores.unanswered.send(id, { tenantId: 't', personId: 'a', name: 'A', at })
    const list = await hr('what questions went unanswered', 'unanswered')
    assert.include(list.text, 'is there parking (asked once since 8 January 2014. 1 person waits for an answer)')
    await hr('answer question 1', 'unanswered')
    assert.include((await say(bench.helen, 'Yes, at Hollins Park.')).text, '1 person who asked is told')
    assert.lengthOf(bench.told, 1)
    assert.include((await hr('show me the feedback', 'unanswered')).text, 'Thumbs up: 0')
  })

  it('writes to a list privately, after showing who cannot be reached', async () => {
    const [a, b] = [await bench.put({ name: 'Amina' }), await bench.put({ name: 'Tom', email: 'tom@example.nhs.uk' })]
    await bench.reachable(a.personId ?? '')
    await hr('show the list', 'review')
    await hr('write to them', 'review')
    const preview = await say(bench.helen, 'The open day is on Friday.')
    assert.include(preview.text, 'Write to 1 person?')
    assert.include(preview.text, 'Tom: tom@example.nhs.uk')
    assert.include((await say(bench.helen, 'yes')).text, '1 person gets it')
    const [notice] = (await bench.latest(a)).pending
    assert.include(notice, { kind: 'message' })
    assert.equal(notice?.data.text, 'The open day is on Friday.')
    assert.isEmpty((await bench.latest(b)).pending)
  })

  it('enters one for somebody from the form', async () => {
    const form = await say(bench.helen, '', { submission: { verb: 'review/enter', data: {} } })
    const typed = {
      channel: 'paper',
      receivedOn: '2014-01-06',
      cohortId: 'september-2014',
      name: 'Fatima Begum',
      email: 'f@example.nhs.uk',
      band: '3',
    }
    const wrong = await press(form, 'Save', typed)
    assert.include(JSON.stringify(card(wrong)), 'Fatima Begum')
    assert.include((await press(wrong, 'Save', { ...typed, currentRole: 'HCA' })).text, 'It is saved')
    assert.equal(await bench.stores.interests.count({}), 1)
  })

  it('shows awkward names as they are, in cards and in words, and nothing in them works', async () => {
    for (const [i, name] of AWKWARD_NAMES.entries()) await bench.put({ name, service: name, why: name }, i)
    const keys: string[] = []
    let heard = await hr('work list', 'review')
    for (;;) {
      const { keys: shown, from } = latest(heard.memory.table, 'list') ?? { keys: [], from: 0 }
      keys.push(...shown.slice(from))
      assert.notMatch(heard.text, /(^|[^\\])<script/)
      assert.notMatch(
        JSON.stringify(card(heard)).replaceAll('TextRun', ''),
        /"type":"TextBlock","text":"[^"]*(script|HYPERLINK)/,
      )
      if (!actionsOf(card(heard)).some(({ title }) => title === 'Next page')) break
      heard = await press(heard, 'Next page')
    }
    assert.lengthOf(new Set(keys), AWKWARD_NAMES.length)
    for (const key of keys) await say(bench.helen, '', { submission: { verb: 'review/open', data: { key } } })
  })

  it('keeps nobody’s name in the conversation', async () => {
    await bench.put({ name: 'Sue Nowak', manager: 'Jan Roberts' })
    const heard = await hr('find Nowak', 'filter')
    assert.notMatch(JSON.stringify(heard.memory), /nowak|roberts/i)
  })

  it('has at most six buttons on a card, each the same as Execute and as Submit', async () => {
    for (let i = 0; i < 12; i++) await bench.put({ tellMe: true, status: i ? 'registered' : 'closed' }, i)
    const cards = [await hr('work list', 'review'), await hr('export', 'export'), await hr('unanswered', 'unanswered')]
    const closed = (await bench.stores.interests.page({ statuses: ['closed'] }, { limit: 1 })).items[0]
    cards.push(await hr(`open ${closed?.interest.reference}`, 'review'))
    cards.push(await hr('set them all to reviewed', 'update-status'))
    for (const heard of cards) {
      const inner = JSON.stringify(card(heard)).match(/"actions":\[/g)?.length ?? 0
      assert.isAbove(inner, 0)
      const pressed = actionsOf(card(heard)).filter(({ title }) => !/^(Open AP|Take this)/.test(title))
      assert.isAtMost(pressed.length, 6)
      for (const { data, verb, fallback } of pressed) {
        assert.deepEqual(fallback.data, data)
        assert.equal(data.verb, verb)
        assert.include(REVIEW_VERBS, verb)
      }
    }
  })
})
