import { assert } from 'chai'
import { extractSlots } from '../../../dialogs/register/slots/extractSlots.ts'
import { assertSlots, type SlotCase, vocabulary } from './support/slotCases.ts'

describe('Band, role and team in a message', () => {
  const cases1: SlotCase[] = [
    ['Danielle Harte band 3 HCA Northwood', { band: '3', role: 'HCA', team: 'Northwood', name: 'Danielle Harte' }],
    ['Sharon Gee, 3, support worker', { band: '3', role: 'support worker', name: 'Sharon Gee' }],
    ['alright then. Priya Nair, SSW, b4', { band: '4', role: 'SSW', name: 'Priya Nair' }],
    ['ok thats fine carry on. nursery nurse b4', { band: '4', role: 'nursery nurse' }],
    ['keith ashcroft hca 3 tower hill', { band: '3', role: 'hca', team: 'tower hill', name: 'keith ashcroft' }],
    [
      'NAME: BOLU ADEYEMI ROLE: HCA BAND: 3 TEAM: WHISTON',
      { band: '3', role: 'HCA', team: 'WHISTON', name: 'BOLU ADEYEMI' },
    ],
    [
      'Rukhsana Akhtar - HCA - Band 3 - Page Moss',
      { band: '3', role: 'HCA', team: 'Page Moss', name: 'Rukhsana Akhtar' },
    ],
    [
      "register me: Mary-Kate O'Brien / HCA / band 2 / Prescot",
      { band: '2', role: 'HCA', team: 'Prescot', name: "Mary-Kate O'Brien" },
    ],
    [
      'band 3 hca, danielle harte, northwood, under Paul Nolan',
      { manager: 'Paul Nolan', band: '3', role: 'hca', team: 'northwood', name: 'danielle harte' },
    ],
    [
      'Name Ali Hassan role support worker band 3 team Westvale manager Pat Rowe email ali.hassan@example.nhs.uk',
      {
        manager: 'Pat Rowe',
        band: '3',
        role: 'support worker',
        team: 'Westvale',
        name: 'Ali Hassan',
        email: 'ali.hassan@example.nhs.uk',
      },
    ],
    [
      'Hello, I want make expression of interest. My name Ewa Kowalczyk, I am support worker band 3 in Page Moss, my manager is Irene Shaw, email ewa.kowalczyk@example.nhs.uk',
      {
        manager: 'Irene Shaw',
        band: '3',
        role: 'support worker',
        team: 'Page Moss',
        name: 'Ewa Kowalczyk',
        email: 'ewa.kowalczyk@example.nhs.uk',
      },
    ],
    [
      'I want to register my interest. Mohammed Iqbal, senior support worker, band 3, Roby school health, my manager is Liz Ward, mohammed.iqbal@example.nhs.uk',
      {
        manager: 'Liz Ward',
        band: '3',
        role: 'senior support worker',
        team: 'Roby school health',
        name: 'Mohammed Iqbal',
        email: 'mohammed.iqbal@example.nhs.uk',
      },
    ],
    [
      'Keith Ashcroft HCA B3 Tower Hill manager Carol Dunne keith.ashcroft@example.nhs.uk',
      {
        manager: 'Carol Dunne',
        band: '3',
        role: 'HCA',
        team: 'Tower Hill',
        name: 'Keith Ashcroft',
        email: 'keith.ashcroft@example.nhs.uk',
      },
    ],
    [
      'right done that question thanks. olivia mensah nursery nurse 4',
      { band: '4', role: 'nursery nurse', name: 'olivia mensah' },
    ],
    [
      'morning, id like to put in for the AP. Bernadette Finnigan, band 3 HCA, Huyton, managers Colette Byrne',
      { manager: 'Colette Byrne', band: '3', role: 'HCA', team: 'Huyton', name: 'Bernadette Finnigan' },
    ],
  ]
  it('takes several in one breath, in any order', () => assertSlots(cases1))

  const cases2: SlotCase[] = [
    ['b 4', { band: '4' }],
    ['b.4', { band: '4' }],
    ['bnd 3', { band: '3' }],
    ['Band III', { band: '3' }],
    ['band four', { band: '4' }],
    ['hca 2', { band: '2', role: 'hca' }],
    ['Ngozi Okafor band 8a staff nurse', { band: '8a', role: 'staff nurse', name: 'Ngozi Okafor' }],
    ['im 45 and been here 12 years hca band 3', { band: '3', role: 'hca' }],
    ['i was band 2 now band 3', { band: '3' }],
    ['b3 soon to be b4', { band: '3' }],
    ['going up to band 4 in april but 3 now', { band: '3' }],
    ['3', { band: '3' }, { asking: 'band' }],
    ['three', { band: '3' }, { asking: 'band' }],
    ['its a 4', { band: '4' }, { asking: 'band' }],
    ['haha ok 3', { band: '3' }, { asking: 'band' }],
    ['8 a', { band: '8a' }, { asking: 'band' }],
    ['4 i think', { band: '4' }, { asking: 'band' }],
    ["I'm a 3!", { band: '3' }, { asking: 'band' }],
    ['i told you 3', { band: '3' }, { asking: 'band' }],
    ['hca', { role: 'hca' }, { asking: 'band' }],
  ]
  it('reads a band however it is written, where nothing else is meant', () => assertSlots(cases2))

  const cases3: SlotCase[] = [
    ['im a band 11 lol', {}, { rejected: '11' }],
    ['band 1', {}, { rejected: '1' }],
    ['its band eleven', {}, { rejected: '11' }],
    ['11', {}, { asking: 'band', rejected: '11' }],
    ['twelve', {}, { asking: 'band', rejected: '12' }],
    ['0', {}, { asking: 'band', rejected: '0' }],
    ['3.5', {}, { asking: 'band', rejected: '3.5' }],
    ['dont know', {}, { asking: 'band' }],
    ['3 or 4', {}, { asking: 'band' }],
    ['between 3 and 4', {}, { asking: 'band' }],
    ['band 3/4', {}],
    ['ive been here 3 years', {}, { asking: 'band' }],
    ['which band are most people', {}, { asking: 'band' }],
    ['on 3 north', {}],
    ['i have 2 kids', {}],
    ['i do 3 days a week', {}],
    ['my payroll number is 12345678', {}],
    ['is band 3 ok?', {}],
  ]
  it('refuses a band that there is not, and takes no other number for one', () => assertSlots(cases3))

  const cases4: SlotCase[] = [
    ['im a senior nursery nurse', { role: 'senior nursery nurse' }],
    ['i work as a dietetic assistant', { role: 'dietetic assistant' }],
    ['im a trainee nurse', { role: 'trainee nurse' }],
    ['i used to be a nursery nurse now im a support worker', { role: 'support worker' }],
    ['phlebotomist', { role: 'phlebotomist' }, { asking: 'role' }],
    ['nursary nurse', { role: 'nursary nurse' }, { asking: 'role' }],
    ['play leader', { role: 'play leader' }, { asking: 'role' }],
    ['HCA on nights', { role: 'HCA' }, { asking: 'role' }],
    ['community nursery nurse', { role: 'community nursery nurse' }, { asking: 'role' }],
    ['pharmacy technician', { role: 'pharmacy technician' }, { asking: 'role' }],
    ['b4 nn', { band: '4', role: 'nn' }, { asking: 'role' }],
    ['teaching assistant before but now a hca', { role: 'hca' }, { asking: 'role' }],
  ]
  it('keeps a role as typed, listed or not', () => assertSlots(cases4))

  const cases5: SlotCase[] = [
    ['i want to be an assistant practitioner', {}],
    ['im interested in the AP role', {}],
    ['what about nursery nurses', {}],
    ['i work with health visitors in Kirkby', { team: 'health visitors', base: 'Kirkby' }],
    ['what do you mean?', {}, { asking: 'role' }],
    ['yes', {}, { asking: 'role' }],
    ['skip', {}, { asking: 'role' }],
    ['same as before', {}, { asking: 'role' }],
  ]
  it('takes no role that the person wants, works with or asks about', () => assertSlots(cases5))

  const cases6: SlotCase[] = [
    [
      'its Donna in school health at Roby b4 NN',
      { band: '4', role: 'NN', team: 'school health', base: 'Roby', name: 'Donna' },
    ],
    [
      'sign me up im with the health visitors in stockbridge village, band 4 NN',
      { band: '4', role: 'NN', team: 'health visitors', base: 'stockbridge village' },
    ],
    ['hiya its Gaz, b2 HCA on ward 12', { band: '2', role: 'HCA', team: 'ward 12', name: 'Gaz' }],
    [
      'im sally, a support worker on Lakeside unit, band three',
      { band: '3', role: 'support worker', team: 'Lakeside unit', name: 'sally' },
    ],
    ['my base is Nutgrove', { base: 'Nutgrove' }],
    ['based at Nutgrove, HCA b3', { band: '3', role: 'HCA', team: 'Nutgrove' }],
    ['i work at Meadowbank', { team: 'Meadowbank' }],
    ['the Bluebell unit', { team: 'Bluebell unit' }, { asking: 'team' }],
    ['bluebell', { team: 'bluebell' }, { asking: 'team' }],
    ['The Elms', { team: 'The Elms' }, { asking: 'team' }],
    ['ward 3', { team: 'ward 3' }, { asking: 'team' }],
    ['im in huyten', { team: 'huyten' }, { asking: 'team' }],
    ['kirby hv', { team: 'kirby hv' }, { asking: 'team' }],
    ['Halewood HV please', { team: 'Halewood HV' }, { asking: 'team' }],
    ['health visiting, kirkby', { team: 'health visiting', base: 'kirkby' }, { asking: 'team' }],
    ['the rapid response team in Widnes', { team: 'rapid response team', base: 'Widnes' }, { asking: 'team' }],
    ['dont know the name', {}, { asking: 'team' }],
    ['why do you need that?', {}, { asking: 'team' }],
    ['no team', {}, { asking: 'team' }],
    ['health centre on Cherryfield Drive', { base: 'health centre on Cherryfield Drive' }, { asking: 'base' }],
  ]
  it('finds a team, a place, or both', () => assertSlots(cases6))

  const cases7: SlotCase[] = [
    ['im band 2 can i apply', { band: '2' }],
    ['can i register im a HCA in Huyton b3', { band: '3', role: 'HCA', team: 'Huyton' }],
  ]
  it('takes what a person says of themselves in a question', () => assertSlots(cases7))

  it('reads ten thousand characters in no time', () => {
    const began = performance.now()
    for (const unit of ['a.b', "'", '. ', 'my manager is ', 'not 3 ', 'a@a.'])
      extractSlots(unit.repeat(10_000 / unit.length), { vocabulary })
    assert.isBelow(performance.now() - began, 2000)
  })
})
