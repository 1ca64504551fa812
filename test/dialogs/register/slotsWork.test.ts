import { assert } from 'chai'
import { asksWhether } from '../../../dialogs/register/introduction.ts'
import { extractSlots } from '../../../dialogs/register/slots/extractSlots.ts'
import { assertSlots, type SlotCase, vocabulary } from './support/slotCases.ts'

describe('A team and its place', () => {
  const cases: SlotCase[] = [
    [
      'Mo Hussain, hca band 3, adult mh Warrington',
      { name: 'Mo Hussain', currentRole: 'hca', band: '3', service: 'adult mh Warrington' },
    ],
    [
      'ive moved to Prescot now',
      { service: 'school health Prescot' },
      { known: { name: 'Mo Hussain', service: 'school health Halewood' } },
    ],
    ['ive moved to Prescot now', { service: 'Prescot' }, { known: { name: 'Mo Hussain', service: 'Halewood' } }],
  ]
  it('are read together, and a place alone moves the team', () => assertSlots(cases))
})

describe('Who asks how to be put down', () => {
  it('does not ask whether they may', () => {
    assert.isFalse(asksWhether('how do i let them know i want to do the course'))
    assert.isTrue(asksWhether('can i do the course'))
  })
})

describe('Band, role and team in a message', () => {
  const cases1: SlotCase[] = [
    [
      'Danielle Harte band 3 HCA Northwood',
      { band: '3', currentRole: 'HCA', service: 'Northwood', name: 'Danielle Harte' },
    ],
    ['Sharon Gee, 3, support worker', { band: '3', currentRole: 'support worker', name: 'Sharon Gee' }],
    ['alright then. Priya Nair, SSW, b4', { band: '4', currentRole: 'SSW', name: 'Priya Nair' }],
    ['ok thats fine carry on. nursery nurse b4', { band: '4', currentRole: 'nursery nurse' }],
    [
      'keith ashcroft hca 3 tower hill',
      { band: '3', currentRole: 'hca', service: 'tower hill', name: 'keith ashcroft' },
    ],
    [
      'NAME: BOLU ADEYEMI ROLE: HCA BAND: 3 TEAM: WHISTON',
      { band: '3', currentRole: 'HCA', service: 'WHISTON', name: 'BOLU ADEYEMI' },
    ],
    [
      'Rukhsana Akhtar - HCA - Band 3 - Page Moss',
      { band: '3', currentRole: 'HCA', service: 'Page Moss', name: 'Rukhsana Akhtar' },
    ],
    [
      "register me: Mary-Kate O'Brien / HCA / band 2 / Prescot",
      { band: '2', currentRole: 'HCA', service: 'Prescot', name: "Mary-Kate O'Brien" },
    ],
    [
      'band 3 hca, danielle harte, northwood, under Paul Nolan',
      { manager: 'Paul Nolan', band: '3', currentRole: 'hca', service: 'northwood', name: 'danielle harte' },
    ],
    [
      'Name Ali Hassan role support worker band 3 team Westvale manager Pat Rowe email ali.hassan@example.nhs.uk',
      {
        manager: 'Pat Rowe',
        band: '3',
        currentRole: 'support worker',
        service: 'Westvale',
        name: 'Ali Hassan',
        email: 'ali.hassan@example.nhs.uk',
      },
    ],
    [
      'Hello, I want make expression of interest. My name Ewa Kowalczyk, I am support worker band 3 in Page Moss, my manager is Irene Shaw, email ewa.kowalczyk@example.nhs.uk',
      {
        manager: 'Irene Shaw',
        band: '3',
        currentRole: 'support worker',
        service: 'Page Moss',
        name: 'Ewa Kowalczyk',
        email: 'ewa.kowalczyk@example.nhs.uk',
      },
    ],
    [
      'I want to register my interest. Mohammed Iqbal, senior support worker, band 3, Roby school health, my manager is Liz Ward, mohammed.iqbal@example.nhs.uk',
      {
        manager: 'Liz Ward',
        band: '3',
        currentRole: 'senior support worker',
        service: 'Roby school health',
        name: 'Mohammed Iqbal',
        email: 'mohammed.iqbal@example.nhs.uk',
      },
    ],
    [
      'Keith Ashcroft HCA B3 Tower Hill manager Carol Dunne keith.ashcroft@example.nhs.uk',
      {
        manager: 'Carol Dunne',
        band: '3',
        currentRole: 'HCA',
        service: 'Tower Hill',
        name: 'Keith Ashcroft',
        email: 'keith.ashcroft@example.nhs.uk',
      },
    ],
    [
      'right done that question thanks. olivia mensah nursery nurse 4',
      { band: '4', currentRole: 'nursery nurse', name: 'olivia mensah' },
    ],
    [
      'morning, id like to put in for the AP. Bernadette Finnigan, band 3 HCA, Huyton, managers Colette Byrne',
      { manager: 'Colette Byrne', band: '3', currentRole: 'HCA', service: 'Huyton', name: 'Bernadette Finnigan' },
    ],
  ]
  it('takes several in one breath, in any order', () => assertSlots(cases1))

  const cases2: SlotCase[] = [
    ['b 4', { band: '4' }],
    ['b.4', { band: '4' }],
    ['bnd 3', { band: '3' }],
    ['Band III', { band: '3' }],
    ['band four', { band: '4' }],
    ['hca 2', { band: '2', currentRole: 'hca' }],
    ['Ngozi Okafor band 8a staff nurse', { band: '8a', currentRole: 'staff nurse', name: 'Ngozi Okafor' }],
    ['im 45 and been here 12 years hca band 3', { band: '3', currentRole: 'hca' }],
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
    ['hca', { currentRole: 'hca' }, { asking: 'band' }],
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
    ['im a senior nursery nurse', { currentRole: 'senior nursery nurse' }],
    ['i work as a dietetic assistant', { currentRole: 'dietetic assistant' }],
    ['im a trainee nurse', { currentRole: 'trainee nurse' }],
    ['i used to be a nursery nurse now im a support worker', { currentRole: 'support worker' }],
    ['phlebotomist', { currentRole: 'phlebotomist' }, { asking: 'currentRole' }],
    ['nursary nurse', { currentRole: 'nursary nurse' }, { asking: 'currentRole' }],
    ['play leader', { currentRole: 'play leader' }, { asking: 'currentRole' }],
    ['HCA on nights', { currentRole: 'HCA' }, { asking: 'currentRole' }],
    ['community nursery nurse', { currentRole: 'community nursery nurse' }, { asking: 'currentRole' }],
    ['pharmacy technician', { currentRole: 'pharmacy technician' }, { asking: 'currentRole' }],
    ['b4 nn', { band: '4', currentRole: 'nn' }, { asking: 'currentRole' }],
    ['teaching assistant before but now a hca', { currentRole: 'hca' }, { asking: 'currentRole' }],
  ]
  it('keeps a role as typed, listed or not', () => assertSlots(cases4))

  const cases5: SlotCase[] = [
    ['i want to be an assistant practitioner', {}],
    ['im interested in the AP role', {}],
    ['what about nursery nurses', {}],
    ['i work with health visitors in Kirkby', { service: 'health visitors', base: 'Kirkby' }],
    ['what do you mean?', {}, { asking: 'currentRole' }],
    ['yes', {}, { asking: 'currentRole' }],
    ['skip', {}, { asking: 'currentRole' }],
    ['same as before', {}, { asking: 'currentRole' }],
  ]
  it('takes no role that the person wants, works with or asks about', () => assertSlots(cases5))

  const cases6: SlotCase[] = [
    [
      'its Donna in school health at Roby b4 NN',
      { band: '4', currentRole: 'NN', service: 'school health', base: 'Roby', name: 'Donna' },
    ],
    [
      'sign me up im with the health visitors in stockbridge village, band 4 NN',
      { band: '4', currentRole: 'NN', service: 'health visitors', base: 'stockbridge village' },
    ],
    ['hiya its Gaz, b2 HCA on ward 12', { band: '2', currentRole: 'HCA', service: 'ward 12', name: 'Gaz' }],
    [
      'im sally, a support worker on Lakeside unit, band three',
      { band: '3', currentRole: 'support worker', service: 'Lakeside unit', name: 'sally' },
    ],
    ['my base is Nutgrove', { base: 'Nutgrove' }],
    ['based at Nutgrove, HCA b3', { band: '3', currentRole: 'HCA', service: 'Nutgrove' }],
    ['i work at Meadowbank', { service: 'Meadowbank' }],
    ['the Bluebell unit', { service: 'Bluebell unit' }, { asking: 'service' }],
    ['bluebell', { service: 'bluebell' }, { asking: 'service' }],
    ['The Elms', { service: 'The Elms' }, { asking: 'service' }],
    ['ward 3', { service: 'ward 3' }, { asking: 'service' }],
    ['im in huyten', { service: 'huyten' }, { asking: 'service' }],
    ['kirby hv', { service: 'kirby hv' }, { asking: 'service' }],
    ['Halewood HV please', { service: 'Halewood HV' }, { asking: 'service' }],
    ['health visiting, kirkby', { service: 'health visiting', base: 'kirkby' }, { asking: 'service' }],
    ['the rapid response team in Widnes', { service: 'rapid response team', base: 'Widnes' }, { asking: 'service' }],
    ['dont know the name', {}, { asking: 'service' }],
    ['why do you need that?', {}, { asking: 'service' }],
    ['no team', {}, { asking: 'service' }],
    ['health centre on Cherryfield Drive', { base: 'health centre on Cherryfield Drive' }, { asking: 'base' }],
  ]
  it('finds a team, a place, or both', () => assertSlots(cases6))

  const cases7: SlotCase[] = [
    ['im band 2 can i apply', { band: '2' }],
    ['can i register im a HCA in Huyton b3', { band: '3', currentRole: 'HCA', service: 'Huyton' }],
  ]
  it('takes what a person says of themselves in a question', () => assertSlots(cases7))

  it('reads ten thousand characters in no time', () => {
    const began = performance.now()
    for (const unit of ['a.b', "'", '. ', 'my manager is ', 'not 3 ', 'a@a.'])
      extractSlots(unit.repeat(10_000 / unit.length), { vocabulary })
    assert.isBelow(performance.now() - began, 2000)
  })
})
