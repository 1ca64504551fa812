import { type CardElement, choiceInput, textInput } from '../../cards/elements.ts'
import { runText } from '../../cards/escape.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { interestKey } from '../reviewDeps.ts'
import type { Wording } from '../wording.ts'
import type { WorkListShown } from '../workList.ts'
import {
  bandChoices,
  cohortChoices,
  formButtons,
  hiddenForm,
  newStatusInput,
  reasonInput,
  statusChoices,
} from './parts.ts'

export interface ListShown extends WorkListShown {
  wording: Wording
  /** How many were shown on the pages before. */
  from?: number
}

export const FILTERS = 'filters'
export const SEVERAL = 'several'
const ANY = 'any'

const AGES = [
  { title: 'Any time', value: ANY },
  { title: 'More than 1 week', value: '7' },
  { title: 'More than 2 weeks', value: '14' },
  { title: 'More than 1 month', value: '30' },
]

/** One of some choices, or any. */
const anyOf = (id: string, label: string, choices: { title: string; value: string }[], chosen?: string): CardElement =>
  choiceInput(id, label, [{ title: 'Any', value: ANY }, ...choices], { value: chosen ?? ANY })

const said = (id: 'team' | 'name' | 'manager', label: string, filter: InterestFilter): CardElement =>
  textInput(id, label, { value: filter[id] ?? '', maxLength: 100 })

/** What the list can be narrowed to. */
export const filterForm = ({ filter, order, wording }: ListShown): CardElement =>
  hiddenForm(
    FILTERS,
    anyOf('cohort', 'Cohort', cohortChoices(wording), filter.cohortIds?.[0]),
    anyOf('band', 'Band', bandChoices(), filter.bands?.[0]),
    anyOf('status', 'Status', statusChoices(wording), filter.statuses?.length === 1 ? filter.statuses[0] : ANY),
    choiceInput('age', 'At its status for', AGES, { value: ANY }),
    said('team', 'Service, team or base', filter),
    said('name', 'Name', filter),
    said('manager', 'Line manager', filter),
    formButtons({ title: 'Filter', verb: 'review/list', data: { filter, order, form: 'true' } }),
  )

/** Setting the status of several, chosen from the rows. */
export const severalForm = ({ interests, wording, from = 0 }: ListShown): CardElement => {
  const rows = interests.map((interest, i) => ({
    title: `${runText(interest.name)} (number ${from + i + 1})`,
    value: interestKey(interest),
  }))
  return hiddenForm(
    SEVERAL,
    choiceInput('chosen', 'Which ones', rows, { isMultiSelect: true, style: 'expanded', wrap: true }),
    newStatusInput(wording, { placeholder: 'Choose a status' }),
    reasonInput(),
    formButtons({ title: 'Show what will change', verb: 'review/preview' }),
  )
}

/** A filter as the form's inputs leave it. */
export const formFilter = (
  filter: InterestFilter,
  data: Readonly<Record<string, unknown>>,
  now: Date,
): InterestFilter => {
  const text = (key: string): string | undefined =>
    typeof data[key] === 'string' && data[key].trim() !== '' && data[key] !== ANY
      ? data[key].trim().slice(0, 100)
      : undefined
  const one = (key: string): string[] | undefined => {
    const value = text(key)
    return value === undefined ? undefined : [value]
  }
  const days = Number(text('age'))
  const made: InterestFilter = {
    ...filter,
    ...{ cohortIds: one('cohort'), bands: one('band'), statuses: one('status') },
    ...{ team: text('team'), name: text('name'), manager: text('manager') },
    ...(days > 0 && { statusSinceTo: new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString() }),
  }
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined))
}
