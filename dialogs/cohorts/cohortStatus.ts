import type { Programme, Source } from '../../knowledge/content/schema.ts'
import { dayAfter } from '../localTime.ts'
import type { Cohort, Headcount } from './cohortStore.ts'
import { type Figure, type Figures, figuresOf } from './figures.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** A cohort as it stands at a moment. */
export interface CohortView extends Omit<Cohort, 'headcounts'> {
  open: boolean
  passed: boolean
  /** Its newest headcount of each stage. */
  headcounts: Figure[]
}

interface NextIntake {
  name: string
  open: boolean
  /** Whether the month in its name is over; undefined when it names none. */
  passed?: boolean
}

export interface Status extends Figures {
  /** Where the published figures were published. */
  source?: { source: Source; section: string }
  cohorts: CohortView[]
  next?: NextIntake
}

/** The first day of the month that a name gives ("September 2014"); undefined when it gives none. */
const monthIn = (name: string): string | undefined => {
  const [, word = '', year = ''] = /\b([a-z]+) (\d{4})\b/i.exec(name) ?? []
  const month = MONTHS.indexOf(word.toLowerCase())
  return month < 0 ? undefined : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

const isOver = (from: string, today: string): boolean => dayAfter(from, 31).slice(0, 7) <= today.slice(0, 7)

/** Whether the month that a cohort's name gives is over on this day; never of a name that gives none. */
export const hasPassed = (name: string, today: string): boolean => {
  const from = monthIn(name)
  return from !== undefined && isOver(from, today)
}

/** The intake that comes next: the earliest whose month is not over, else the latest one that there is. */
const nextIntake = (cohorts: readonly { name: string; open: boolean }[], today: string): NextIntake | undefined => {
  const dated = cohorts
    .map(({ name, open }) => ({ name, open, from: monthIn(name) }))
    .sort((a, b) => (a.from ?? '9999').localeCompare(b.from ?? '9999'))
  const next =
    dated.find(({ from }) => from !== undefined && !isOver(from, today)) ??
    dated.find(({ open }) => open) ??
    dated.filter(({ from }) => from !== undefined).at(-1) ??
    dated.at(-1)
  if (!next) return undefined
  const { name, open, from } = next
  return { name, open, ...(from !== undefined && { passed: isOver(from, today) }) }
}

/**
 * Where the programme stands.
 * @param kept HR's figures, with the cohorts that HR keeps; none of either for those who see only what is published
 * @param today such as 2014-01-08
 * @param date only the figures of this date or before
 */
export const statusOf = (
  programme: Programme,
  sources: ReadonlyMap<string, Source>,
  { kept, cohorts }: { kept: readonly Headcount[]; cohorts: CohortView[] },
  today: string,
  date?: string,
): Status => {
  const { source: id = '', section } = programme.figuresSource ?? {}
  const source = sources.get(id)
  const named = cohorts.length > 0 ? cohorts : programme.cohorts.map(({ name }) => ({ name, open: false }))
  const next = nextIntake(named, today)
  return {
    ...figuresOf(programme, kept, date),
    ...(source && section && { source: { source, section } }),
    cohorts,
    ...(next && { next }),
  }
}
