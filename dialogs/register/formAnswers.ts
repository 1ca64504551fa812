import { markdownText } from '../cards/escape.ts'
import { fieldFacts, fieldValue, LABELS } from '../interest/labels.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { ABOUT_FIELDS, fieldLabel, listOf, NEEDED } from './fieldWording.ts'
import type { FormQuestion } from './formQuestion.ts'
import type { SlotName } from './slots/slots.ts'
import type { FormState } from './typedForm.ts'

/** What the answers to questions about a form and an interest need of the content. */
export interface FormContent {
  purpose: string
  privacy: string
  /** What happens after an interest is saved. */
  steps: readonly string[]
  open: readonly CohortChoice[]
}

const CHANGE_LATER =
  '**You can change it at any time.** Until it is saved, just tell me what to change. After that you can see, change, withdraw or erase it here at any time.'
const NO_APPLICATION =
  '**This is not an application.** It tells HR that you are interested. Nothing published speaks of a queue or a place that is held. If a post is advertised, you apply for it then.'
const WITHDRAWING =
  '**HR sees that you withdrew.** Your manager and your colleagues are not told. You can register again later, while the cohort is open. We keep what you told us until you erase it, or until we delete it.'
const WHEN_HEARD =
  '**Nothing published says when HR answers.** I can write to you here when something changes, if you ask me to. You can ask me where it stands at any time.'

const nextSteps = (steps: readonly string[]): string =>
  steps.length > 0
    ? `**What happens next**\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}`
    : 'HR reads your interest. You can ask me where it stands at any time.'

/** Answers that are the same before and after an interest is saved; undefined for what depends on that. */
export function standingAnswer({ kind }: FormQuestion, { privacy, steps }: FormContent): string | undefined {
  switch (kind) {
    case 'who-sees':
      return privacy
    case 'change-later':
      return CHANGE_LATER
    case 'withdrawing':
      return WITHDRAWING
    case 'application':
      return NO_APPLICATION
    case 'heard':
      return WHEN_HEARD
    case 'next':
      return nextSteps(steps)
    default:
      return undefined
  }
}

const why = (field: SlotName | undefined, { purpose }: FormContent): string =>
  field
    ? `**${ABOUT_FIELDS[field].because}** ${purpose} ${NEEDED.includes(field) ? 'I need it to register you.' : 'You can leave it out.'}`
    : `**HR has to know who is interested and what they do now.** ${purpose} Only ${listOf(NEEDED, 'your ').replace('your cohort', 'the cohort')} are needed.`

const whetherNeeded = (field: SlotName | undefined): string => {
  if (!field) return `**Only ${listOf(NEEDED)} are needed.** The rest is up to you.`
  const label = fieldLabel(field)
  return NEEDED.includes(field)
    ? `**I need ${field === 'cohort' ? 'the' : 'your'} ${label} to register you.** You can say “cancel” at any time, and nothing is kept.`
    : `**You can leave out ${field === 'managerKnows' ? label : `your ${label}`}.** You can add it later.`
}

const missingIn = ({ fields, cohortId }: FormState): SlotName[] =>
  NEEDED.filter((field) => (field === 'cohort' ? !cohortId : !fields[field as keyof typeof fields]))

const howMany = (form: FormState): string => {
  const missing = missingIn(form)
  if (missing.length === 0) return '**No more questions.** I have all that is needed. You can add more, if you want to.'
  return `**${missing.length === 1 ? 'One more' : `${missing.length} more`}: ${listOf(missing)}.** Then I show you all of it, and you decide whether to save it.`
}

const held = ({ fields }: FormState, field: SlotName | undefined): string => {
  if (field && field !== 'cohort') {
    const value = fieldValue(fields, field)
    return value ? `**${LABELS[field]}:** ${markdownText(value)}.` : `You have not given me your ${fieldLabel(field)}.`
  }
  const facts = fieldFacts(fields).map(({ label, value }) => `- ${label}: ${markdownText(value.userText)}`)
  return `**So far I have this. Nothing is saved yet.**\n\n${facts.join('\n')}`
}

const choicesOf = (field: SlotName | 'confirm', { open }: FormContent): string => {
  if (field === 'band') return '**Bands 2 to 9.** Band 8 is 8a, 8b, 8c or 8d.'
  if (field === 'managerKnows') return '**Yes, no, or I’d rather not say.**'
  if (field === 'cohort' || field === 'confirm')
    return `**You can register for: ${open.map(({ name }) => markdownText(name)).join(', ')}.**`
  return `It is ${ABOUT_FIELDS[field].means}.`
}

const NOT_YET = {
  register:
    '**Nothing is saved yet, and HR has not seen it.** I keep what you typed for 24 hours, so that you can finish it.',
  change:
    '**No change is saved yet.** Your interest is still as it was. I keep what you typed for 24 hours, so that you can finish it.',
}

/**
 * What is answered to a question about the form that is being filled in.
 * @returns undefined for what the form itself does: ask again, go back, begin again, or show the whole
 */
export function formAnswer(question: FormQuestion, form: FormState, content: FormContent): string | undefined {
  const asked = question.field ?? (form.asking === 'confirm' ? undefined : form.asking)
  switch (question.kind) {
    case 'why':
      return why(asked, content)
    case 'meaning':
      return asked
        ? `**I mean ${ABOUT_FIELDS[asked].means}.**`
        : 'Is what I show you right? If it is, say yes, and I save it.'
    case 'needed':
      return whetherNeeded(asked)
    case 'choices':
      return choicesOf(question.field ?? form.asking, content)
    case 'how-many':
      return howMany(form)
    case 'saved':
      return NOT_YET[form.interest ? 'change' : 'register']
    case 'held':
      return form.asking === 'confirm' && !question.field ? undefined : held(form, question.field)
    case 'reference':
      return form.interest
        ? `Your reference is ${form.interest.reference}.`
        : '**You get a reference when it is saved.** Nothing is saved yet.'
    default:
      return standingAnswer(question, content)
  }
}
