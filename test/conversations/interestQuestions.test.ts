import { conversation, type Row } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'
import { SHIPPED } from '../support/shippedFit.ts'

const staff = { knowledge: HARBOUR }
const start: Row = ['sign me up', /What band are you/]
const shown: Row = ['register me, therapy assistant band 3, my base is eastgate', /Is this right[\s\S]*eastgate/i]
const saved: Row = ['yes', /Your interest is saved/, { step: 'confirm' }]
const BAND = /What band are you\? For example: band 3\.\s*$/

describe('What is asked of a form', () => {
  conversation('is answered while a field is asked for, and the field asked for again', staff, [
    start,
    ['sorry what was the question', BAND, { step: 'resume' }],
    ['why do you need that', /It shows HR which band you are in[\s\S]*I need it to register you[\s\S]*What band/],
    ['whats the email for', /HR can write to you there[\s\S]*You can leave it out[\s\S]*What band/],
    ['how many more questions', /2 more: band and current role[\s\S]*What band/],
    ['do i have to', /I need your band to register you[\s\S]*What band/],
    ['do i have to give my email', /^\s*\*\*You can leave out your work e-mail/],
    ['what do you mean by that', /pay band of the job that you do now[\s\S]*What band/],
    ['is this the application then', /This is not an application[\s\S]*What band/],
    ['has it gone', /Nothing is saved yet, and HR has not seen it\.\*\* I keep what you typed for 24 hours/],
    ['have you kept any of that', /Nothing is saved yet/],
    ['whats my reference', /You get a reference when it is saved/],
    ['id rather skip that', /I need that one[\s\S]*What band/, { step: 'skip' }],
    ['3', /current role/],
    ['go back one', BAND],
    ['band 4', /current role/],
    ['what have you got so far', /Nothing is saved yet[\s\S]*Band: 4[\s\S]*current role/],
    ['what did i put for my band', /Band:\*\* 4\.[\s\S]*current role/],
    ['can i fill it in later', /Nothing is saved yet[\s\S]*24 hours/],
    ['start again', /We start again[\s\S]*What band/, { step: 'start' }],
  ])

  conversation('is answered once all is there, and a yes asked for once', staff, [
    shown,
    ['who sees that', /Two learning officers[\s\S]*Shall I save it/],
    ['can i change it later', /You can change it at any time(?![\s\S]*Shall I save it)/],
    ['where is it taught', /at the college(?![\s\S]*Shall I save it)/, { outcome: 'answered' }],
    ['carry on then', /Is this right/, { step: 'resume' }],
    ['how long is the course', /ten months[\s\S]*Shall I save it/],
    ['fair enough', /Is this right/],
    ['nope havent told her yet', /supports this: \nNo/],
    ['what happens after i save', /The learning lead reads it/],
    saved,
  ])

  conversation('is no reason to begin one', { knowledge: SHIPPED }, [
    [
      'im band 3 hca in huyton can i do it',
      /No formal entry criteria(?![\s\S]*Is this right)/,
      { outcome: 'answered' },
    ],
    ['can i register interest pls. im a band 3 hca', /Is this right/, { action: 'register' }],
    ['what happens at the assessment day', /group activities/, { outcome: 'answered' }],
    ['whats the choices', /You can register for: September 2014, Any later cohort/],
    ['cos the school side interests me', /Why you are interested: \nthe school side interests me/],
    ['want to be band 4', /Band: \n3[\s\S]*Why you are interested: \nwant to be band 4/],
    ['any later one please', /Cohort: \nAny later cohort/],
    ['yes my manager knows, carol dunn', /supports this: \nYes[\s\S]*Line manager: \ncarol dunn/],
    ['no the email is right. yes', /Your interest is saved/],
  ])
})

describe('A form', () => {
  conversation('takes a service for a service, though its words stand near a danger', { knowledge: SHIPPED }, [
    ['register me, band 3 hca', /Is this right/],
    ['adult mental health, st helens', /Service or team: \nadult mental health\nBase: \nst helens/],
    ['an adult is being hurt here', /999/, { outcome: 'signpost' }],
  ])
})

describe('A correction', () => {
  conversation('is said back', staff, [
    shown,
    ['no thats my old one, its westgate', /Changed: base is westgate, not eastgate\./i, { step: 'correct' }],
    ['oops i meant band 4', /Changed: band is 4, not 3\./],
    ['take my base off', /Changed: base is left out\.[\s\S]*Is this right(?![\s\S]*Base: \n)/],
    saved,
  ])
})

describe('What is asked of an interest that is saved', () => {
  conversation('is answered of the interest', staff, [
    shown,
    saved,
    ['what happens now', /The learning lead reads it/, { action: 'status' }],
    ['when will i hear', /Nothing published says when HR answers/],
    ['did that go through', /Yes, it is saved, and HR can see it[\s\S]*AP-/],
    ['can i see it', /Your expression of interest/],
    ['whats my reference', /Your reference is AP-/],
    ['what did i put for my band', /Your band: 3/],
    ['did my manager get told', /Two learning officers/, { action: 'about-bot' }],
    ['wrong base, its westgate', /Is this change right[\s\S]*westgate\n \(it was/i],
    ['yes', /Your changes are saved/],
    ['i need to change the manager, its carol dunn', /Is this change right[\s\S]*Line manager: \ncarol dunn/],
    ['cancel', /stays as it is/],
    ['my status', /Your expression of interest/],
    ['change the cohort', /cannot move an interest to another cohort/],
    ['still in?', /Yes, it is saved/],
    ['take it out', /Withdraw your interest\?/],
    ['what happens if i pull out', /HR sees that you withdrew[\s\S]*Shall I withdraw it/],
    ['is my manager told if i pull out', /not told(?![\s\S]*Shall I withdraw it)/],
    ['no', /stays as it is/, { step: 'cancel' }],
  ])

  conversation('gives the form for another cohort what it has', staff, [
    shown,
    saved,
    ['can i just change it to a later cohort instead', /cannot move an interest to another cohort/],
    ['yeah do that', /Is this right[\s\S]*A later cohort/, { action: 'register' }],
  ])
})
