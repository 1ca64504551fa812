import { conversation, type Row } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'

const staff = { knowledge: HARBOUR }
const shown: Row = ['register me, Amina Yusuf, therapy assistant band 3', /Is this right/]
const saved = /Your interest is saved/

describe('What is typed while the whole form is shown', () => {
  conversation('takes a statement as the reason, and what comes before it as what it is', staff, [
    shown,
    [
      'aye she knows, shes ok about it. been stuck on obs for 6 years and need something else',
      /Why you are interested: \nbeen stuck on obs[\s\S]*supports this: \nYes/,
    ],
    ['yeh go ed', saved],
  ])

  conversation('takes no talk of something else as the reason', staff, [
    shown,
    ['i need to ask my husband first', /^(?![\s\S]*Why you are interested: )/],
    ['no i never said that', /^(?![\s\S]*Why you are interested: )/],
  ])

  conversation('takes a yes with more beside it, but none that goes on to something', staff, [
    shown,
    ['yes but when do i start', /^(?![\s\S]*interest is saved)/],
    ['yeah same as before', /^(?![\s\S]*interest is saved)/],
    ['yeah', saved],
  ])

  conversation('mends one word that is spelt anew', staff, [
    shown,
    ['its youssuf with two s', /name is Amina youssuf, not Amina Yusuf/i, { step: 'correct' }],
    ['yeah same job', saved],
  ])

  conversation('takes another cohort by its name alone', staff, [
    shown,
    ['whenever', /Cohort: \nA later cohort/],
    ['actually do autumn', /Cohort: \nAutumn 2022/, { step: 'correct' }],
  ])

  conversation('is dropped when somebody wants out, and says so afterwards', staff, [
    shown,
    ['withdraw me', /Nothing you typed is kept/, { step: 'cancel' }],
    ['is that gone or still there', /none on record/, { action: 'status' }],
  ])

  conversation('answers what is asked beside what is given, and keeps both', staff, [
    shown,
    ['amina@harbour.example. whats that for tho', /HR can write to you there[\s\S]*amina@harbour\.example/],
    ['who gets told', /Two learning officers/],
    ['is it the same as applying', /not an application/],
  ])
})

describe('What is typed of a form or of what came of it', () => {
  conversation('takes a manager who is named in passing for the manager', staff, [
    shown,
    ['boss is fine with it, shes called Ann Moore', /Name: \nAmina Yusuf[\s\S]*Line manager: \nAnn Moore/],
    ['save it anyway', saved],
    ['how long is the course', /ten months/],
    ['im band 4 now', /Is this change right[\s\S]*Band: \n4/],
  ])

  conversation('leaves out what somebody has no more to say of', staff, [
    ['register me, therapy assistant, band 3', /Is this right/],
    ['my manager knows', /Who is your line manager/],
    ['its for my kids really', /Why you are interested: \nits for my kids really/],
    ['did you get all that', /Nothing is saved yet/],
    ['the one after that', /A later cohort/],
  ])
})

describe('An interest in one breath', () => {
  conversation('is shown whole, its reason and a manager without a name too', staff, [
    [
      'sign me up: Lee Fox, hca, band 3, manager says yes, wanna learn more about stroke care',
      /Is this right[\s\S]*wanna learn more about stroke care/,
    ],
    ['sound', saved],
  ])

  conversation('is begun by a long introduction with an address', staff, [
    [
      'lee fox. hca on the day unit, been there ages, band 2. whenever. lee.fox@harbour.example',
      /Is this right[\s\S]*lee fox[\s\S]*A later cohort/,
    ],
  ])
})

describe('A withdrawal that waits for a yes', () => {
  conversation('says that it is still there', staff, [
    shown,
    ['yes', saved],
    ['withdraw my interest', /Withdraw your interest\?/],
    ['so is it gone', /still there[\s\S]*Shall I withdraw/],
    ['no', /stays as it is/],
  ])
})
