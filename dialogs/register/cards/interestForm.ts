import type { IChoiceSetInput, ITextInput } from '@microsoft/teams.cards'
import type { PrivacyNotice } from '../../../knowledge/content/schema.ts'
import { type CardBlock, type CardContent, replyOf, strong, subtle, textOf, words } from '../../cards/cardContent.ts'
import { type CardElement, choiceInput, text, textInput } from '../../cards/elements.ts'
import { ANY_LATER_COHORT, type FieldName, type InterestDraft, type InterestFields } from '../../interest/interest.ts'
import type { Problem } from '../../interest/interestFields.ts'
import { fieldFacts, LABELS, MANAGER_KNOWS, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import type { CohortChoice } from '../../interest/openCohorts.ts'
import { BANDS } from '../../reading/bands.ts'
import type { Reply } from '../../reply.ts'
import { privacyParts } from './privacyNotice.ts'

export interface FormView {
  draft: Pick<InterestDraft, 'purpose' | 'fields' | 'cohortId'>
  /** The cohorts that take interest now, "any later cohort" among them. */
  cohorts: readonly CohortChoice[]
  notice: PrivacyNotice
  /** What is not right, shown at its field with what was typed. */
  problems?: readonly Problem[]
  /** Whether the store could not take it. */
  notSaved?: boolean
  /** What Teams knows of the person: fills what the draft leaves empty. */
  suggestions?: Partial<InterestFields>
}

const EMAIL = '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$'

interface TextInput {
  max: number
  missing?: string
  placeholder?: string
  look?: Partial<ITextInput>
  label?: string
}

const TEXTS: Partial<Record<FieldName, TextInput>> = {
  name: { max: 200, missing: 'Enter your name.' },
  email: {
    max: 254,
    placeholder: 'name@example.nhs.uk',
    look: {
      style: 'Email',
      regex: EMAIL,
      errorMessage: 'Enter an e-mail address like name@example.nhs.uk, or leave it empty.',
    },
  },
  currentRole: { max: 200, missing: 'Enter your current role, such as support worker.' },
  service: { max: 200 },
  base: { max: 200 },
  why: { max: 500, look: { isMultiline: true }, placeholder: 'Up to 500 characters' },
  reach: { max: 200, placeholder: 'For example: by e-mail, after 3pm' },
  manager: { max: 200, label: 'Line manager, only if you said yes' },
}

const fieldInput = (field: FieldName, value: string): CardElement => {
  const { max, missing, placeholder, look, label } = TEXTS[field] ?? { max: 200 }
  return textInput(field, label ?? (missing ? LABELS[field] : `${LABELS[field]} (optional)`), {
    maxLength: max,
    ...(value && { value }),
    ...(placeholder && { placeholder }),
    ...(missing && { isRequired: true, errorMessage: missing }),
    ...look,
  })
}

/** A choice with its value, when that is one of its choices. */
const chosen = (
  id: string,
  label: string,
  choices: readonly (readonly [value: string, title: string])[],
  value: string,
  look: Partial<IChoiceSetInput> = {},
): CardElement =>
  choiceInput(
    id,
    label,
    choices.map(([key, title]) => ({ title, value: key })),
    { ...(choices.some(([key]) => key === value) && { value }), ...look },
  )

/** The only cohort that is open, when there is just one beside "any later cohort". */
const sole = (cohorts: readonly CohortChoice[]): string => {
  const dated = cohorts.filter(({ id }) => id !== ANY_LATER_COHORT)
  return dated.length === 1 ? (dated[0]?.id ?? '') : ''
}

function inputs({ draft, cohorts, problems = [], suggestions = {} }: FormView): CardElement[] {
  const filledIn = (field: FieldName): string => String(draft.fields[field] || suggestions[field] || '')
  const problem = (field: Problem['field'], element: CardElement): CardElement[] => [
    ...problems
      .filter((one) => one.field === field)
      .map(({ message }) => text(message, { color: 'Attention', weight: 'Bolder' })),
    element,
  ]
  const cohort = chosen(
    'cohortId',
    'Cohort you are interested in',
    cohorts.map(({ id, name }) => [id, name] as const),
    draft.cohortId ?? sole(cohorts),
    { style: 'expanded', isRequired: true, errorMessage: 'Choose the cohort you are interested in.' },
  )
  return [
    ...problem('name', fieldInput('name', filledIn('name'))),
    ...problem('email', fieldInput('email', filledIn('email'))),
    ...problem(
      'band',
      chosen(
        'band',
        'Band',
        BANDS.map((band) => [band, `Band ${band}`] as const),
        filledIn('band'),
        {
          style: 'compact',
          isRequired: true,
          placeholder: 'Choose your band',
          errorMessage: 'Choose your band.',
        },
      ),
    ),
    ...problem('currentRole', fieldInput('currentRole', filledIn('currentRole'))),
    ...problem('service', fieldInput('service', filledIn('service'))),
    ...problem('base', fieldInput('base', filledIn('base'))),
    ...(draft.purpose === 'register' ? problem('cohortId', cohort) : []),
    ...problem('why', fieldInput('why', filledIn('why'))),
    ...problem('reach', fieldInput('reach', filledIn('reach'))),
    ...problem(
      'managerKnows',
      chosen(
        'managerKnows',
        LABELS.managerKnows,
        Object.entries(MANAGER_KNOWS),
        filledIn('managerKnows') || 'not-said',
        {
          style: 'expanded',
        },
      ),
    ),
    ...problem('manager', fieldInput('manager', filledIn('manager'))),
    ...problem('tellMe', {
      type: 'Input.Toggle',
      id: 'tellMe',
      title: LABELS.tellMe,
      wrap: true,
      value: String((draft.fields.tellMe ?? suggestions.tellMe) === true),
      valueOn: 'true',
      valueOff: 'false',
    }),
  ]
}

const NOT_SAVED = 'We could not save that just now. What you typed is still here. Please press Save again in a minute.'

const failure = (): CardBlock => ({
  kind: 'element',
  elements: [text(NOT_SAVED, { color: 'Attention', weight: 'Bolder' })],
  text: `**${NOT_SAVED}**`,
})

function form(view: FormView): CardContent {
  const { draft, notice, cohorts, problems = [], notSaved = false, suggestions = {} } = view
  const change = draft.purpose === 'change'
  const filled = (['name', 'email'] as const).filter((field) => !draft.fields[field] && suggestions[field])
  const data = {
    noticeVersion: notice.version,
    ...(change && draft.cohortId && { cohortId: draft.cohortId }),
  }
  const blocks: CardBlock[] = [
    ...(notSaved ? [failure()] : []),
    words(NOT_AN_APPLICATION),
    ...(problems.length > 0 ? [strong('Please check what is marked below. Nothing is saved yet.')] : []),
    ...(filled.length > 0 ? [subtle('We filled in what Teams knows about you. Change it if it is wrong.')] : []),
    { kind: 'element', elements: inputs(view), text: spoken(view, cohorts) },
    ...privacyParts(notice),
  ]
  return {
    title: change ? 'Change your expression of interest' : 'Express your interest',
    blocks,
    actions: [
      { title: 'Save', verb: change ? 'interest/change-save' : 'interest/save', data, style: 'positive' },
      {
        title: 'Cancel',
        verb: change ? 'interest/change-cancel' : 'interest/cancel',
        submitsInputs: false,
        typedAlternative: 'cancel',
      },
    ],
  }
}

/** The form in words: what we have, what is wrong with it, and what else may be said. */
function spoken({ draft, problems = [], suggestions = {} }: FormView, cohorts: readonly CohortChoice[]): string {
  const known = fieldFacts({ ...suggestions, ...draft.fields })
  const have = textOf({ title: 'What we have so far', blocks: [{ kind: 'facts', facts: known }] })
  return [
    ...problems.map(({ message }) => message),
    ...(known.length > 0 ? [have] : []),
    'Tell me your name, band and current role. You can add your team, base, line manager, work e-mail and why you are interested, all in one message.',
    `You can register for: ${cohorts.map(({ name }) => name).join(', ')}.`,
  ].join('\n\n')
}

/** The whole form on one card, filled in as far as can be. Its inputs bear the names of the fields. */
export const interestFormReply = (view: FormView): Reply => replyOf(form(view))
