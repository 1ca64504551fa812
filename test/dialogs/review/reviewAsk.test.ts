import { assert } from 'chai'
import { sinceWhen } from '../../../dialogs/reading/dates.ts'
import { reviewClaim } from '../../../dialogs/review/asking/claim.ts'
import { extractReviewSlots } from '../../../dialogs/review/asking/extractReviewSlots.ts'
import { readReviewMessage } from '../../../dialogs/review/asking/reviewMessage.ts'
import { commandFor } from '../../../dialogs/review/commands/index.ts'
import { knowledge, places } from './bench.ts'

const { statuses } = knowledge.programme
const context = {
  now: new Date('2014-01-13T09:00:00Z'),
  timeZone: 'Europe/London',
  statuses,
  cohorts: [
    { id: 'september-2014', name: 'September 2014' },
    { id: 'march-2015', name: 'March 2015' },
  ],
  me: 'me',
  ...{ table: { onTop: false }, memory: {}, named: [] },
  lastLooked: '2014-01-10T10:00:00Z',
}
const read = (action: string, text: string): { kind?: string } => {
  const slots = extractReviewSlots(text, places, statuses)
  const asked = commandFor(readReviewMessage(action, text, slots, context))
  return { kind: asked?.command.name, ...asked?.request }
}

const asks: [action: string, text: string, ask: { kind: string } & Record<string, unknown>][] = [
  [
    'review',
    'which ones has nobody dealt with yet',
    { kind: 'list', filter: { statuses: ['registered'] }, refine: false },
  ],
  [
    'review',
    'anything come in over the weekend?',
    { kind: 'list', filter: { registeredFrom: '2014-01-11T00:00:00.000Z' }, refine: false },
  ],
  ['review', 'how many have we got logged', { kind: 'list', filter: {}, refine: false }],
  [
    'review',
    'anyone been waiting more than two weeks',
    { kind: 'list', filter: { statusSinceTo: '2013-12-30T09:00:00.000Z' }, refine: false },
  ],
  ['review', 'show me the latest ones', { kind: 'list', filter: {}, refine: false, order: 'newest' }],
  ['review', 'open AP-7K3F-92', { kind: 'open', target: { kind: 'reference', reference: 'AP-7K3F-92' } }],
  ['review', 'open the second one', { kind: 'open', target: { kind: 'numbers', numbers: [2] } }],
  ['review', 'open the next one', { kind: 'open', target: { kind: 'beside', step: 1 } }],
  ['review', 'next page', { kind: 'next-page' }],
  [
    'review',
    'note on AP-7K3F-92 left voicemail',
    { kind: 'note', target: { kind: 'reference', reference: 'AP-7K3F-92' }, text: 'left voicemail' },
  ],
  [
    'review',
    'assign the first two to Hannah',
    { kind: 'assign', target: { kind: 'places', from: 0, count: 2 }, to: 'Hannah' },
  ],
  ['review', 'assign this to me', { kind: 'assign', target: { kind: 'this' }, to: 'me' }],
  [
    'review',
    'put AP-7K3F-92 on hold',
    { kind: 'hold', target: { kind: 'reference', reference: 'AP-7K3F-92' }, why: '' },
  ],
  ['review', 'write to them', { kind: 'write-to', filter: {}, refine: true }],
  ['review', 'enter one received on paper', { kind: 'enter' }],
  ['review', 'register of exports', { kind: 'exports' }],
  ['export', 'who exported the list', { kind: 'exports' }],
  ['review', 'I need counts for a freedom of information request', { kind: 'counts-sheet' }],
  ['filter', 'B3 in Huyton', { kind: 'list', filter: { bands: ['3'], team: 'Huyton' }, refine: false }],
  ['filter', 'show nursery nurses', { kind: 'list', filter: { role: 'nursery nurse' }, refine: false }],
  [
    'filter',
    'everyone whose line manager is Jan Roberts',
    { kind: 'list', filter: { manager: 'Jan Roberts' }, refine: false },
  ],
  ['filter', "find O'Neill", { kind: 'list', filter: { name: "O'Neill" }, refine: false }],
  ['filter', 'just the september ones', { kind: 'list', filter: { cohortIds: ['september-2014'] }, refine: true }],
  ['filter', 'and the band 4s', { kind: 'list', filter: { bands: ['4'] }, refine: true }],
  ['filter', 'those not contacted', { kind: 'list', filter: { statuses: ['registered', 'reviewed'] }, refine: false }],
  ['filter', 'only mine', { kind: 'list', filter: { assignee: 'me' }, refine: true }],
  ['filter', 'clear the filter', { kind: 'list', filter: {}, refine: false }],
  ['export', 'export the band 3s', { kind: 'export', filter: { bands: ['3'] }, refine: false, format: 'xlsx' }],
  ['export', 'export to csv', { kind: 'export', filter: {}, refine: true, format: 'csv' }],
  ['export', 'export all', { kind: 'export', filter: {}, refine: false, format: 'xlsx' }],
  [
    'update-status',
    'mark Joanne Pickup as contacted',
    { kind: 'set-status', target: { kind: 'names', names: ['Joanne Pickup'] }, reason: '', status: 'contacted' },
  ],
  [
    'update-status',
    'set first three to reviewed',
    { kind: 'set-status', target: { kind: 'places', from: 0, count: 3 }, reason: '', status: 'reviewed' },
  ],
  [
    'update-status',
    'put Siobhan Kelly back to new, marked by mistake',
    {
      kind: 'set-status',
      target: { kind: 'names', names: ['Siobhan Kelly'] },
      reason: 'marked by mistake',
      status: 'registered',
    },
  ],
  [
    'update-status',
    "i've emailed all the band fours so move them on to contacted",
    { kind: 'set-status', target: { kind: 'all-of', filter: { bands: ['4'] } }, reason: '', status: 'contacted' },
  ],
  [
    'update-status',
    "Dave Hughes isn't going any further, update his record",
    { kind: 'set-status', target: { kind: 'names', names: ['Dave Hughes'] }, reason: '', status: 'not-progressing' },
  ],
  ['update-status', 'close them off', { kind: 'set-status', target: { kind: 'shown' }, reason: '', status: 'closed' }],
  ['update-status', 'undo that', { kind: 'undo', target: { kind: 'this' } }],
  ['update-status', 'put AP-7K3F-92 back', { kind: 'undo', target: { kind: 'reference', reference: 'AP-7K3F-92' } }],
  [
    'review',
    'put webb back to registered, wrong person',
    { kind: 'set-status', target: { kind: 'names', names: ['webb'] }, status: 'registered', reason: 'wrong person' },
  ],
  [
    'review',
    'add note to Webb: rang twice',
    { kind: 'note', target: { kind: 'names', names: ['Webb'] }, text: 'rang twice' },
  ],
  ['review', 'whats happening with webb', { kind: 'open', target: { kind: 'names', names: ['webb'] } }],
  [
    'review',
    'who registered yesterday',
    {
      kind: 'list',
      filter: { registeredFrom: '2014-01-12T00:00:00.000Z', registeredTo: '2014-01-13T00:00:00.000Z' },
      refine: false,
    },
  ],
  ['unanswered', 'what questions went unanswered', { kind: 'questions', state: 'open' }],
  ['unanswered', 'answer question 1', { kind: 'answer', number: 1 }],
  ['unanswered', 'show me the feedback', { kind: 'feedback' }],
]

