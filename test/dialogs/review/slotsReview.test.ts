import { assert } from 'chai'
import { canonicalRole } from '../../../dialogs/reading/roles.ts'
import { canonicalTeam } from '../../../dialogs/reading/teams.ts'
import { extractReviewSlots, type ReviewSlots } from '../../../dialogs/review/asking/extractReviewSlots.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { vocabulary } from '../register/support/slotCases.ts'

const { statuses } = loadKnowledge('knowledge').programme

/** What HR says, and what it narrows the list to, means and changes. */
type ReviewCase = [message: string, heard: Partial<ReviewSlots>]

const assertReview = (cases: readonly ReviewCase[]): void => {
  for (const [message, heard] of cases)
    assert.deepEqual(extractReviewSlots(message, vocabulary, statuses), { filter: {}, target: {}, ...heard }, message)
}

describe('What HR says of the list', () => {
  const cases1: ReviewCase[] = [
    ['B3 in Huyton', { filter: { band: '3', team: 'Huyton' } }],
    ['nursery nurses only', { filter: { role: 'nursery nurse' } }],
    ['just the NNs', { filter: { role: 'nursery nurse' } }],
    ['SSWs only', { filter: { role: 'senior support worker' } }],
    ['only the hcas', { filter: { role: 'health care assistant' } }],
    ['those from school health', { filter: { team: 'school health' } }],
    ['just the HV team', { filter: { team: 'health visiting' } }],
    ['the Kirkby lot', { filter: { team: 'Kirkby' } }],
    ['ones based at Nutgrove', { filter: { team: 'Nutgrove' } }],
    ['the ones under Jan Roberts', { filter: { manager: 'Jan Roberts' } }],
    ['everyone whose manager is Anita Desai', { filter: { manager: 'Anita Desai' } }],
    ['who reports to Tom Eccles', { filter: { manager: 'Tom Eccles' } }],
    ["show me Maureen Fazakerley's staff", { filter: { manager: 'Maureen Fazakerley' } }],
    ['band 4 nursery nurses in Kirkby', { filter: { band: '4', role: 'nursery nurse', team: 'Kirkby' } }],
    ['only b3 and b4', { filter: { band: '3', bands: ['3', '4'] } }],
    ['export the band 3s', { filter: { band: '3' } }],
    ['export huyton band 4s for the panel', { filter: { band: '4', team: 'Huyton' } }],
    ['everything except band 2', { filter: { notBand: '2' } }],
    ['what about the kirkby ones', { filter: { team: 'Kirkby' } }],
  ]
  it('narrows the list by band, role, team and manager', () => assertReview(cases1))

  const cases2: ReviewCase[] = [
    ['only new ones', { filter: { status: 'registered' } }],
    ['show the contacted ones', { filter: { status: 'contacted' } }],
    ['only the ones not contacted', { filter: { notStatus: 'contacted' } }],
    ['hide the closed ones', { filter: { notStatus: 'closed' } }],
    [
      'band 3 school health not contacted yet',
      { filter: { band: '3', team: 'school health', notStatus: 'contacted' } },
    ],
    [
      'HCAs in halewood who are new',
      { filter: { role: 'health care assistant', team: 'Halewood', status: 'registered' } },
    ],
    ['september 2014 cohort only', { filter: { cohort: 'september 2014' } }],
    ['just the september ones', { filter: { cohort: 'september' } }],
    ['just the jan ones', { filter: { cohort: 'jan' } }],
    ['older than twelve weeks', { filter: { olderThanDays: 84 } }],
    ['older than two weeks', { filter: { olderThanDays: 14 } }],
    ['in the last 7 days', { filter: { newerThanDays: 7 } }],
    ['registered since monday', {}],
    ['only mine', { filter: { assignee: 'me' } }],
    ['unassigned ones', { filter: { assignee: 'nobody' } }],
    ['ones assigned to Bernie', { filter: { assignedTo: 'Bernie' } }],
    ['newest first', {}],
  ]
  it('narrows it by status, age, cohort and who has it', () => assertReview(cases2))

  const cases3: ReviewCase[] = [
    ["find O'Neill", { filter: { name: "O'Neill" } }],
    ['find Sian Pritchard', { filter: { name: 'Sian Pritchard' } }],
    ['any Patels on the list', { filter: { name: 'Patel' } }],
    ['is there a Mrs Cartwright in there', { filter: { name: 'Mrs Cartwright' } }],
    ['surname Rimmer', { filter: { name: 'Rimmer' } }],
    ['anyone called Murphy', { filter: { name: 'Murphy' } }],
    ['show me Kowalczyk', { filter: { name: 'Kowalczyk' } }],
    ['find the nursery nurse called Leanne', { filter: { role: 'nursery nurse', name: 'Leanne' } }],
  ]
  it('looks for somebody', () => assertReview(cases3))

  const cases4: ReviewCase[] = [
    ["mark T O'Neill as contacted", { target: { name: "T O'Neill" }, status: 'contacted' }],
    ['mark dave hughes as contacted', { target: { name: 'dave hughes' }, status: 'contacted' }],
    [
      'put Dave Hughes back to new, marked by mistake',
      { target: { name: 'Dave Hughes' }, status: 'registered', reason: 'marked by mistake' },
    ],
    ['back to new for Rukhsana', { target: { name: 'Rukhsana' }, status: 'registered' }],
    ["close off T O'Neill", { target: { name: "T O'Neill" }, status: 'closed' }],
    ['set Hassan Malik to shortlisted', { target: { name: 'Hassan Malik' }, status: 'shortlisted' }],
    ['please change status for mr Adeyemi to reviewed', { target: { name: 'mr Adeyemi' }, status: 'reviewed' }],
    ['just contacted Siobhan', { target: { name: 'Siobhan' }, status: 'contacted' }],
    ['add Beth to the shortlist', { target: { name: 'Beth' }, status: 'shortlisted' }],
    ['take Mo off the shortlist', { target: { name: 'Mo' } }],
    ['status contacted for Angela', { target: { name: 'Angela' }, status: 'contacted' }],
    [
      'mark dave hughes contacted because he rang us',
      { target: { name: 'dave hughes' }, status: 'contacted', reason: 'he rang us' },
    ],
    [
      'mark Keith Ashcroft and Ewa Kowalczyk as reviewed',
      { target: { name: 'Keith Ashcroft', names: ['Keith Ashcroft', 'Ewa Kowalczyk'] }, status: 'reviewed' },
    ],
  ]
  it('moves one person on', () => assertReview(cases4))

  const cases5: ReviewCase[] = [
    [
      'set first three to reviewed',
      { target: { which: { text: 'first three', kind: 'first', count: 3 } }, status: 'reviewed' },
    ],
    [
      'mark the first one as contacted',
      { target: { which: { text: 'first', kind: 'numbers', numbers: [1] } }, status: 'contacted' },
    ],
    [
      'mark number 3 contacted',
      { target: { which: { text: 'number 3', kind: 'numbers', numbers: [3] } }, status: 'contacted' },
    ],
    [
      '1 2 and 4 contacted',
      { target: { which: { text: '1 2 and 4', kind: 'numbers', numbers: [1, 2, 4] } }, status: 'contacted' },
    ],
    [
      'close the bottom three',
      { target: { which: { text: 'bottom three', kind: 'last', count: 3 } }, status: 'closed' },
    ],
    [
      'mark last one not progressing',
      { target: { which: { text: 'last', kind: 'last', count: 1 } }, status: 'not-progressing' },
    ],
    ['mark her as contacted', { target: { which: { text: 'her', kind: 'shown' } }, status: 'contacted' }],
    ['set the rest to reviewed', { target: { which: { text: 'rest', kind: 'rest' } }, status: 'reviewed' }],
    ['all of them to contacted', { target: { which: { text: 'all', kind: 'all' } }, status: 'contacted' }],
    ['reviewed the lot', { target: { which: { text: 'lot', kind: 'all' } }, status: 'reviewed' }],
    ['mark AP-7K3F-92 as contacted', { target: { reference: 'AP-7K3F-92' }, status: 'contacted' }],
    ['ap 7k3f 92 to reviewed', { target: { reference: 'AP-7K3F-92' }, status: 'reviewed' }],
    ['change AP-2BVC-58 to closed', { target: { reference: 'AP-2BVC-58' }, status: 'closed' }],
  ]
  it('moves on what stands on the list', () => assertReview(cases5))

  const cases6: ReviewCase[] = [
    [
      'all band 4 to contacted',
      { filter: { band: '4' }, target: { which: { text: 'all', kind: 'all' } }, status: 'contacted' },
    ],
    [
      'move the new ones to reviewed',
      { filter: { status: 'registered' }, target: { which: { text: 'all', kind: 'all' } }, status: 'reviewed' },
    ],
    [
      'contacted the huyton ones',
      { filter: { team: 'Huyton' }, target: { which: { text: 'all', kind: 'all' } }, status: 'contacted' },
    ],
    [
      'shortlist the band 4 nursery nurses in Kirkby',
      {
        filter: { band: '4', role: 'nursery nurse', team: 'Kirkby' },
        target: { which: { text: 'all', kind: 'all' } },
        status: 'shortlisted',
      },
    ],
    [
      'close them all, post filled',
      { target: { which: { text: 'all', kind: 'all' } }, status: 'closed', reason: 'post filled' },
    ],
  ]
  it('moves on what a filter finds', () => assertReview(cases6))

  const cases7: ReviewCase[] = [
    ['move her on', {}],
    ['undo that', {}],
    [
      'number one reviewed number two contacted',
      { target: { which: { text: 'number one', kind: 'numbers', numbers: [1] } } },
    ],
    ['which ones has nobody dealt with yet', { filter: { status: 'registered' } }],
    ['open the second one', { target: { which: { text: 'second', kind: 'numbers', numbers: [2] } } }],
    ['clear the filter', {}],
    ['show everyone again', {}],
    ['sort by band', {}],
  ]
  it('gives nobody a status that was not asked for', () => assertReview(cases7))

  it('compares roles and teams by one name, however they were typed', () => {
    assert.equal(canonicalRole('HCA', vocabulary), canonicalRole('Healthcare Assistants', vocabulary))
    assert.equal(canonicalTeam('Kirkby HV', vocabulary), 'Kirkby health visiting')
    assert.isUndefined(canonicalTeam('Bluebell', vocabulary))
  })
})
