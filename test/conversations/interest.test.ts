import { conversation, type Row } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'

const staff = { knowledge: HARBOUR }
const register = (step: string, slots?: Record<string, unknown>) => ({
  action: 'register',
  step,
  ...(slots && { slots }),
})
const start: Row = ['sign me up', /Express your interest[\s\S]*Save[\s\S]*What band are you/, register('start')]
const saved: Row = [
  'yes',
  /Your interest is saved[\s\S]*AP-[2-9A-Z]{4}-[2-9A-Z]{2}[\s\S]*not an application/,
  register('confirm'),
]
const registered: Row[] = [
  [
    'register me, therapy assistant band 3',
    /Is this right/,
    register('start', { band: '3', role: 'therapy assistant' }),
  ],
  saved,
]

describe('Registering in conversation', () => {
  conversation('fills one form from what Teams knows, and takes the rest by typing', staff, [
    start,
    ['band 3', /What is your current role/, register('provide', { band: '3' })],
    [
      'outpatients technician',
      /Is this right[\s\S]*Amina Yusuf[\s\S]*amina\.yusuf@trust\.example[\s\S]*Autumn 2022/,
      register('provide'),
    ],
    saved,
    ['my status', /Your expression of interest[\s\S]*With HR/, { action: 'status' }],
  ])

  conversation('takes everything in one breath, in any order', staff, [
    [
      'my manager is Ruth Bell, im on b4 at eastgate, a healthcare assistant, name Joy Okafor, joy@harbour.example and sign me up',
      /Is this right[\s\S]*Joy Okafor[\s\S]*Ruth Bell/,
      register('start', { band: '4', manager: 'Ruth Bell', name: 'Joy Okafor', email: 'joy@harbour.example' }),
    ],
    ['all correct ta', /Your interest is saved[\s\S]*Joy Okafor/, register('confirm')],
  ])

  conversation('keeps to what is asked when a name stands alone', staff, [
    start,
    ['Siân O’Neill', /What band are you/, register('provide', { name: 'Siân O’Neill' })],
    ['hca, band three', /Is this right[\s\S]*Siân O’Neill/, register('provide', { band: '3', role: 'hca' })],
    saved,
  ])

  conversation('is corrected', staff, [
    ['register me im a therapy assistant band 2', /Is this right/, register('start')],
    ['sorry i meant band 3', /Is this right[\s\S]*Band: \n3/, register('correct', { band: '3' })],
    ['no', /What should I change/, register('correct')],
    ['my team is the stroke unit', /Is this right[\s\S]*stroke unit/i, { action: 'register' }],
    ['its not Amina its Aminah', /Is this right[\s\S]*Aminah/, register('correct')],
    saved,
  ])

  conversation('takes no band that there is not', staff, [
    start,
    ['im a band 12', /Band 12 is not a band[\s\S]*from 2 to 9/, register('provide')],
    ['8', /Which part of band 8/, register('provide')],
    ['8b', /current role/, register('provide', { band: '8b' })],
    ['cancel', /Nothing you typed is kept/, register('cancel')],
  ])

  conversation('answers a question in the middle and goes on', staff, [
    start,
    [
      'hang on where is it taught',
      /at the college[\s\S]*We were registering your interest\. What band/,
      { outcome: 'answered' },
    ],
    ['right. band 4', /current role/, register('resume', { band: '4' })],
    ['technician in outpatients', /Is this right/, register('provide')],
    ['how long is the course', /ten months[\s\S]*Shall I save it/, { outcome: 'answered' }],
    saved,
  ])

  conversation('takes what a message gives and answers what it asks', staff, [
    start,
    [
      'im band 3, how long is the course?',
      /ten months[\s\S]*current role/,
      { outcome: ['action', 'answered'], step: 'provide', slots: { band: '3' } },
    ],
    ['hca', /Is this right[\s\S]*Band: \n3/, register('provide')],
  ])

  conversation('puts a danger first, keeps none of it, and does not nag', staff, [
    start,
    [
      'a patient is having a seizure',
      /^\s*\*\*If someone is in danger now, call 999\.\*\*\s*$/,
      { outcome: 'signpost' },
    ],
    ['where were we', /What band are you/, register('resume')],
    ['band 3 hca', /Is this right(?![\s\S]*seizure)/, register('provide')],
    saved,
    ['show my data', /What we hold about you(?![\s\S]*seizure)/, { action: 'my-data' }],
  ])

  conversation('answers who sees it from the notice on the form', staff, [
    start,
    [
      'who gets to see this, will my manager find out',
      /Two learning officers[\s\S]*We keep it for a year[\s\S]*What band/,
      { action: 'about-bot' },
    ],
    ['and how long do you keep it', /We keep it for a year/, { action: 'about-bot' }],
    ['ok. hca, 3', /Is this right/, register('resume')],
  ])

  conversation('skips what may be left out, and says what may not', staff, [
    start,
    ['skip', /I need that one[\s\S]*What band/, register('skip')],
    ['b3 hca', /Is this right/, register('provide')],
    ['my manager knows and supports me', /Who is your line manager/, register('provide', { managerKnows: 'yes' })],
    ['skip that', /Is this right[\s\S]*supports this: \nYes/, register('skip')],
    ['thats everything', /Your interest is saved/, register('confirm')],
  ])

  conversation('asks for the manager after a yes alone', staff, [
    [
      'register me, band 3 hca, please dont tell my manager',
      /Is this right[\s\S]*supports this: \nNo/,
      register('start'),
    ],
    ['my boss is fine with it actually', /Who is your line manager/, { action: 'register' }],
    ['Grace Adeyemi', /Is this right[\s\S]*Grace Adeyemi/, register('provide', { manager: 'Grace Adeyemi' })],
    saved,
  ])

  conversation('keeps nothing of what is cancelled', staff, [
    start,
    ['Joan Marsh, hca', /What band/, register('provide')],
    ['actually forget it, ill do it another time', /Nothing you typed is kept/, register('cancel')],
    ['where were we', /not in the middle of anything/, { action: 'register' }],
    ['cancel', /nothing to cancel/, { outcome: 'action' }],
    ['my status', /none on record/, { action: 'status' }],
  ])

  conversation('lets another ability have its turn, and goes on', staff, [
    start,
    ['show my data', /A form you have not saved[\s\S]*We were registering your interest/, { action: 'my-data' }],
    ['band 2 hca', /Is this right/, register('resume')],
    ['my status', /none on record[\s\S]*Shall I save it/, { action: 'status' }],
    saved,
  ])

  conversation('says that there is none, and begins one at a word', staff, [
    ['did you get my form', /no expression of interest/, { action: 'status' }],
    ['ok go on then', /Express your interest/, register('start')],
  ])

  conversation('is begun by somebody who says who they are', staff, [
    ['Leah Flint band 3 hca', /Is this right[\s\S]*Leah Flint/, register('start')],
    ['yes', /saved[\s\S]*Leah Flint/, register('confirm')],
  ])

  conversation('takes nobody else’s', staff, [
    ['register my interest for my colleague', /only register for yourself/, { action: 'register' }],
    [
      'i want to register but dont tell my manager, hca band 2',
      /Is this right[\s\S]*supports this: \nNo/,
      register('start'),
    ],
    ['does hr tell her?', /Your manager does not/, { action: 'about-bot' }],
    ['fair enough, save it', /Your interest is saved/, register('confirm')],
  ])

  conversation('does not take a manager’s search for an introduction', { ...staff, as: 'hr' }, [
    ['Leah Flint band 3', /^(?![\s\S]*Express your interest)/],
  ])
})

