import { assertSlots, type SlotCase } from './support/slotCases.ts'

describe('Corrections in a message', () => {
  const cases1: SlotCase[] = [
    ['sorry band 4 not 3', { band: '4' }, { correction: true }],
    ['not band 3, band 4', { band: '4' }, { correction: true }],
    ['i put band 3 should be 4', { band: '4' }, { correction: true }],
    ['i said band 3 but its 4', { band: '4' }, { correction: true }],
    ['sorry its band 4 i typed 3', { band: '4' }, { correction: true }],
    ['not a band 3 im a 4', { band: '4' }, { correction: true }],
    ['its 3 not 4', { band: '3' }, { correction: true }],
    ['nah b3', { band: '3' }, { correction: true }],
    ['no 3', { band: '3' }, { correction: true }],
    ['b4 sorry', { band: '4' }, { correction: true }],
    ['Band 4 actually', { band: '4' }, { correction: true }],
    ['make it b4', { band: '4' }, { correction: true }],
    ['change my band to 4', { band: '4' }, { correction: true }],
    ['actually im in Kirkby not Huyton', { service: 'Kirkby' }, { correction: true }],
    ['oops meant Halewood', { service: 'Halewood' }, { correction: true }],
    ['scrap that im in Roby now', { service: 'Roby' }, { correction: true }],
    ['no its nursery nurse', { currentRole: 'nursery nurse' }, { correction: true }],
    ['not hca, support worker', { currentRole: 'support worker' }, { correction: true }],
    ['my role is wrong its nursery nurse', { currentRole: 'nursery nurse' }, { correction: true }],
    ['my manager is Jan Roberts not Irene Shaw', { manager: 'Jan Roberts' }, { correction: true }],
    ['change the manager to Phil Marsden', { manager: 'Phil Marsden' }, { correction: true }],
    [
      'wrong email, its keith.ashcroft@example.nhs.uk',
      { email: 'keith.ashcroft@example.nhs.uk' },
      { correction: true },
    ],
    ["actually its spelt Siân O'Neill-Parry", { name: "Siân O'Neill-Parry" }, { correction: true }],
    ['correct my name to Catriona Muir', { name: 'Catriona Muir' }, { correction: true }],
  ]
  it('takes what is right and leaves what is not', () => assertSlots(cases1))

  const cases2: SlotCase[] = [
    ['change band', {}, { correction: true, wrong: 'band' }],
    ['thats the wrong team', {}, { correction: true, wrong: 'service' }],
    ['manager is wrong', {}, { correction: true, wrong: 'manager' }],
    ['thats not my name', {}, { correction: true, wrong: 'name' }],
  ]
  it('tells which is wrong when it is not said what is right', () => assertSlots(cases2))

  const cases3: SlotCase[] = [
    ['sorry got called away, nursery nurse b4', { band: '4', currentRole: 'nursery nurse' }],
    ['actually leave it for now ill come back to it', {}],
    ['no', { managerKnows: 'no' }, { asking: 'managerKnows' }],
    ['no thanks', { tellMe: false }, { asking: 'tellMe' }],
    ['ok thats fine carry on. nursery nurse b4', { band: '4', currentRole: 'nursery nurse' }],
  ]
  it('says nothing of a correction where there is none', () => assertSlots(cases3))

  const known = { name: 'Ewa Kowalczyk', band: '3', manager: 'Irene Shaw', service: 'Page Moss' }
  const cases4: SlotCase[] = [
    ['its Jan Roberts not Irene Shaw', { manager: 'Jan Roberts' }, { known, correction: true }],
    ['its spelt Kowalczuk', { name: 'Ewa Kowalczuk' }, { known, correction: true }],
    ['my surname is Nowak', { name: 'Ewa Nowak' }, { known }],
    ['sorry, Whiston', { service: 'Whiston' }, { known, asking: 'currentRole', correction: true }],
    ['sorry, nursery nurse', { currentRole: 'nursery nurse' }, { known, asking: 'currentRole' }],
    ['i meant band 4', { band: '4' }, { known, correction: true }],
  ]
  it('knows from what stood before which is meant', () => assertSlots(cases4))
})
