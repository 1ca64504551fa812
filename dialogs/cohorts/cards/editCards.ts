import type { IExecuteAction } from '@microsoft/teams.cards'
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
import { eventInWords } from '../changeWords.ts'
import type { CohortView } from '../cohortService.ts'
import type { CohortEvent } from '../cohortStore.ts'
import { countField, type EditProblem, type Typed } from '../editFields.ts'
import { button, VERBS } from './verbs.ts'

/** What stands above a form that could not be saved. */
export type Unsaved =
  | { kind: 'invalid'; problems: readonly EditProblem[] }
  | { kind: 'conflict'; since: readonly CohortEvent[] }
  | { kind: 'unavailable' }

/** A form as it is shown: what is in it, and the version that it was made from. */
export interface FormState {
  typed: Typed
  version: string
  seen: number
  unsaved?: Unsaved
}

const unsavedPart = (unsaved: Unsaved | undefined, time: LocalTime): CardElement[] => {
  switch (unsaved?.kind) {
    case undefined:
      return []
    case 'invalid':
      return [
        notice(
          ['Not saved yet. Please put this right:', ...unsaved.problems.map(({ message }) => message)],
          'attention',
        ),
      ]
    case 'conflict':
      return [
        notice(
          [
            'Not saved yet. Somebody changed it while you were typing:',
            ...unsaved.since.map((event) => eventInWords(event, time)),
            'What you typed is still here. Press Save to put it in place of theirs, or Cancel to keep theirs.',
          ],
          'warning',
        ),
      ]
    case 'unavailable':
      return [
        notice(
          ['I could not save it just now. What you typed is still here. Please press Save again in a minute.'],
          'attention',
        ),
      ]
  }
}

const countFields = (programme: Pick<Programme, 'figures'>, typed: Typed): CardElement[] => [
  ...programme.figures.map(({ stage, label }) =>
    // Without `min`: with it, an empty field is refused by the card, which sends nothing then.
    filledIn(
      { type: 'Input.Number', id: countField(stage), label, errorMessage: 'Enter a number, or leave it empty.' },
      typed[countField(stage)],
    ),
  ),
  filledIn({ type: 'Input.Date', id: 'asOf', label: 'The date that these numbers are true for' }, typed.asOf),
  small('Leave a number empty to keep it as it is. Earlier numbers stay in the history.'),
]

const buttons = (
  verb: typeof VERBS.saveFigures | typeof VERBS.saveCohort,
  data: Record<string, unknown>,
): IExecuteAction[] => [
  button('Save', verb, data, { style: 'positive' }),
  button('Cancel', VERBS.status, {}, { submitsInputs: false }),
]

/** HR's form for the figures of the programme. */
export const figuresForm = (
  programme: Programme,
  { typed, version, seen, unsaved }: FormState,
  time: LocalTime,
): AdaptiveCard =>
  adaptiveCard(
    [
      ...unsavedPart(unsaved, time),
      heading('Edit figures', 'Large'),
      text(
        'The published figures stay as they are, with their date. What you enter here follows them, with your name and its own date.',
      ),
      small(programme.figures.map(({ label, count, asOf }) => `${label}: ${count} (${dateInWords(asOf)})`).join('; ')),
      ...countFields(programme, typed),
    ],
    buttons(VERBS.saveFigures, { version, seen }),
  )

const momentFields = (name: string, label: string, typed: Typed): CardElement[] => [
  filledIn({ type: 'Input.Date', id: `${name}Day`, label: `${label}: day` }, typed[`${name}Day`]),
  filledIn({ type: 'Input.Time', id: `${name}Time`, label: `${label}: time` }, typed[`${name}Time`]),
]

/** HR's form for one cohort; without an id, for a new one. */
export const cohortForm = (
  programme: Programme,
  id: string,
  { typed, version, seen, unsaved }: FormState,
  time: LocalTime,
): AdaptiveCard =>
  adaptiveCard(
    [
      ...unsavedPart(unsaved, time),
      heading(id === '' ? 'Add a cohort' : `Edit ${markdownText(typed.name ?? 'the cohort')}`, 'Large'),
      filledIn(
        textInput('name', 'Name', { isRequired: true, errorMessage: 'Give the cohort a name.', maxLength: 80 }),
        typed.name,
      ),
      choiceInput(
        'state',
        'Does it take interest?',
        [
          { title: 'Open', value: 'open' },
          { title: 'Closed', value: 'closed' },
        ],
        { style: 'expanded', value: typed.state || 'closed' },
      ),
      small(
        'Opening it tells those who asked to know. A date alone opens nothing. Once its closing time has passed, it is closed.',
      ),
      ...momentFields('opens', 'Opens', typed),
      ...momentFields('closes', 'Closes', typed),
      heading('Advert'),
      filledIn(
        textInput('advertLink', 'Address of the advert (NHS Jobs, Trac or another page)', {
          style: 'Url',
          placeholder: 'https://www.jobs.nhs.uk/…',
        }),
        typed.advertLink,
      ),
      ...momentFields('advertCloses', 'Advert closes', typed),
      heading('Headcount of this cohort'),
      ...countFields(programme, typed),
    ],
    buttons(VERBS.saveCohort, { id, version, seen }),
  )

/** Which cohort to edit. */
export const chooseCohortCard = (cohorts: readonly CohortView[]): AdaptiveCard =>
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
