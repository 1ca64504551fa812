import { assert } from 'chai'
import { type Ask, askOf } from '../../../dialogs/cohorts/ask/ask.ts'
import { isForCohorts, leaningAsk } from '../../../dialogs/cohorts/ask/claim.ts'
import type { Part } from '../../../knowledge/answering/decision.ts'

const context = {
  today: '2014-11-22',
  places: ['Huyton', 'Kirkby', 'Halewood'],
  services: ['health visiting', 'school health', 'podiatry', 'HV'],
}

/** What is typed, and what it asks. */
const TABLE: [string, Ask][] = [
  ['where have we got to with the cohorts', { kind: 'overview' }],
  ['the AP figures for my Thursday meeting pls', { kind: 'overview' }],
  ['all three figures, board wants them by 4', { kind: 'overview' }],
  ['numbers for each stage', { kind: 'overview' }],
  ['hows september looking for the cohort', { kind: 'overview' }],
  ['bar chart of the figures', { kind: 'overview' }],
  ['number for yr 2, report due today', { kind: 'stages', stages: ['second-year'] }],
  ['2nd yrs only', { kind: 'stages', stages: ['second-year'] }],
  ['need the year two count before my 2 o clock', { kind: 'stages', stages: ['second-year'] }],
  ['What is the number of first year trainees?', { kind: 'stages', stages: ['first-year'] }],
  ['yr1 how many', { kind: 'stages', stages: ['first-year'] }],
  ['newbies, how many', { kind: 'stages', stages: ['first-year'] }],
  ['how many qualified', { kind: 'stages', stages: ['qualified'] }],
  ['whats our qualifyed number', { kind: 'stages', stages: ['qualified'] }],
  ['first years and second years please', { kind: 'stages', stages: ['first-year', 'second-year'] }],
  ['third year numbers', { kind: 'stages', stages: ['third-year'] }],
  ['theres twelve in second year arent there', { kind: 'stages', stages: ['second-year'], claimed: 12 }],
  ['is it 40 qualified', { kind: 'stages', stages: ['qualified'], claimed: 40 }],
  ['grand total including those still training', { kind: 'total', of: 'trainees' }],
  ['qualified and trainees added up', { kind: 'total', of: 'all' }],
  ['total trainees across both years', { kind: 'total', of: 'trainees' }],
  ['how many students have we got', { kind: 'total', of: 'trainees' }],
  ['are there more second years than first years', { kind: 'compare' }],
  ['which year has the most', { kind: 'compare' }],
  ['first vs second year', { kind: 'compare' }],
  ['how many are due to qualify', { kind: 'next-to-qualify' }],
  ['who many will be finishing soon', { kind: 'next-to-qualify' }],
  ['the ones nearest to finishing', { kind: 'next-to-qualify' }],
  ['next intake?', { kind: 'next-intake' }],
  ['when does the new cohort begin', { kind: 'next-intake' }],
  ['date of the upcoming cohort', { kind: 'next-intake' }],
  ['how many eois so far', { kind: 'interest' }],
  ['how many have put their names down', { kind: 'interest' }],
  ['number who signed up', { kind: 'interest' }],
  ['how many have put themselves forward for september', { kind: 'interest', by: 'cohort' }],
  ['how many names are down', { kind: 'interest' }],
  ['has anyone shown willing', { kind: 'interest' }],
  ['interest, over 50?', { kind: 'interest', than: { number: 50, fewer: false } }],
  ['are fewer than 20 interested', { kind: 'interest', than: { number: 20, fewer: true } }],
  ['how many roles can i put forward', { kind: 'overview' }],
  ['how many APs have we got', { kind: 'stages', stages: ['qualified'] }],
  ['interest split by band', { kind: 'interest', by: 'band' }],
  ['how many B3s are interested', { kind: 'interest', by: 'band' }],
  ['interest per service', { kind: 'interest', by: 'service' }],
  ['how many from podiatry have put in', { kind: 'interest', by: 'service' }],
  ['uptake by team', { kind: 'interest', by: 'service' }],
  ['interest for each cohort', { kind: 'interest', by: 'cohort' }],
  ['eois in kirkby', { kind: 'interest', by: 'place' }],
  ['registrations by locality', { kind: 'interest', by: 'place' }],
  ['how many of my team have gone for it', { kind: 'interest', own: true }],
  ['any of my staff put in', { kind: 'interest', own: true }],
  ['my teams numbers', { kind: 'interest', own: true }],
  ['interest as at 1 march', { kind: 'interest', asAt: '2014-03-01' }],
  ['how has interest changed since last month', { kind: 'interest-history' }],
  ['interest week by week', { kind: 'interest-history' }],
  ['show past snapshots', { kind: 'interest-history' }],
  ['who from my ward has registered', { kind: 'names', of: 'interest' }],
  ['tell me who has put in', { kind: 'names', of: 'interest' }],
  ['list the names of the second years', { kind: 'names', of: 'trainees' }],
  ['which of my staff are first years', { kind: 'names', of: 'trainees' }],
  ['are any of them mine', { kind: 'breakdown', own: true }],
  ['how many second years in my service', { kind: 'breakdown', own: true }],
  ['qualified APs by locality', { kind: 'breakdown' }],
  ['how many trainees work in health visiting', { kind: 'breakdown' }],
  ['split the figures by team', { kind: 'breakdown' }],
  ['first years at each base', { kind: 'breakdown' }],
  ['what is the drop out rate', { kind: 'attrition' }],
  ['how many left the course', { kind: 'attrition' }],
  ['attrition figures', { kind: 'attrition' }],
  ['did we have any leavers', { kind: 'attrition' }],
  ['figures for 2010 and 2011', { kind: 'history', years: ['2010', '2011'] }],
  ['how did we do in earlier years', { kind: 'history', years: [] }],
  ['history of the figures', { kind: 'history', years: [] }],
  ['trend in numbers', { kind: 'history', years: [] }],
  ['figures as at 31 March 2013', { kind: 'overview', asAt: '2013-03-31' }],
  ['as of june 2014 how many qualified', { kind: 'stages', stages: ['qualified'], asAt: '2014-06' }],
  ['position at the start of 2014', { kind: 'overview', asAt: '2014-01' }],
  ['figures on 25 december', { kind: 'overview', asAt: '2013-12-25' }],
  ['as of 2014', { kind: 'overview', asAt: '2014' }],
  ['give me that as text', { kind: 'as-text' }],
  ['something i can paste', { kind: 'as-text' }],
  ['update the qualified figure', { kind: 'edit', what: 'figures' }],
  ['can you change the closing date of the cohort', { kind: 'edit', what: 'cohort' }],
  ['close the september cohort', { kind: 'edit', what: 'cohort' }],
  ['update on the cohorts', { kind: 'overview' }],
]

