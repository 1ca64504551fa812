import { assert } from 'chai'
import type { Role } from '../../../dialogs/access.ts'
import { VERBS } from '../../../dialogs/cohorts/cards/verbs.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { find, openWorld, partsOf, type World, wordsOf } from './world.ts'

const BEFORE = '2014-01-02T10:00:00.000Z'

describe('Cohort status in a conversation', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.stores.close())

  const TABLE: [Role, string, RegExp, string][] = [
    [
      'manager',
      'yr 2 number for my report',
      /^\*\*At the beginning of 2014, 7 were in their second year\.\*\* At the same time, 31 were qualified and 5/,
      'action',
    ],
    [
      'manager',
      'need all three figures for SMT',
      /^\*\*At the beginning of 2014, 31 were qualified, 7 were in their second year and 5/,
      'action',
    ],
    ['manager', 'more in first or second year?', /more were in their second year: 7, against 5/, 'action'],
    [
      'manager',
      'qualified plus trainees, what is the total',
      /there were 43 all together: 31 .*sum of 43 is mine/,
      'action',
    ],
    ['manager', 'how many do I expect to qualify next', /^\*\*At the beginning of 2014, 7 were/, 'action'],
    ['manager', 'theres ten second years, right?', /^\*\*No, the published figure is not 10\. .*7 were/, 'action'],
    ['manager', 'when is the next intake', /^\*\*The next intake is September 2014/, 'action'],
    ['manager', 'how many third years', /^\*\*I hold no figure for third year/, 'action'],
    [
      'manager',
      'numbers for 2012 and 2013 as well',
      /^\*\*I hold no figures for 2012 or 2013\.\*\* .*31 .*7 .*5 /,
      'action',
    ],
    ['manager', 'figures as at 1 march 2013', /^\*\*I hold no figures as at 1 March 2013\.\*\* .*31 were/, 'action'],
    ['manager', 'names of the second years', /^\*\*I hold no names .*31 were/, 'action'],
    ['manager', 'any of those mine', /^\*\*I do not know who works in which team.*31 were/, 'action'],
    ['manager', 'how many at each site', /^\*\*I hold no figures for each team, service or place.*31 were/, 'action'],
    ['manager', 'how many dropped out', /^\*\*I hold no figures for people who left.*31 were/, 'action'],
    ['manager', 'how many of my lot have put in', /about 10 interests[\s\S]*cannot count yours/, 'action'],
    ['manager', 'interest by band', /about 10[\s\S]*Band 3: about 10; Every other band: fewer than 5 each/, 'action'],
    ['manager', 'eois in Huyton', /do not count interest by place/, 'action'],
    ['manager', 'interest as at 1 march 2013', /no snapshot of interest as at 1 March 2013/, 'action'],
    ['manager', 'who in my team has put in', /don’t give the names/, 'refused'],
    ['manager', 'update the figures', /for another role/, 'refused'],
    ['hr', 'interest so far', /^\*\*11 interests are registered/, 'action'],
    ['hr', 'who has put in', /work list/, 'action'],
    ['staff', 'cohort status', /31 were qualified[\s\S]*Interest counts are for managers and HR/, 'answered'],
    ['staff', 'how many second years', /7 were in their second year/, 'answered'],
    ['staff', 'how many dropped out', /I hold no figures/, 'not-stated'],
    ['staff', 'how many have registered', /can’t show you that/, 'refused'],
    ['staff', 'who has put in', /can’t show you that/, 'refused'],
    ['staff', 'names of the first years', /can’t show you that/, 'refused'],
    ['staff', 'close the cohort', /can’t show you that/, 'refused'],
  ]

  it('answers each role in words, first of all', async () => {
    await world.register(8, { createdAt: BEFORE, service: 'Huyton HV team' })
    await world.register(3, { createdAt: BEFORE, band: '4', service: 'my own words' })
    for (const [role, message, words, outcome] of TABLE) {
      const { texts, trace, cards } = await world.chat(role).say(message)
      assert.match(texts[0] ?? '', words, `${role}: ${message}`)
      assert.deepEqual(trace.outcomes, [outcome], `${role}: ${message}`)
      assert.equal(trace.action, outcome === 'action' ? 'cohort-status' : null, message)
      assert.notMatch(texts.join(' ') + wordsOf(cards), /!|my own words/, message)
      if (role === 'staff') assert.isEmpty(cards)
    }
  })

  it('says the same no to staff whether there is any interest or not', async () => {
    const before = await world.chat('staff').say('how many have registered')
    await world.register(20, { createdAt: BEFORE })
    assert.deepEqual((await world.chat('staff').say('how many have registered')).texts, before.texts)
  })

  it('shows a card with the figures, a chart with the same in words, the cohorts and the next intake', async () => {
    const { cards, trace } = await world.chat('manager').say('AP cohort figures please')
    const [card] = cards
    assert.deepInclude(trace.slots, { ask: 'overview', held: true })
    assert.deepEqual(find(card, 'type', 'Chart.VerticalBar')?.data, [
      { x: 'Qualified', y: 31 },
      { x: 'In their second year', y: 7 },
      { x: 'In their first year', y: 5 },
    ])
    for (const words of [
      'At the beginning of 2014, as published',
      'The case study',
      'Open for interest',
      'next intake is September 2014',
    ])
      assert.include(wordsOf(card), words)
    assert.isUndefined(find(card, 'title', 'Edit figures'))
  })

  it('gives every button a fallback that sends the same, and every chart one in words', async () => {
    await world.register(30, { createdAt: BEFORE })
    const hr = world.chat('hr')
    const presses = await Promise.all([
      hr.say('cohort status'),
      hr.say('interest by service'),
      hr.press(VERBS.history),
      hr.press(VERBS.edit, { what: 'figures' }),
      hr.press(VERBS.edit, { what: 'cohort', id: 'september-2014' }),
      world.chat('manager').say('interest'),
    ])
    const parts = partsOf(presses.flatMap(({ cards }) => cards))
    for (const action of parts.filter(({ type }) => type === 'Action.Execute')) {
      const fallback = action.fallback as { type: string; data: Record<string, unknown> }
      assert.deepEqual(fallback.data, { verb: action.verb, ...(action.data as object) })
      assert.equal(fallback.type, 'Action.Submit')
    }
    const charts = parts.filter(({ type }) => String(type).startsWith('Chart.'))
    assert.isAtLeast(charts.length, 3)
    for (const { fallback } of charts) assert.isAbove(String((fallback as { text: string }).text).length, 10)
    for (const { cards } of presses)
      assert.isAtMost(partsOf(cards).filter(({ type }) => type === 'Action.Execute').length, 6)
  })

  it('copies as text, without mark-up', async () => {
    const manager = world.chat('manager')
    const figures = await manager.press(VERBS.asText, { of: 'figures' })
    assert.match(figures.texts[0] ?? '', /^At the beginning of 2014, 31 were qualified, 7 .* 5 /)
    const interest = await manager.press(VERBS.asText, { of: 'interest' })
    assert.match(interest.texts[0] ?? '', /By cohort: Every cohort: fewer than 5 each\./)
    assert.notInclude(figures.texts.join() + interest.texts.join(), '**')
  })

  it('lets HR edit the figures in a form, and shows both with their dates', async () => {
    const hr = world.chat('hr')
    const form = (await hr.say('update the figures')).cards[0]
    const data = find(form, 'title', 'Save')?.data as Record<string, unknown>
    const wrong = await hr.press(VERBS.saveFigures, { ...data, 'count-second-year': '9', asOf: '2019-01-01' })
    assert.include(wordsOf(wrong.cards), 'in the future')
    assert.equal(find(wrong.cards, 'id', 'count-second-year')?.value, 9)
    const saved = await hr.press(VERBS.saveFigures, { ...data, 'count-second-year': '9', asOf: '2014-01-07' })
    assert.match(
      wordsOf(saved.cards),
      /Saved\. Figures: In their second year: nothing → 9 as at 2014-01-07[\s\S]*HR’s newer figures[\s\S]*9, as at 7 January 2014/,
    )
    const { texts } = await world.chat('manager').say('second years')
    assert.match(
      texts[0] ?? '',
      /7 were in their second year[\s\S]*HR’s figure: 9 in their second year, as at 7 January 2014 \(entered by .* on 8 January 2014\)/,
    )
    const history = await hr.press(VERBS.history)
    const lines = find(history.cards, 'type', 'Chart.Line')?.data as { values: unknown[] }[]
    assert.deepEqual(lines[1]?.values, [
      { x: '2014-01-01', y: 7 },
      { x: '2014-01-07', y: 9 },
    ])
    assert.include(wordsOf(history.cards), 'Who changed what')
    assert.notInclude(wordsOf((await world.chat('manager').press(VERBS.history)).cards), 'Who changed what')
  })

  it('saves each of two edits that came without an activity id', async () => {
    const hr = world.chat('hr')
    for (const count of ['9', '10']) {
      const data = find((await hr.say('update the figures')).cards[0], 'title', 'Save')?.data as object
      const typed = { 'count-second-year': count, asOf: '2014-01-07' }
      const saved = await hr.press(VERBS.saveFigures, { ...data, ...typed }, { activityId: '' })
      assert.include(wordsOf(saved.cards), `→ ${count}`)
    }
  })

  it('keeps what was typed when somebody else was first, and when the store is down', async () => {
    const [one, two] = [world.chat('hr'), world.chat('hr')]
    const open = async (hr: typeof one) =>
      find((await hr.press(VERBS.edit, { what: 'cohort', id: 'september-2014' })).cards, 'title', 'Save')
        ?.data as object
    const [first, second] = [await open(one), await open(two)]
    const typed = { name: 'September 2014', state: 'closed' }
    await one.press(VERBS.saveCohort, { ...first, ...typed })
    const late = await two.press(VERBS.saveCohort, { ...second, ...typed, name: 'Autumn *2014*', state: 'open' })
    assert.match(wordsOf(late.cards), /Somebody changed it[\s\S]*Open or closed: open → closed/)
    assert.equal(find(late.cards, 'id', 'name')?.value, 'Autumn *2014*')
    const again = find(late.cards, 'title', 'Save')?.data as object
    world.stores.cohorts.get = () => Promise.reject(new StoreUnavailable('be read', undefined))
    const down = await two.press(VERBS.saveCohort, { ...again, ...typed, name: 'Autumn' })
    assert.include(wordsOf(down.cards), 'could not save it just now')
    assert.equal(find(down.cards, 'id', 'name')?.value, 'Autumn')
  })

  it('does nothing for a forged button, whoever presses it', async () => {
    const may: Record<Role, readonly string[]> = {
      staff: [],
      manager: [VERBS.status, VERBS.interest, VERBS.history, VERBS.asText],
      hr: Object.values(VERBS),
    }
    for (const role of ['staff', 'manager', 'hr'] as const)
      for (const verb of Object.values(VERBS)) {
        const data = { what: 'cohort', id: 'september-2014', version: 'x', name: 'Forged', state: 'closed' }
        const { trace, texts, cards } = await world.chat(role).press(verb, data)
        const allowed = may[role].includes(verb)
        assert.deepEqual(trace.outcomes, [allowed ? 'action' : 'refused'], `${role} ${verb}`)
        if (!allowed) assert.isEmpty(cards)
        if (!allowed) assert.match(texts.join(), /can’t/)
      }
    const stored = await world.stores.cohorts.get('september-2014')
    assert.deepEqual([stored?.cohort.name, stored?.cohort.state], ['September 2014', 'open'])
    const { texts } = await world.chat('hr').press('cohorts/nonsense')
    assert.match(texts[0] ?? '', /could not use that button/)
  })

  it('keeps to the personal chat', async () => {
    for (const said of [
      await world.chat('hr').say('cohort status', false),
      await world.chat('hr').press(VERBS.status, {}, { personal: false }),
    ]) {
      assert.match(said.texts[0] ?? '', /personal chat/)
      assert.isEmpty(said.cards)
    }
  })
})
