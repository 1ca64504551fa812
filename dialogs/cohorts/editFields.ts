import type { Programme } from '../../knowledge/content/schema.ts'
import { isDay, type LocalTime } from '../localTime.ts'
import type { Cohort } from './cohortStore.ts'

/** What is wrong with a field of a form, and what to do about it. */
export interface EditProblem {
  field: string
  message: string
}

/** What HR typed: texts, whatever was sent. */
export type Typed = Readonly<Record<string, string>>

/** The field of a form that holds the headcount of a stage. */
export const countField = (stage: string): string => `count-${stage}`

const MOST = 100_000
const DAY = 'Choose a day from the calendar, such as 3 September 2014.'

/** The headcounts that were typed, and the day that they are true for. An empty one is left as it is. */
export const typedCounts = (
  typed: Typed,
  { figures }: Pick<Programme, 'figures'>,
  today: string,
): { counts: { stage: string; label: string; count: number }[]; asOf: string; problems: EditProblem[] } => {
  const problems: EditProblem[] = []
  const counts = figures.flatMap(({ stage, label }) => {
    const text = typed[countField(stage)]?.trim() ?? ''
    if (text === '') return []
    const count = Number(text)
    if (/^\d+$/.test(text) && count <= MOST) return [{ stage, label, count }]
    problems.push({ field: countField(stage), message: `Enter “${label}” as a whole number, such as 7.` })
    return []
  })
  const asOf = typed.asOf?.trim() ?? ''
  if (counts.length > 0 && !isDay(asOf))
    problems.push({ field: 'asOf', message: `Say when the numbers were true. ${DAY}` })
  else if (counts.length > 0 && asOf > today) {
    problems.push({
      field: 'asOf',
      message: 'The date of the numbers is in the future. Choose today or an earlier day.',
    })
  }
  return { counts, asOf, problems }
}

/** The address of an advert, if it is one that staff can be sent to. */
const checkedLink = (text: string): { link: string | null } | { message: string } => {
  if (text === '') return { link: null }
  if (!URL.canParse(text) || text.length > 500) {
    return {
      message: 'Enter the whole address of the advert, such as https://www.jobs.nhs.uk/candidate/jobadvert/C1234.',
    }
  }
  const url = new URL(text)
  if (url.protocol !== 'https:') return { message: 'Enter an address that begins with https://.' }
  if (url.username || url.password) return { message: 'Enter the address without a user name or a password.' }
  return { link: url.href }
}

const checkedMoment = (
  day: string,
  time: string,
  otherwise: string,
  local: LocalTime,
): { moment: string | null } | { message: string } => {
  if (day === '') return time === '' ? { moment: null } : { message: 'Choose the day as well as the time.' }
  if (!isDay(day)) return { message: DAY }
  if (time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { message: 'Enter the time as 09:30.' }
  return { moment: local.momentOf(day, time || otherwise).toISOString() }
}

export type CohortFields = Pick<Cohort, 'name' | 'state' | 'opensAt' | 'closesAt' | 'advertLink' | 'advertClosesAt'>

/** The fields of a cohort as the form holds them. */
export const typedOf = (cohort: CohortFields, time: LocalTime): Record<string, string> => {
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

/** The fields of a cohort from what was typed; every problem, when there is one. */
export const checkedCohort = (typed: Typed, time: LocalTime): { fields: CohortFields; problems: EditProblem[] } => {
  const problems: EditProblem[] = []
  const text = (field: string) => typed[field]?.trim() ?? ''
  const moment = (name: string, otherwise: string): string | null => {
    const checked = checkedMoment(text(`${name}Day`), text(`${name}Time`), otherwise, time)
    if ('moment' in checked) return checked.moment
    problems.push({ field: `${name}Day`, message: checked.message })
    return null
  }
  const name = text('name')
  if (name === '' || name.length > 80) {
    problems.push({ field: 'name', message: 'Give the cohort a name of up to 80 characters, such as September 2014.' })
  }
  const state = text('state')
  if (state !== 'open' && state !== 'closed') problems.push({ field: 'state', message: 'Choose open or closed.' })
  const advert = checkedLink(text('advertLink'))
  if ('message' in advert) problems.push({ field: 'advertLink', message: advert.message })
  const fields: CohortFields = {
    name,
    state: state === 'open' ? 'open' : 'closed',
    opensAt: moment('opens', '00:00'),
    closesAt: moment('closes', '23:59'),
    advertLink: 'link' in advert ? advert.link : null,
    advertClosesAt: moment('advertCloses', '23:59'),
  }
  if (fields.opensAt && fields.closesAt && fields.closesAt <= fields.opensAt) {
    problems.push({ field: 'closesDay', message: 'The cohort closes before it opens. Change one of the two.' })
  }
  if (fields.advertClosesAt && !fields.advertLink && 'link' in advert) {
    problems.push({ field: 'advertLink', message: 'Add the address of the advert, or take its closing time away.' })
  }
  return { fields, problems }
}

/** The id of a new cohort: its name in lower-case words joined by hyphens. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'cohort'
