import { assertSlots, type SlotCase } from './support/slotCases.ts'

describe('Names in a message', () => {
  const cases1: SlotCase[] = [
    ['keith ashcroft', { name: 'keith ashcroft' }],
    ["CAITLIN O'BRIEN", { name: "CAITLIN O'BRIEN" }],
    ['Lorraine Pilkington', { name: 'Lorraine Pilkington' }],
    ['ewa', { name: 'ewa' }],
    ['interest form please. keith ashcroft', { name: 'keith ashcroft' }],
    ['ok. marcus okonkwo', { name: 'marcus okonkwo' }],
    [
      'Hi, hope you are well. Could you please register my interest? Kind regards, Susan Pilkington',
      { name: 'Susan Pilkington' },
    ],
  ]
  it('finds a name that stands alone, in any case', () => assertSlots(cases1))

  const cases2: SlotCase[] = [
    ['Chidi Eze, HCA', { currentRole: 'HCA', name: 'Chidi Eze' }],
    ['Colin Webster b3', { band: '3', name: 'Colin Webster' }],
    ['Nina b3 put me down', { band: '3', name: 'Nina' }],
    ['marcus, 3, hca, whiston', { band: '3', currentRole: 'hca', service: 'whiston', name: 'marcus' }],
    [
      'liz ward b4 nursery nurse halewood',
      { band: '4', currentRole: 'nursery nurse', service: 'halewood', name: 'liz ward' },
    ],
    [
      'Danielle Harte, grasmere ward, b3 hca',
      { band: '3', currentRole: 'hca', name: 'Danielle Harte', service: 'grasmere ward' },
    ],
    ['maria da silva, hca, b3', { band: '3', currentRole: 'hca', name: 'maria da silva' }],
    ["Jean-Luc D'Arcy b4 ssw huyton", { band: '4', currentRole: 'ssw', service: 'huyton', name: "Jean-Luc D'Arcy" }],
    ["T. O'Neill, HCA, 3", { band: '3', currentRole: 'HCA', name: "T. O'Neill" }],
    ['dr ngozi okafor, staff nurse', { currentRole: 'staff nurse', name: 'dr ngozi okafor' }],
    ['Siobhán Ní Bhriain band 3 hca', { band: '3', currentRole: 'hca', name: 'Siobhán Ní Bhriain' }],
    ['yeh go on then. steph lomas b3', { band: '3', name: 'steph lomas' }],
    ['b4 i forget its keith ashcroft hca', { currentRole: 'hca', name: 'keith ashcroft' }],
    ['Keith Ashcroft knows me, im Jo Bell b3', { band: '3', name: 'Jo Bell' }],
  ]
  it('finds a name beside a role, a band or a team', () => assertSlots(cases2))

  const cases3: SlotCase[] = [
    ['its chidi eze btw, HCA', { currentRole: 'HCA', name: 'chidi eze' }],
    [
      'hiya im Dawn from the Whiston team B3 can you put me on the list for AP',
      { band: '3', service: 'Whiston team', name: 'Dawn' },
    ],
    [
      'my name is Imran Sheikh i am a support worker at Halewood and want to register interest',
      { currentRole: 'support worker', service: 'Halewood', name: 'Imran Sheikh' },
    ],
    [
      'My name: Bui Thi Lan. I am nursery nurse. Band: 4',
      { band: '4', currentRole: 'nursery nurse', name: 'Bui Thi Lan' },
    ],
    ['name - keith ashcroft', { name: 'keith ashcroft' }],
    ["name's Steph Lomas", { name: 'Steph Lomas' }],
    ['Steph Lomas here, B3 HCA', { band: '3', currentRole: 'HCA', name: 'Steph Lomas' }],
    [
      'put down Yvonne Keating nursery nurse band 4 email yvonne.keating@example.nhs.uk thats me',
      { band: '4', currentRole: 'nursery nurse', name: 'Yvonne Keating', email: 'yvonne.keating@example.nhs.uk' },
    ],
    [
      'Regards, Helen Clarke, Nursery Nurse, Band 4, Halewood',
      { band: '4', currentRole: 'Nursery Nurse', service: 'Halewood', name: 'Helen Clarke' },
    ],
    [
      'can you put me down - Marta Nowak, b3 HCA, Whiston',
      { band: '3', currentRole: 'HCA', service: 'Whiston', name: 'Marta Nowak' },
    ],
  ]
  it('finds a name that its label tells', () => assertSlots(cases3))

  const cases4: SlotCase[] = [
    ['Siân', { name: 'Siân' }, { asking: 'name' }],
    ['its keith', { name: 'keith' }, { asking: 'name' }],
    ['A', { name: 'A' }, { asking: 'name' }],
    ['Li', { name: 'Li' }, { asking: 'name' }],
    ['Ng Wai', { name: 'Ng Wai' }, { asking: 'name' }],
    ['van der Berg', { name: 'van der Berg' }, { asking: 'name' }],
    ['J.R. Hartley', { name: 'J.R. Hartley' }, { asking: 'name' }],
    ['אבי כהן', { name: 'אבי כהן' }, { asking: 'name' }],
    ['محمد علي', { name: 'محمد علي' }, { asking: 'name' }],
    ['李娜', { name: '李娜' }, { asking: 'name' }],
    ['Nguyễn Thị Hoa', { name: 'Nguyễn Thị Hoa' }, { asking: 'name' }],
    ['Will', { name: 'Will' }, { asking: 'name' }],
    ['mark', { name: 'mark' }, { asking: 'name' }],
    ['Mark Ward', { name: 'Mark Ward' }, { asking: 'name' }],
    ['will young', { name: 'will young' }, { asking: 'name' }],
    ['Page Turner', { name: 'Page Turner' }, { asking: 'name' }],
    ['Jo please', { name: 'Jo' }, { asking: 'name' }],
    ['Danielle x', { name: 'Danielle' }, { asking: 'name' }],
    ['lol danielle', { name: 'danielle' }, { asking: 'name' }],
    ['yes its Keith Ashcroft', { name: 'Keith Ashcroft' }, { asking: 'name' }],
    ['sorry, Steph Lomas', { name: 'Steph Lomas' }, { asking: 'name' }],
    [
      'Keith Ashcroft, keith.ashcroft@example.nhs.uk',
      { name: 'Keith Ashcroft', email: 'keith.ashcroft@example.nhs.uk' },
      { asking: 'name' },
    ],
    ['keith ashcroft and im a hca', { currentRole: 'hca', name: 'keith ashcroft' }, { asking: 'name' }],
    ['steph lomas band 3', { band: '3', name: 'steph lomas' }, { asking: 'name' }],
  ]
  it('takes the answer to the question for the name', () => assertSlots(cases4))

  const cases5: SlotCase[] = [
    ['yes', {}],
    ['ok', {}],
    ['now i must do what', {}],
    ['carry on', {}],
    ['where were we', {}],
    ['got to go patient calling', {}],
    ['ive got a patient saying she wants to kill herself', {}],
    ['regsiter me pls', {}],
    ['pls add me to teh list im b3', { band: '3' }],
    ['im absolutely buzzing about this sign me up', {}],
    ['totally knackered but put me down', {}],
    ['hi sorry on nights just wanted to get my name down for the AP before i forget', {}],
    ['first tell me who gets to see it, does my manager', {}],
    ['hang on before i carry on, is it two days a week i would be studying or one', {}],
    ['log me as interested and also how many yrs is the degree', {}],
    ['who is Kerrie France', {}],
    ['is keith ashcroft on the list', {}],
    ['my mate keith ashcroft told me about it', {}],
    ['Kerrie France told me to sign up', {}],
    ['im on annual leave til the 4th', {}],
    ['yes', {}, { asking: 'name' }],
    ['ok thats', {}, { asking: 'name' }],
    ['hang on', {}, { asking: 'name' }],
    ['one sec', {}, { asking: 'name' }],
    ['how long is it', {}, { asking: 'name' }],
    ['whats it for', {}, { asking: 'name' }],
    ['why', {}, { asking: 'name' }],
    ['thats everything', {}, { asking: 'name' }],
    ['skip that one', {}, { asking: 'name' }],
    ['not saying', {}, { asking: 'name' }],
    ['just me', {}, { asking: 'name' }],
    ['busy now', {}, { asking: 'name' }],
    ['brb patient', {}, { asking: 'name' }],
    ['i changed my mind', {}, { asking: 'name' }],
    ['use my teams name', {}, { asking: 'name' }],
    ['you should have it already', {}, { asking: 'name' }],
    ['anonymous please', {}, { asking: 'name' }],
    ['why do you want my name', {}, { asking: 'name' }],
    ['sorry band 4', { band: '4' }, { asking: 'name', correction: true }],
  ]
  it('takes no filler, question or emergency for a name', () => assertSlots(cases5))
})
