import type { Programme } from '../../../knowledge/content/schema.ts'
import {
  adaptiveCard,
  type CardElement,
  choiceInput,
  filledIn,
  heading,
  notice,
  small,
  text,
  textInput,
} from '../../cards/elements.ts'
import { markdownText } from '../../cards/escape.ts'
import { dateInWords, type LocalTime } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import { eventInWords } from '../editing/changeWording.ts'
import type { BegunForm, EditForm, Editing } from '../editing/cohortEditing.ts'
import { countField, type SubmittedFields } from '../editing/submittedFields.ts'
import { button, VERBS } from './verbs.ts'

/** Why a form is shown again. */
export type Unsaved = Extract<Editing, { kind: 'invalid' | 'conflict' }> | { kind: 'unavailable' }

const unsavedPart = (unsaved: Unsaved, time: LocalTime): CardElement => {
  switch (unsaved.kind) {
    case 'invalid': {
      const messages = unsaved.problems.map(({ message }) => message)
      return notice(['Not saved yet. Please put this right:', ...messages], 'attention')
    }
    case 'conflict':
      return notice(
        [
          'Not saved yet. Somebody changed it while you were typing:',
          ...unsaved.since.map((event) => eventInWords(event, time)),
          'What you typed is still here. Press Save to put it in place of theirs, or Cancel to keep theirs.',
        ],
        'warning',
      )
    case 'unavailable':
      return notice(
        ['I could not save it just now. What you typed is still here. Please press Save again in a minute.'],
        'attention',
      )
  }
}

const countFields = ({ figures }: Programme, fields: SubmittedFields): CardElement[] => [
  ...figures.map(({ stage, label }) =>
    // Without `min`: with it, an empty field is refused by the card, which sends nothing then.
    filledIn(
      { type: 'Input.Number', id: countField(stage), label, errorMessage: 'Enter a number, or leave it empty.' },
      fields[countField(stage)],
    ),
  ),
  filledIn({ type: 'Input.Date', id: 'asOf', label: 'The date that these numbers are true for' }, fields.asOf),
  small('Leave a number empty to keep it as it is. Earlier numbers stay in the history.'),
]

const momentFields = (name: string, label: string, fields: SubmittedFields): CardElement[] => [
  filledIn({ type: 'Input.Date', id: `${name}Day`, label: `${label}: day` }, fields[`${name}Day`]),
  filledIn({ type: 'Input.Time', id: `${name}Time`, label: `${label}: time` }, fields[`${name}Time`]),
]

const figuresInputs = (programme: Programme, { fields }: EditForm): CardElement[] => [
  heading('Edit figures', 'Large'),
  text(
    'The published figures stay as they are, with their date. What you enter here follows them, with your name and its own date.',
  ),
  small(programme.figures.map(({ label, count, asOf }) => `${label}: ${count} (${dateInWords(asOf)})`).join('; ')),
  ...countFields(programme, fields),
]

const cohortInputs = (programme: Programme, { id, fields }: EditForm): CardElement[] => [
  heading(id === '' ? 'Add a cohort' : `Edit ${markdownText(fields.name ?? 'the cohort')}`, 'Large'),
  filledIn(
    textInput('name', 'Name', { isRequired: true, errorMessage: 'Give the cohort a name.', maxLength: 80 }),
    fields.name,
  ),
  choiceInput(
    'state',
    'Does it take interest?',
    [
      { title: 'Open', value: 'open' },
      { title: 'Closed', value: 'closed' },
    ],
    { style: 'expanded', value: fields.state || 'closed' },
  ),
  small(
    'Opening it tells those who asked to know. A date alone opens nothing. Once its closing time has passed, it is closed.',
  ),
  ...momentFields('opens', 'Opens', fields),
  ...momentFields('closes', 'Closes', fields),
  heading('Advert'),
  filledIn(
    textInput('advertLink', 'Address of the advert (NHS Jobs, Trac or another page)', {
      style: 'Url',
      placeholder: 'https://www.jobs.nhs.uk/…',
    }),
    fields.advertLink,
  ),
  ...momentFields('advertCloses', 'Advert closes', fields),
  heading('Headcount of this cohort'),
  ...countFields(programme, fields),
]

/** HR's form for the figures of the programme, or for one cohort; without an id, for a new one. */
export const editForm = (programme: Programme, form: EditForm, time: LocalTime, unsaved?: Unsaved): AdaptiveCard => {
  const { what, id, version, seen } = form
  const [inputs, save] =
    what === 'figures'
      ? [figuresInputs(programme, form), button('Save', VERBS.saveFigures, { version, seen }, { style: 'positive' })]
      : [cohortInputs(programme, form), button('Save', VERBS.saveCohort, { id, version, seen }, { style: 'positive' })]
  return adaptiveCard(
    [...(unsaved ? [unsavedPart(unsaved, time)] : []), ...inputs],
    [save, button('Cancel', VERBS.status, {}, { submitsInputs: false })],
  )
}

/** Which cohort to edit. */
export const chooseCohortCard = ({ cohorts }: Extract<BegunForm, { kind: 'choose' }>): AdaptiveCard =>
  adaptiveCard(
    [
      heading('Edit cohort', 'Large'),
      ...(cohorts.length > 0
        ? [
            choiceInput(
              'id',
              'Which cohort?',
              cohorts.map(({ id, name, open }) => ({ title: `${name} (${open ? 'open' : 'closed'})`, value: id })),
              { value: cohorts[0]?.id },
            ),
          ]
        : [text('There is no cohort yet.')]),
    ],
    [
      ...(cohorts.length > 0 ? [button('Edit', VERBS.edit, { what: 'cohort' })] : []),
      button('Add a cohort', VERBS.edit, { what: 'new-cohort' }, { submitsInputs: false }),
      button('Cancel', VERBS.status, {}, { submitsInputs: false }),
    ],
  )
