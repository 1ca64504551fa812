import { conversation, type Row } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'

const staff = { knowledge: HARBOUR }
const shown: Row = ['register me, Amina Yusuf, therapy assistant band 3', /Is this right/]
const saved = /Your interest is saved/

describe('What may be said of the form that is shown', () => {
  conversation('takes a wish as the reason, whatever it seems to speak of', staff, [
    shown,
    ['time for a change from the same old observations tbh', /Why you are interested: \ntime for a change/],
    ['change my reason to “i want to teach others” please', /Why you are interested: \ni want to teach others\n/],
    ['ok go on', saved],
  ])

  conversation('takes nothing that is wanted of the bot as the reason', staff, [
    shown,
    ['i need some help with this', /^(?![\s\S]*Why you are interested: )/],
    ['i want to talk to a real person', /^(?![\s\S]*Why you are interested: )/],
    ['i need a minute', /^(?![\s\S]*Why you are interested: )/],
  ])

  conversation('moves nobody to the place that a reason speaks of', staff, [
    ['register me, Amina Yusuf, therapy assistant band 3, stroke unit', /Service or team: \nstroke unit/],
    [
      'the rehab unit is so quiet n id love to do more',
      /Service or team: \nstroke unit[\s\S]*Why you are interested: \nthe rehab unit is so quiet/,
    ],
  ])

  conversation('takes who knows of it for the manager', staff, [
    shown,
    ['yeah Denise knows, shes fine with it', /supports this: \nYes[\s\S]*Line manager: \nDenise/],
  ])

  conversation('hears what a manager who is named says of it', staff, [
    shown,
    ["Ruth's happy for me to do it", /supports this: \nYes[\s\S]*Line manager: \nRuth\n/],
    ['team is CAMHS in Kirkby', /Name: \nAmina Yusuf[\s\S]*Service or team: \nCAMHS/],
    ['been doing obs for nine years and getting nowhere', /Why you are interested: \nbeen doing obs/],
    ['do managers see this', /Two learning officers/],
  ])

  conversation('takes no yes of a manager who may mind', staff, [
    shown,
    ['Denise knows but not sure if she likes it', /^(?![\s\S]*supports this: \nYes)/],
    ['rather not', /supports this: \nI’d rather not say/],
  ])

  conversation('mends the address by a word of it', staff, [
    shown,
    ['amina.yusof@harbour.example', /amina\.yusof@harbour\.example/],
    ['sorry its yusuf with a u in the email', /amina\.yusuf@harbour\.example/, { step: 'correct' }],
  ])

  conversation('takes the base that its label tells over another place', staff, [
    shown,
    ['no my base is Elmfield House not just Kirkby', /Base: \nElmfield House/],
    ['any later. amina.y@harbour.example', /Cohort: \nA later cohort/],
    ['does she get to see it', /Two learning officers/],
  ])

  conversation('answers what is asked of the form in other words', staff, [
    shown,
    ['is there an interview straight after this?', /What happens next/],
    ['do i have to say anything about my manager', /You can leave out/],
    ['do they get told about it then', /Two learning officers/],
    ['no its Kirkby mostly, the base should be Huyton', /Base: \nHuyton/],
  ])
})