describe('One interest in each cohort', () => {
  conversation('shows the first at a second attempt, and lets another cohort be chosen', staff, [
    ...registered,
    ['sign me up', /You have already registered[\s\S]*AP-[\s\S]*Register for a later cohort/, register('start')],
    ['register me for a later cohort, band 3 hca', /Is this right[\s\S]*A later cohort/, register('start')],
    saved,
    ['my status', /Your expressions of interest[\s\S]*Which one/, { action: 'status' }],
    ['withdraw my interest', /Which one/, { action: 'withdraw' }],
    ['withdraw autumn 2022', /Withdraw your interest\?[\s\S]*Autumn 2022/, { action: 'withdraw' }],
    ['yes', /You have withdrawn/, { action: 'withdraw', step: 'confirm' }],
  ])

  conversation('takes a yes that is said twice for what it is', staff, [
    ...registered,
    ['yes', /Your expression of interest[\s\S]*AP-/, { action: 'status' }],
    ['what happens now', /The learning lead reads it/, { action: 'status' }],
  ])

  conversation('says of a closed cohort that it is, and offers a later one and to be told', staff, [
    [
      'register me for spring 2022',
      /That cohort is closed[\s\S]*Spring 2022[\s\S]*Tell me when it opens/,
      register('start'),
    ],
    ['yes please', /Express your interest/, register('start')],
    [
      'hca band 3',
      /Is this right[\s\S]*Tell me when something changes: \nYes[\s\S]*A later cohort/,
      register('provide'),
    ],
    saved,
  ])

  conversation('knows no cohort that there is not', staff, [
    ['register me for june 2031', /We know no cohort by that name/, register('start')],
    ['no thanks', /Nothing is saved/, register('cancel')],
  ])
})

