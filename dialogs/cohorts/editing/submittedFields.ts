import type { Programme } from '../../../knowledge/content/schema.ts'
import { isDay, type LocalTime } from '../../localTime.ts'
import type { Cohort } from '../cohortStore.ts'

/** What is wrong with a field of a form, and what to do about it. */
export interface EditProblem {
  field: string
  message: string
}

/** What a form sent, by the ids of its inputs: texts, whatever was filled in. */
export type SubmittedFields = Readonly<Record<string, string>>

export interface StageCount {
  stage: string
  label: string
  count: number
}

/** The field of a form that holds the headcount of a stage. */
export const countField = (stage: string): string => `count-${stage}`

const MOST = 100_000
const DAY = 'Choose a day from the calendar, such as 3 September 2014.'

/** The headcounts that were filled in, and the day that they are true for. An empty one is left as it is. */
const checkedCounts = (
  fields: SubmittedFields,
  { figures }: Pick<Programme, 'figures'>,
  today: string,
): { counts: StageCount[]; asOf: string; problems: EditProblem[] } => {
  const problems: EditProblem[] = []
  const counts = figures.flatMap(({ stage, label }) => {
    const text = fields[countField(stage)]?.trim() ?? ''
    if (text === '') return []
    const count = Number(text)
    if (/^\d+$/.test(text) && count <= MOST) return [{ stage, label, count }]
    problems.push({ field: countField(stage), message: `Enter “${label}” as a whole number, such as 7.` })
    return []
  })
  const asOf = fields.asOf?.trim() ?? ''
  if (counts.length === 0) return { counts, asOf, problems }
  if (!isDay(asOf)) problems.push({ field: 'asOf', message: `Say when the numbers were true. ${DAY}` })
  else if (asOf > today) {
    const message = 'The date of the numbers is in the future. Choose today or an earlier day.'
    problems.push({ field: 'asOf', message })
  }
  return { counts, asOf, problems }
}

/** A value, or what is wrong with it. */
type Checked = { value: string | null } | { wrong: string }

/** The address of an advert, if it is one that staff can be sent to. */
const checkedLink = (text: string): Checked => {
  if (text === '') return { value: null }
  if (!URL.canParse(text) || text.length > 500)
    return {
      wrong: 'Enter the whole address of the advert, such as https://www.jobs.nhs.uk/candidate/jobadvert/C1234.',
    }
  const url = new URL(text)
  if (url.protocol !== 'https:') return { wrong: 'Enter an address that begins with https://.' }
  if (url.username || url.password) return { wrong: 'Enter the address without a user name or a password.' }
  return { value: url.href }
}

const checkedMoment = (day: string, time: string, otherwise: string, local: LocalTime): Checked => {
  if (day === '') return time === '' ? { value: null } : { wrong: 'Choose the day as well as the time.' }
  if (!isDay(day)) return { wrong: DAY }
  if (time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { wrong: 'Enter the time as 09:30.' }
  return { value: local.momentOf(day, time || otherwise).toISOString() }
}

type CohortFields = Pick<Cohort, 'name' | 'state' | 'opensAt' | 'closesAt' | 'advertLink' | 'advertClosesAt'>

/** The fields of a cohort as the form holds them. */
export const fieldsOf = (cohort: CohortFields, time: LocalTime): SubmittedFields => {
  const at = (name: string, moment: string | null) => {
    const local = moment === null ? { day: '', time: '' } : time.wallClock(new Date(moment))
    return { [`${name}Day`]: local.day, [`${name}Time`]: local.time }
  }
  return {
    name: cohort.name,
    state: cohort.state,
    advertLink: cohort.advertLink ?? '',
    ...at('opens', cohort.opensAt),
    ...at('closes', cohort.closesAt),
    ...at('advertCloses', cohort.advertClosesAt),
  }
}

const checkedCohort = (
  submitted: SubmittedFields,
  time: LocalTime,
): { fields: CohortFields; problems: EditProblem[] } => {
  const problems: EditProblem[] = []
  const wrong = (field: string, message: string) => void problems.push({ field, message })
  const text = (field: string) => submitted[field]?.trim() ?? ''
  const checkedValue = (field: string, checked: Checked): string | null => {
    if ('value' in checked) return checked.value
    wrong(field, checked.wrong)
    return null
  }
  const moment = (name: string, otherwise: string): string | null =>
    checkedValue(`${name}Day`, checkedMoment(text(`${name}Day`), text(`${name}Time`), otherwise, time))

  const [name, state] = [text('name'), text('state')]
  if (name === '' || name.length > 80)
    wrong('name', 'Give the cohort a name of up to 80 characters, such as September 2014.')
  if (state !== 'open' && state !== 'closed') wrong('state', 'Choose open or closed.')
  const advertLink = checkedValue('advertLink', checkedLink(text('advertLink')))
  const fields: CohortFields = {
    name,
    state: state === 'open' ? 'open' : 'closed',
    opensAt: moment('opens', '00:00'),
    closesAt: moment('closes', '23:59'),
    advertLink,
    advertClosesAt: moment('advertCloses', '23:59'),
  }
  if (fields.opensAt && fields.closesAt && fields.closesAt <= fields.opensAt)
    wrong('closesDay', 'The cohort closes before it opens. Change one of the two.')
  if (fields.advertClosesAt && text('advertLink') === '')
    wrong('advertLink', 'Add the address of the advert, or take its closing time away.')
  return { fields, problems }
}

/** What a form holds, checked: the fields of a cohort where it is of one, the headcounts, and every problem. */
export const checkedForm = (
  { what, fields: submitted }: { what: 'figures' | 'cohort'; fields: SubmittedFields },
  programme: Pick<Programme, 'figures'>,
  time: LocalTime,
  now: Date,
) => {
  const { counts, asOf, problems } = checkedCounts(submitted, programme, time.wallClock(now).day)
  if (what === 'figures') return { fields: undefined, counts, asOf, problems }
  const cohort = checkedCohort(submitted, time)
  return { fields: cohort.fields, counts, asOf, problems: [...cohort.problems, ...problems] }
}

/** The id of a new cohort: its name in lower-case words joined by hyphens. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'cohort'