describe('What HR types', () => {
  for (const [action, text, ask] of asks) it(text, () => assert.deepEqual(read(action, text), ask))

  it('reads every phrasing of HR’s intents without losing its way', () => {
    for (const action of ['review', 'filter', 'export', 'update-status', 'unanswered'])
      for (const text of knowledge.intents.get(action)?.phrasings ?? []) assert.isString(read(action, text).kind, text)
  })
})

describe('What HR means, whatever it was taken for', () => {
  const claims: [text: string, outcome: 'unknown' | 'answered' | 'refused' | 'action', claim: string | undefined][] = [
    ['next page', 'unknown', 'review'],
    ['open Webb', 'unknown', 'review'],
    ["find o'neill", 'clarify' as 'unknown', 'review'],
    ["what's happening with webb", 'action', 'review'],
    ['who registered yesterday', 'refused', 'review'],
    ['list everyone who registered', 'refused', 'review'],
    ['how many registered this week', 'action', 'review'],
    ['how many band 3s have we got', 'answered', 'review'],
    ['foi', 'unknown', 'review'],
    ['mark webb as contacted', 'unknown', 'update-status'],
    ['change my band to 4', 'unknown', undefined],
    ['open days', 'unknown', undefined],
    ['find out about the degree', 'unknown', undefined],
    ['how many days a week is uni', 'answered', undefined],
    ['how many are qualified', 'answered', undefined],
    ['who do i ask', 'answered', undefined],
  ]
  for (const [text, outcome, claim] of claims)
    it(`${text}, taken for ${outcome}`, () => assert.equal(reviewClaim(text, { outcome }, true), claim))

  it('means a next page only of a list that was shown', () =>
    assert.isUndefined(reviewClaim('next page', { outcome: 'unknown' }, false)))
})

describe('The days that HR names', () => {
  const days: [text: string, now: string, when: object][] = [
    ['since friday', '2014-01-13T09:00:00Z', { from: '2014-01-10T00:00:00.000Z' }],
    ['since friday', '2014-01-13T09:00:00.123Z', { from: '2014-01-10T00:00:00.000Z' }],
    ['over the weekend', '2014-01-11T09:00:00Z', { from: '2014-01-11T00:00:00.000Z' }],
    ['any new ones since yesterday', '2014-07-02T00:30:00Z', { from: '2014-06-30T23:00:00.000Z' }],
    ['came in overnight', '2014-03-31T08:00:00Z', { from: '2014-03-30T00:00:00.000Z' }],
    ['registered before christmas', '2014-01-13T09:00:00Z', { to: '2013-12-25T00:00:00.000Z' }],
    ['since 1 march', '2014-06-01T09:00:00Z', { from: '2014-03-01T00:00:00.000Z' }],
    ['since 1 march 2013', '2014-06-01T09:00:00Z', { from: '2013-03-01T00:00:00.000Z' }],
    ['since sept 2012', '2014-06-01T09:00:00Z', { from: '2012-08-31T23:00:00.000Z' }],
    ['registrations this month', '2014-06-11T09:00:00Z', { from: '2014-05-31T23:00:00.000Z' }],
    ['what have i got to do today', '2014-06-11T09:00:00Z', {}],
    ['since i last looked', '2014-06-11T09:00:00Z', { from: '2014-01-10T10:00:00Z' }],
  ]
  for (const [text, now, when] of days)
    it(`${text}, on ${now}`, () =>
      assert.deepEqual(
        sinceWhen(text, { now: new Date(now), timeZone: 'Europe/London', lastLooked: '2014-01-10T10:00:00Z' }),
        when,
      ))
})