describe('What a question about the cohorts asks', () => {
  for (const [message, ask] of TABLE) {
    it(`“${message}” asks for ${ask.kind}`, () => assert.deepEqual(askOf(message, context), ask))
  }

  it('reads a date without a year only when it knows the day', () => {
    assert.deepEqual(askOf('figures as at 1 march'), { kind: 'overview' })
  })

  it('takes anything at all', () => {
    for (const message of ['', '   ', '?!', '0', '😀'.repeat(3000), 'ﬁrst'.repeat(9000)])
      assert.isString(askOf(message).kind)
  })
})

describe('What is for the figures, whatever it was taken for', () => {
  const part = (outcome: 'answered' | 'refused' | 'unknown' | 'not-stated', topic = 'cohort') =>
    ({ outcome, text: '', candidates: [], entry: { topic } }) as unknown as Part
  const asManager = { about: undefined, worksNames: false }
  const asHr = { about: undefined, worksNames: true }
  const TABLE: [string, Part, { about: 'figures' | 'interest' | undefined; worksNames: boolean }, boolean][] = [
    ['more in first or second year?', part('answered'), asManager, true],
    ['how many in total', part('answered'), asManager, true],
    ['how many qualified', part('answered'), asHr, true],
    ['how many registered this week', part('refused', 'off-topic'), asManager, true],
    ['how many registered this week', part('refused', 'off-topic'), asHr, false],
    ['who has registered from huyton', part('refused', 'off-topic'), asManager, true],
    ['edit the cohort', part('refused', 'off-topic'), asHr, true],
    ['edit the cohort', part('answered', 'application'), asHr, true],
    ['edit the cohort', part('refused', 'off-topic'), asManager, false],
    ['what about last year', part('not-stated', 'not-stated'), { about: 'figures', worksNames: false }, true],
    ['what about last year', part('not-stated', 'not-stated'), asManager, false],
    ['can i have that as text', part('not-stated', 'not-stated'), { about: 'interest', worksNames: false }, true],
    ['how many have put in for the next intake', part('answered'), asManager, true],
    ['how many have put in for the next intake', part('answered'), asHr, false],
    ['how many can i put in', part('answered'), asManager, false],
    ['how many days a week in first year', part('answered', 'degree-structure'), asManager, false],
    ['who can apply', part('answered', 'eligibility'), asManager, false],
  ]
  for (const [message, taken, asker, expected] of TABLE)
    it(`${message}: ${expected}, taken for ${taken.outcome}, ${asker.worksNames ? 'by HR' : 'by a manager'}`, () =>
      assert.equal(isForCohorts(message, taken, asker, {}), expected))

  it('goes on about what was shown last', () => {
    assert.equal(leaningAsk('and last week?', 'interest', {})?.kind, 'interest-history')
    assert.isUndefined(leaningAsk('and last week?', undefined, {}))
    assert.equal(leaningAsk('oh come on who is it', 'interest', {})?.kind, 'names')
    assert.equal(leaningAsk('go on just the first names', 'interest', {})?.kind, 'names')
    assert.deepEqual(leaningAsk('anyone from my ward', 'interest', {}), { kind: 'interest', own: true })
    assert.deepEqual(leaningAsk('is that under 10', 'interest', {}), {
      ...{ kind: 'interest', than: { number: 10, fewer: true } },
    })
    assert.equal(leaningAsk('what does fewer than 5 mean', 'interest', {})?.kind, 'interest-method')
  })

  it('tells the days of interest apart from its history', () => {
    assert.deepEqual(askOf('how many registered this week'), { kind: 'interest', recent: 'this week' })
    assert.equal(askOf('how has interest changed since last month').kind, 'interest-history')
  })
})
