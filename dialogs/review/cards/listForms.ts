import { type CardElement, choiceInput, executeAction, textInput } from '../../cards/elements.ts'
import { runText } from '../../cards/escape.ts'
import { BANDS } from '../../reading/band.ts'
import { keyOf } from '../reviewDeps.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { WorkListShown } from '../workList.ts'

export const FILTERS = 'filters'
export const SEVERAL = 'several'
const ANY = 'any'

const AGES = [
  { title: 'Any time', value: ANY },
  { title: 'More than 1 week', value: '7' },
  { title: 'More than 2 weeks', value: '14' },
  { title: 'More than 1 month', value: '30' },
]

/** What the list can be narrowed to. */
export const filterForm = ({ filter, order, wording }: WorkListShown): CardElement => ({
  type: 'Container',
  id: FILTERS,
  isVisible: false,
  items: [
    choiceInput(
      'cohort',
      'Cohort',
      [{ title: 'Any', value: ANY }, ...wording.cohorts.map(({ id, name }) => ({ title: name, value: id }))],
      {
        value: filter.cohortIds?.[0] ?? ANY,
      },
    ),
    choiceInput(
      'band',
      'Band',
      [{ title: 'Any', value: ANY }, ...BANDS.map((band) => ({ title: `Band ${band}`, value: band }))],
      {
        value: filter.bands?.[0] ?? ANY,
      },
    ),
    choiceInput(
      'status',
      'Status',
      [{ title: 'Any', value: ANY }, ...wording.statuses.map(({ id, label }) => ({ title: label, value: id }))],
      {
        value: filter.statuses?.length === 1 ? filter.statuses[0] : ANY,
      },
    ),
    choiceInput('age', 'At its status for', AGES, { value: ANY }),
    textInput('team', 'Service, team or base', { value: filter.team ?? '', maxLength: 100 }),
    textInput('name', 'Name', { value: filter.name ?? '', maxLength: 100 }),
    textInput('manager', 'Line manager', { value: filter.manager ?? '', maxLength: 100 }),
    {
      type: 'ActionSet',
      actions: [executeAction({ title: 'Filter', verb: 'review/list', data: { filter, order, form: 'true' } })],
    },
  ],
})

/** Setting the status of several, chosen from the rows. */
export const severalForm = ({ interests, wording }: WorkListShown): CardElement => ({
  type: 'Container',
  id: SEVERAL,
  isVisible: false,
  items: [
    choiceInput(
      'chosen',
      'Which ones',
      interests.map((interest, i) => ({
        title: `${runText(interest.name)} (number ${i + 1})`,
        value: keyOf(interest),
      })),
      { isMultiSelect: true, style: 'expanded', wrap: true },
    ),
    choiceInput(
      'to',
      'New status',
      wording.statuses.map(({ id, label }) => ({ title: label, value: id })),
      { placeholder: 'Choose a status' },
    ),
    textInput('reason', 'Reason (optional)', { maxLength: 500 }),
    { type: 'ActionSet', actions: [executeAction({ title: 'Show what will change', verb: 'review/preview' })] },
  ],
})

/** A filter as the form's inputs leave it. */
export const formFilter = (filter: WorkFilter, data: Readonly<Record<string, unknown>>, now: Date): WorkFilter => {
  const text = (key: string): string | undefined =>
    typeof data[key] === 'string' && data[key].trim() !== '' && data[key] !== ANY
      ? data[key].trim().slice(0, 100)
      : undefined
  const one = (key: string): string[] | undefined => (text(key) ? [text(key) as string] : undefined)
  const days = Number(text('age'))
  const made: Record<keyof WorkFilter, unknown> & Record<string, unknown> = {
    ...(filter as Record<keyof WorkFilter, unknown>),
    ...{ cohortIds: one('cohort'), bands: one('band'), statuses: one('status') },
    ...{ team: text('team'), name: text('name'), manager: text('manager') },
    ...(days > 0 ? { statusSinceTo: new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString() } : {}),
  }
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as WorkFilter
}