describe('Changing and withdrawing in conversation', () => {
  conversation('changes the band after a summary', staff, [
    ...registered,
    ['change my band to 4', /Is this change right[\s\S]*Band: \n4\n \(it was \n3/, register('correct', { band: '4' })],
    ['yes', /Your changes are saved[\s\S]*Band: \n4/, register('confirm')],
    ['can you update my email to amina@harbour.example', /amina@harbour\.example\n \(it was/, register('correct')],
    ['no leave it', /stays as it is/, register('cancel')],
    ['my status', /Band: \n4[\s\S]*(?<!amina@harbour\.example[\s\S]*)$/, { action: 'status' }],
  ])

  conversation('asks what to change, and shows the form', staff, [
    ...registered,
    ['change my details', /Change your expression of interest[\s\S]*What should I change/, register('correct')],
    ['im in the stroke unit now', /Is this change right[\s\S]*stroke unit/i, { action: 'register' }],
    ['where is it taught', /at the college[\s\S]*We were changing your interest/, { outcome: 'answered' }],
    ['yes', /Your changes are saved/, register('confirm')],
    ['change my band to 15', /Band 15 is not a band/, register('correct')],
    ['2', /Is this change right/, register('provide')],
    ['any later cohort', /cannot move an interest to another cohort[\s\S]*Is this change right/, register('provide')],
    ['cancel', /stays as it is/, register('cancel')],
  ])

  conversation('changes nobody else’s', staff, [
    ...registered,
    ["change my colleague's band to 4", /^(?![\s\S]*Is this change right)/],
    ['my status', /Band: \n3/, { action: 'status' }],
  ])

  conversation('has nothing to change', staff, [
    ['change my band to 4', /no expression of interest on record/, register('correct')],
    ['yes go on', /Express your interest/, register('start')],
  ])

  conversation('withdraws after a yes, with the reason, and registers anew', staff, [
    ...registered,
    ['take my name off', /Withdraw your interest\?/, { action: 'withdraw' }],
    ['how long is the course', /ten months[\s\S]*Shall I withdraw it/, { outcome: 'answered' }],
    ['yes, new job in april', /You have withdrawn/, { action: 'withdraw', step: 'confirm' }],
    ['my status', /Taken back/, { action: 'status' }],
    ['register me again, hca band 4', /Is this right/, register('start')],
    saved,
  ])

  conversation('keeps what is not withdrawn', staff, [
    ...registered,
    ['withdraw my interest', /Withdraw your interest\?/, { action: 'withdraw' }],
    ['a patient has collapsed', /call 999/, { outcome: 'signpost' }],
    ['my status', /With HR/, { action: 'status' }],
    ['withdraw', /Withdraw your interest\?/, { action: 'withdraw' }],
    ['no', /stays as it is/, { action: 'withdraw', step: 'cancel' }],
  ])

  conversation('has nothing to withdraw', staff, [
    ['take me off the list', /no expression of interest/, { action: 'withdraw' }],
  ])

  conversation('points to the personal chat elsewhere', { ...staff, conversationType: 'groupChat' }, [
    ['sign me up', /only do that in a personal chat/, { outcome: 'action' }],
    ['change my band to 4', /^(?![\s\S]*Is this change right)/],
  ])
})
