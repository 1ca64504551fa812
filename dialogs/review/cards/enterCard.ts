import { replyOf, strong, subtle, words } from '../../cards/cardContent.ts'
import { type CardElement, choiceInput, textInput } from '../../cards/elements.ts'
import type { FieldName } from '../../interest/interest.ts'
import type { Problem } from '../../interest/interestFields.ts'
import { LABELS, MANAGER_KNOWS } from '../../interest/labels.ts'
import { BANDS } from '../../reading/band.ts'
import type { Reply } from '../../reply.ts'
import type { Wording } from '../wording.ts'

const NEEDED: readonly FieldName[] = ['name', 'email', 'currentRole']

export interface EnterShown {
  wording: Wording
  given?: Readonly<Record<string, unknown>>
  problems?: readonly Pick<Problem, 'message'>[]
}

/** The form by which HR enters an interest that came by e-mail or on paper. */
export function enterReply({ wording, given = {}, problems = [] }: EnterShown): Reply {
  const value = (key: string): string => (typeof given[key] === 'string' ? given[key].slice(0, 500) : '')
  const text = (field: FieldName, more: Record<string, unknown> = {}): CardElement =>
    textInput(
      field,
      `${field === 'why' ? 'Why interested' : LABELS[field].replace('HR may reach you', 'HR may reach them')}${NEEDED.includes(field) ? '' : ' (optional)'}`,
      {
        ...{ maxLength: 500, value: value(field) },
        ...(NEEDED.includes(field)
          ? { isRequired: true, errorMessage: `Enter the ${LABELS[field].toLowerCase()}.` }
          : {}),
        ...more,
      },
    )
  return replyOf({
    title: 'Enter an interest for somebody',
    blocks: [
      subtle('For one that came by e-mail or on paper. It becomes theirs when they first use the bot.'),
      ...problems.map(({ message }) => strong(message)),
      {
        kind: 'element',
        elements: [
          choiceInput(
            'channel',
            'How it came',
            [
              { title: 'By e-mail', value: 'email' },
              { title: 'On paper', value: 'paper' },
            ],
            { value: value('channel') || 'email' },
          ),
          {
            type: 'Input.Date',
            id: 'receivedOn',
            label: 'Received on',
            isRequired: true,
            errorMessage: 'Enter the day it was received.',
            value: value('receivedOn'),
          },
          choiceInput(
            'cohortId',
            'Cohort',
            wording.cohorts.map(({ id, name }) => ({ title: name, value: id })),
            { value: value('cohortId') || (wording.cohorts[0]?.id ?? '') },
          ),
          text('name'),
          text('email', { style: 'Email' }),
          choiceInput(
            'band',
            'Band',
            BANDS.map((band) => ({ title: `Band ${band}`, value: band })),
            { value: value('band') },
          ),
          text('currentRole'),
          text('service'),
          text('base'),
          text('why', { isMultiline: true }),
          text('reach'),
          choiceInput(
            'managerKnows',
            'Their manager knows and supports this',
            Object.entries(MANAGER_KNOWS).map(([key, title]) => ({
              title: key === 'not-said' ? 'They did not say' : title,
              value: key,
            })),
            { value: value('managerKnows') || 'not-said' },
          ),
          text('manager'),
        ],
        text: 'Please fill in the form on the card.',
      },
      words('Nothing is saved yet.'),
    ],
    actions: [
      { title: 'Save', verb: 'review/enter-save', style: 'positive' },
      { title: 'Cancel', verb: 'review/leave', submitsInputs: false, typedAlternative: 'cancel' },
    ],
  })
}

/** The form by which a hold is put on an interest. */
export const holdReply = (key: string, reference: string, problem?: string): Reply =>
  replyOf({
    title: `Put ${reference} on hold`,
    blocks: [
      ...(problem ? [strong(problem)] : []),
      words('A hold stops erasure and retention. The person is told of it when they ask for erasure.'),
      {
        kind: 'element',
        elements: [
          textInput('why', 'Why', { maxLength: 500, isRequired: true, errorMessage: 'Say why it is held.' }),
          { type: 'Input.Date', id: 'until', label: 'Until (leave empty for no end)' },
        ],
        text: 'Say why, and I hold it without an end.',
      },
    ],
    actions: [
      { title: 'Hold', verb: 'review/hold', data: { key } },
      { title: 'Cancel', verb: 'review/leave', submitsInputs: false },
    ],
    typedAlternatives: [`put ${reference} on hold because of a grievance`],
  })
