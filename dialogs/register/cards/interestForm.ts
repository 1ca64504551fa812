import type { IChoiceSetInput, ITextInput } from '@microsoft/teams.cards'
import type { PrivacyNotice } from '../../../knowledge/content/schema.ts'
import { type CardBlock, type CardContent, replyOf, strong, textOf, words } from '../../cards/cardContent.ts'
import { type CardElement, choiceInput, text, textInput } from '../../cards/elements.ts'
import { ANY_LATER_COHORT, type FieldName, type InterestDraft } from '../../interest/interest.ts'
import { EMAIL, FIELD_NAMES, type Problem, TEXT_FIELDS } from '../../interest/interestFields.ts'
import { fieldFacts, LABELS, MANAGER_KNOWS, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import { type CohortChoice, cohortInWords } from '../../interest/openCohorts.ts'
import { BANDS } from '../../reading/bands.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'
import { privacyParts } from './privacyNotice.ts'

export interface FormView {
  draft: Pick<InterestDraft, 'purpose' | 'fields' | 'cohortId'>
  /** The cohorts that can be chosen, "any later cohort" among them. */
  cohorts: readonly CohortChoice[]
  notice: PrivacyNotice
  /** What is not right, shown at its field with what was typed. */
  problems?: readonly Problem[]
  /** Whether the store could not take it. */
  notSaved?: boolean
}

const LOOKS: Partial<Record<FieldName, Partial<ITextInput>>> = {
  email: {
    placeholder: 'name@example.nhs.uk',
    style: 'Email',
    regex: EMAIL.pattern.source,
    errorMessage: EMAIL.problem,
  },
  why: { isMultiline: true, placeholder: 'Up to 500 characters' },
  reach: { placeholder: 'For example: by e-mail, after 3pm' },
  manager: { label: 'Line manager, only if you said yes' },
}

const textField = (field: keyof typeof TEXT_FIELDS, value: string): CardElement => {
  const { max, missing }: { max: number; missing?: string } = TEXT_FIELDS[field]
  return textInput(field, missing ? LABELS[field] : `${LABELS[field]} (optional)`, {
    maxLength: max,
    ...(value && { value }),
    ...(missing && { isRequired: true, errorMessage: missing }),
    ...LOOKS[field],
  })
}

/** A choice with its value, when that is one of its choices. */
const choiceField = (
  id: string,
  label: string,
  choices: readonly (readonly [value: string, title: string])[],
  value: string,
  look: Partial<IChoiceSetInput>,
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

function inputOf(field: FieldName | 'cohortId', { draft, cohorts }: FormView): CardElement {
  switch (field) {
    case 'cohortId':
      return choiceField(
        field,
        'Cohort you are interested in',
        cohorts.map((cohort) => [cohort.id, cohortInWords(cohort)]),
        draft.cohortId ?? sole(cohorts),
        { style: 'expanded', isRequired: true, errorMessage: 'Choose the cohort you are interested in.' },
      )
    case 'band':
      return choiceField(
        field,
        LABELS.band,
        BANDS.map((band) => [band, `Band ${band}`]),
        draft.fields.band ?? '',
        { style: 'compact', isRequired: true, placeholder: 'Choose your band', errorMessage: 'Choose your band.' },
      )
    case 'managerKnows':
      return choiceField(
        field,
        LABELS.managerKnows,
        Object.entries(MANAGER_KNOWS),
        draft.fields.managerKnows || 'not-said',
        { style: 'expanded' },
      )
    case 'tellMe':
      return {
        type: 'Input.Toggle',
        id: field,
        title: LABELS.tellMe,
        wrap: true,
        value: String(draft.fields.tellMe === true),
        valueOn: 'true',
        valueOff: 'false',
      }
    default:
      return textField(field, draft.fields[field] ?? '')
  }
}

const NOT_SAVED = 'We could not save that just now. What you typed is still here. Please press Save again in a minute.'

const attention = (message: string): CardElement => text(message, { color: 'Attention', weight: 'Bolder' })

/** The form in words: what we have, what is wrong with it, and what else may be said. */
function formInWords({ draft, cohorts, problems = [] }: FormView): string {
  const known = fieldFacts(draft.fields)
  const have = textOf({ title: 'What we have so far', blocks: [{ kind: 'facts', facts: known }] })
  return [
    ...problems.map(({ message }) => message),
    ...(known.length > 0 ? [have] : []),
    'Tell me your name, band and current role. You can add your team, base, line manager, work e-mail and why you are interested, all in one message.',
    `You can register for: ${cohorts.map(cohortInWords).join('; ')}.`,
  ].join('\n\n')
}

/** The whole form on one card, filled in as far as can be. Its inputs bear the names of the fields. */
export function interestFormReply(view: FormView): Reply {
  const { draft, notice, problems = [], notSaved = false } = view
  const change = draft.purpose === 'change'
  const cohortBefore = change ? undefined : 'why'
  const fields = FIELD_NAMES.flatMap((field) => (field === cohortBefore ? (['cohortId', field] as const) : [field]))
  const inputs = fields.flatMap((field) => [
    ...problems.filter((problem) => problem.field === field).map(({ message }) => attention(message)),
    inputOf(field, view),
  ])
  const failure: CardBlock = { kind: 'element', elements: [attention(NOT_SAVED)], text: `**${NOT_SAVED}**` }
  const data = {
    noticeVersion: notice.version,
    ...(change && draft.cohortId && { cohortId: draft.cohortId }),
  }
  return replyOf({
    title: change ? 'Change your expression of interest' : 'Express your interest',
    blocks: [
      ...(notSaved ? [failure] : []),
      words(NOT_AN_APPLICATION),
      ...(problems.length > 0 ? [strong('Please check what is marked below. Nothing is saved yet.')] : []),
      { kind: 'element', elements: inputs, text: formInWords(view) },
      ...privacyParts(notice),
    ],
    actions: [
      { title: 'Save', verb: change ? 'interest/change-save' : 'interest/save', data, style: 'positive' },
      {
        title: 'Cancel',
        verb: change ? 'interest/change-cancel' : 'interest/cancel',
        submitsInputs: false,
        typedAlternative: 'cancel',
      },
    ],
  } satisfies CardContent<RegisterVerb>)
}
