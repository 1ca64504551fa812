import { dayAfter } from '../localTime.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

export interface NextIntake {
  name: string
  open: boolean
  /** Whether the month in its name is over; undefined when it names none. */
  passed?: boolean
}

/** The first day of the month that a name gives ("September 2014"); undefined when it gives none. */
const monthIn = (name: string): string | undefined => {
  const [, word = '', year = ''] = /\b([a-z]+) (\d{4})\b/i.exec(name) ?? []
  const month = MONTHS.indexOf(word.toLowerCase())
  return month < 0 ? undefined : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/**
 * The intake that comes next: the earliest whose month is not over, else the latest one that there is.
 * @param today such as 2014-01-08
 */
export const nextIntake = (
  cohorts: readonly { name: string; open: boolean }[],
  today: string,
): NextIntake | undefined => {
  const dated = cohorts
    .map(({ name, open }) => ({ name, open, from: monthIn(name) }))
    .sort((a, b) => (a.from ?? '9999').localeCompare(b.from ?? '9999'))
  const isOver = (from: string) => dayAfter(from, 31).slice(0, 7) <= today.slice(0, 7)
  const next =
    dated.find(({ from }) => from !== undefined && !isOver(from)) ??
    dated.find(({ open }) => open) ??
    dated.filter(({ from }) => from !== undefined).at(-1) ??
    dated.at(-1)
  if (!next) return undefined
  const { name, open, from } = next
  return { name, open, ...(from !== undefined && { passed: isOver(from) }) }
}
