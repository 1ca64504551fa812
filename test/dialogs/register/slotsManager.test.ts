import { assertSlots, type SlotCase } from './support/slotCases.ts'

describe('Manager, address and wishes in a message', () => {
  const cases1: SlotCase[] = [
    ['my boss is called Carol Dunne', { manager: 'Carol Dunne' }],
    ['line manager: Moira Kelly', { manager: 'Moira Kelly' }],
    ['Moira Kelly is my manager', { manager: 'Moira Kelly' }],
    ['i report to moira kelly', { manager: 'moira kelly' }],
    ['line managed by Jan Roberts', { manager: 'Jan Roberts' }],
    ['i work under Jan', { manager: 'Jan' }],
    ['I work for Jan Roberts in school health', { manager: 'Jan Roberts', service: 'school health' }],
    ['my managers jan roberts and shes fine with it', { manager: 'jan roberts', managerKnows: 'yes' }],
    ["my manager's Tom Birch but he doesnt know yet", { manager: 'Tom Birch', managerKnows: 'no' }],
    ['my manager is Liz Ward and she knows', { manager: 'Liz Ward', managerKnows: 'yes' }],
    ['my manager is Sue Halewood', { manager: 'Sue Halewood' }],
    ['manager moira kelly, moira.kelly@example.nhs.uk', { manager: 'moira kelly' }],
    ['its irene', { manager: 'irene' }, { asking: 'manager' }],
    ['under Jan Roberts', { manager: 'Jan Roberts' }, { asking: 'manager' }],
    ['Mrs Patel', { manager: 'Mrs Patel' }, { asking: 'manager' }],
    ['Sister Agnes', { manager: 'Sister Agnes' }, { asking: 'manager' }],
    ['its Phil Marsden but hes off', { manager: 'Phil Marsden' }, { asking: 'manager' }],
    ['yes and its Jan Roberts', { manager: 'Jan Roberts', managerKnows: 'yes' }, { asking: 'managerKnows' }],
  ]
  it('finds the line manager', () => assertSlots(cases1))

  const cases2: SlotCase[] = [
    ['my manager says i should register so here i am', { managerKnows: 'yes' }],
    ['my manager is on leave', {}],
    ['manager: dont know yet', {}],
    ['does my manager see it', {}],
    ['dunno', {}, { asking: 'manager' }],
    ['dont have one at the mo', {}, { asking: 'manager' }],
    ['who do you mean?', {}, { asking: 'manager' }],
    ['rather not say', {}, { asking: 'manager' }],
  ]
  it('finds none where none is named', () => assertSlots(cases2))

  const cases3: SlotCase[] = [
    ["my manager doesn't know", { managerKnows: 'no' }],
    ['yes my manager knows', { managerKnows: 'yes' }],
    ['my manager supports me register me please', { managerKnows: 'yes' }],
    ["my manager knows but isn't happy", { managerKnows: 'no' }],
    ['havent told my manager yet', { managerKnows: 'no' }],
    ['please dont tell my manager', { managerKnows: 'no' }],
    ['i dont want my manager to know', { managerKnows: 'no' }],
    ['manager hasnt been told', { managerKnows: 'no' }],
    ['rather not say', { managerKnows: 'not-said' }],
    ['no', { managerKnows: 'no' }, { asking: 'managerKnows' }],
    ['yes she does', { managerKnows: 'yes' }, { asking: 'managerKnows' }],
    ['not yet', { managerKnows: 'no' }, { asking: 'managerKnows' }],
    ['she said go for it', { managerKnows: 'yes' }, { asking: 'managerKnows' }],
    ['id rather not say', { managerKnows: 'not-said' }, { asking: 'managerKnows' }],
    ['does that matter?', {}, { asking: 'managerKnows' }],
    ['will you tell my manager', {}],
  ]
  it('reads whether the manager knows', () => assertSlots(cases3))

  const cases4: SlotCase[] = [
    [
      'my email is chidi.eze@example.nhs.uk not chidi.ezi@example.nhs.uk',
      { email: 'chidi.eze@example.nhs.uk' },
      { correction: true },
    ],
    ['its <keith.ashcroft@example.nhs.uk>.', { email: 'keith.ashcroft@example.nhs.uk' }, { asking: 'email' }],
    ['skip', {}, { asking: 'email' }],
  ]
  it("finds the person's own address", () => assertSlots(cases4))

  const cases5: SlotCase[] = [
    [
      'because i love working with kids and want to progress',
      { why: 'i love working with kids and want to progress' },
      { asking: 'why' },
    ],
    ['skip', {}, { asking: 'why' }],
    ['why do you need to know that?', {}, { asking: 'why' }],
    ['teams is fine', { reach: 'teams is fine' }, { asking: 'reach' }],
    ['ring me on 07700 900123', { reach: 'ring me on 07700 900123' }, { asking: 'reach' }],
    ['let me know when anything changes', { tellMe: true }],
    ['keep me posted', { tellMe: true }],
    ['yes please', { tellMe: true }, { asking: 'tellMe' }],
    ['no thanks', { tellMe: false }, { asking: 'tellMe' }],
    ['yup', { tellMe: true }, { asking: 'tellMe' }],
    ['not yet', { tellMe: false }, { asking: 'tellMe' }],
    ['course duration?', {}, { asking: 'tellMe' }],
    ['september', { cohort: 'september' }, { asking: 'cohort' }],
    ['any later one', { cohort: 'any-later-cohort' }, { asking: 'cohort' }],
    [
      'put me down for september 2014 cohort please. Tracey Mc Donald, nursery nurse, band 4, Kirkby HV',
      {
        band: '4',
        currentRole: 'nursery nurse',
        service: 'Kirkby HV',
        name: 'Tracey Mc Donald',
        cohort: 'september 2014',
      },
    ],
  ]
  it('reads wishes, reasons and cohorts', () => assertSlots(cases5))
})
