import type { Problem } from '../interest/interestFields.ts'
import { type CohortChoice, cohortInWords } from '../interest/openCohorts.ts'
import { BANDS } from '../reading/bands.ts'
import type { Reply } from '../reply.ts'
import type { TurnStep } from './formStep.ts'
import type { SlotName } from './slots/slots.ts'
import type { FormState } from './typedForm.ts'

const QUESTIONS: Readonly<Record<SlotName, string>> = {
  name: 'What name should we use?',
  band: 'What band are you? For example: band 3.',
  currentRole: 'What is your current role? For example: support worker.',
  cohort: 'Which cohort are you interested in?',
  manager: 'Who is your line manager? You can say “skip”.',
  email: 'What is your work e-mail address?',
  service: 'Which service or team are you in?',
  base: 'Where is your base?',
  why: 'Why are you interested?',
  reach: 'How may HR reach you?',
  tellMe: 'Shall we tell you when something changes?',
  managerKnows: 'Does your manager know and support this? You can say yes, no, or that you’d rather not say.',
}

const PARTS_OF_8 = BANDS.filter((band) => band.startsWith('8'))

/** What is asked for when a slot is missing. */
export const questionFor = (asking: FormState['asking'], { band }: FormState['fields'] = {}): string => {
  if (asking === 'confirm') return 'Shall I save it? Say yes, or tell me what to change.'
  if (asking === 'band' && band === '8') return `Which part of band 8 is it: ${PARTS_OF_8.join(', ')}?`
  return QUESTIONS[asking]
}

const suggestionsFor = ({ asking, fields }: FormState, open: readonly CohortChoice[]): string[] => {
  switch (asking) {
    case 'band':
      return fields.band === '8' ? PARTS_OF_8.slice(0, 3) : ['Band 2', 'Band 3', 'Band 4']
    case 'cohort':
      return open.map(cohortInWords).slice(0, 3)
    case 'manager':
      return ['Skip']
    case 'managerKnows':
      return ['Yes', 'No', 'I’d rather not say']
    default:
      return []
  }
}

const NOT_UNDERSTOOD = 'I did not find that in what you typed.'

/** The next question. */
export const asking = (form: FormState, open: readonly CohortChoice[], before = ''): Reply => ({
  text: `${before}${questionFor(form.asking, form.fields)}`,
  suggestions: suggestionsFor(form, open),
})

export const notABand = (band: string): Reply => ({
  text: `Band ${band} is not a band that we can take. Bands go from 2 to 9. ${questionFor('band')}`,
})

/** What is said of a step that cannot go on to what is missing yet; undefined of one that can. */
export const stuck = (step: TurnStep, open: readonly CohortChoice[]): Reply | undefined => {
  switch (step.kind) {
    case 'rejected-band':
      return notABand(step.band)
    case 'needed':
      return asking(step.form, open, 'I need that one to register you. ')
    case 'change-which':
      return WHAT_TO_CHANGE
    case 'not-understood':
      return asking(step.form, open, `${NOT_UNDERSTOOD} `)
    default:
      return undefined
  }
}

/** What kept a form from being saved. */
export const problem = ([first]: readonly Problem[]): Reply => ({ text: first?.message ?? NOT_UNDERSTOOD })

const NONE_OPEN =
  'No cohort is open at the moment. You can register for any later cohort, and ask to be told when one opens. '

/** Under the form, which has what could be suggested. */
export const begun = ({ asking, fields }: FormState, noneOpen: boolean): Reply => ({
  text: `${noneOpen ? NONE_OPEN : ''}Fill in the form, or just type. ${questionFor(asking, fields)}`,
})

/** A cohort was named that takes no interest. */
export const noSuchCohort = (open: readonly CohortChoice[]): Reply => ({
  text: `No cohort by that name is open. You can register for: ${open.map(cohortInWords).join('; ')}.`,
})

export const NOTHING_KEPT: Reply = { text: '**I have cancelled that.** Nothing you typed is kept.' }
export const STARTED_AGAIN: Reply = { text: '**We start again.** Nothing of what you typed before is kept.' }
export const NOT_KEPT: Reply = {
  text: '**What you typed is no longer kept.** I keep a form that is not saved for 24 hours. You can start again.',
  suggestions: ['Register my interest'],
}
export const NOTHING_BEGUN: Reply = {
  text: 'We were not in the middle of anything. I keep a form that is not saved for 24 hours. You can register your interest, or ask me a question.',
  suggestions: ['Register my interest'],
}
export const NOT_REGISTERED: Reply = { text: 'That is fine. Nothing is saved. You can register at any time.' }
export const FOR_ONESELF: Reply = {
  text: '**You can only register for yourself.** Whoever is interested can write to me in their own chat. You can tell me “register my interest” for you.',
  suggestions: ['Register my interest'],
}
export const KEPT_AS_IT_WAS: Reply = { text: 'Your interest stays as it is.' }
export const NOTHING_CHANGED: Reply = { text: 'That is what we have already. Nothing was changed.' }
export const NONE_ON_RECORD: Reply = {
  text: '**You have no expression of interest on record.** You can register one now.',
  suggestions: ['Register my interest'],
}
export const CONFLICT: Reply = {
  text: 'Somebody changed it at the same moment, so I have not saved this. Please try again.',
}
export const NOT_ALLOWED: Reply = { text: 'You cannot do that from this account.' }
export const WHAT_TO_CHANGE: Reply = {
  text: 'What should I change? For example: “band 4” or “my team is school health”.',
}
export const NOT_TO_ANOTHER_COHORT: Reply = {
  text: '**I cannot move an interest to another cohort.** You can register for the other cohort, and then withdraw this one. Your interest stays as it is until you do.',
  suggestions: ['Register my interest', 'Withdraw my interest'],
}
export const STILL_THERE = '**It is still there.** It is withdrawn once you say yes.'
export const STILL_WITHDRAW: Reply = {
  text: 'You asked me to withdraw your interest. Shall I withdraw it? Say yes or no.',
  suggestions: ['Yes', 'No'],
}

/** The store does not answer. */
export const NOT_NOW: Reply = {
  text: '**I could not do that just now.** Nothing was saved or changed. Please try again in a minute.',
}
export const NOT_WITHDRAWN: Reply = {
  text: '**I could not do that just now.** Your interest stays as it is. Please try again in a minute.',
}
export const NOT_SAVED: Reply = {
  text: '**We could not save that just now.** What you typed is still here. Please press Save again in a minute.',
}
export const NOT_SAVED_TYPED: Reply = {
  text: '**I could not save that just now.** What you typed is still here. Please say yes again in a minute.',
}
