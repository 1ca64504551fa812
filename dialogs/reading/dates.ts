import { dayAfter, localTime } from '../localTime.ts'
import { normalise } from './normalise.ts'
import { NUMBER, numberOf } from './numbers.ts'
import { anyOf, placeIn } from './phrases.ts'

const YEAR = '(?:19|20)\\d\\d'
/** A month, written out or short, in a pattern. */
export const MONTH = anyOf('months')
const WEEKDAY = anyOf('weekdays')
const monthIn = placeIn('months')
const weekdayIn = placeIn('weekdays')

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as far as it is named: 2014, 2014-01 or 2014-01-08. Without a year it is the latest one that is not after today. */
function dateOf(today: string | undefined, month: string, day?: string, year?: string): string | undefined {
  const rest = [monthIn(month) + 1, ...(day ? [Number(day)] : [])].map(two).join('-')
  if (year) return `${year}-${rest}`
  if (!today) return undefined
  const thisYear = Number(today.slice(0, 4))
  return `${thisYear}-${rest}` <= today ? `${thisYear}-${rest}` : `${thisYear - 1}-${rest}`
}

const FULL_DATE = `(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)? (?:of )?(${MONTH})(?: (\\d{4}))?`

const OWN_YEAR = new RegExp(`(?<!\\b${MONTH} )\\b${YEAR}\\b`, 'g')

/** The years that a text names by themselves: that of "September 2014 cohort" names the cohort. */
export const yearsIn = (text: string): string[] => [...new Set([...text.matchAll(OWN_YEAR)].map(([year]) => year))]

const ON_DAY = new RegExp(`\\b${FULL_DATE}\\b`)
const EDGE = new RegExp(`\\b(start|beginning|end) of (?:the year )?(${YEAR})\\b`)
const IN_MONTH = new RegExp(`\\b${anyOf('asAt')} (${MONTH})\\b(?: (\\d{4}))?(?! cohort| intake| \\d{4} cohort)(.*)`)
const IN_YEAR = new RegExp(`\\bas (?:at|of) (${YEAR})\\b`)

/**
 * The date that figures are asked as at: 2014, 2014-01 or 2014-01-08.
 * @param today for a date without a year; without it such a date is not read
 */
export const asAtIn = (text: string, today?: string): string | undefined => {
  const [, day, month = '', year] = ON_DAY.exec(text) ?? []
  if (day) return dateOf(today, month, day, year)
  const [, edge, edgeYear] = EDGE.exec(text) ?? []
  if (edge) return edge === 'end' ? `${edgeYear}-12` : `${edgeYear}-01`
  const [, inMonth, itsYear, after = ''] = IN_MONTH.exec(text) ?? []
  if (inMonth && !/\b(?:cohort|intake)\b/.test(after)) return dateOf(today, inMonth, undefined, itsYear)
  return IN_YEAR.exec(text)?.[1]
}

const UNITS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, month: 30, year: 365 }

/** An age in a pattern, with groups for its number and its unit: "3 weeks", "a month". */
export const AGE = `(${NUMBER}|a)? ?(day|week|fortnight|month|year)s?`

/** How many days an age is. */
export const daysOf = (number: string | undefined, unit: string | undefined): number =>
  Math.max(1, numberOf(number ?? '') ?? 1) * (UNITS[unit ?? ''] ?? 1)

/** A moment from which, or up to which, something came in. */
export interface When {
  from?: string
  to?: string
}

export interface WhenContext {
  now: Date
  timeZone: string
  /** When the officer last looked at the list. */
  lastLooked?: string
}

const SINCE = '\\b(since|after|from|before|until)(?: the| last)?'
const LOOKED = /\bsince i (last )?(looked|checked|was (here|in))\b/
const TODAY = /\btodays\b|\b(in|come|came|new|registered|received|from|since)\b.*\b(today|this (morning|afternoon))\b/
const SINCE_WEEKDAY = new RegExp(`${SINCE} (${WEEKDAY})\\b`)
const SINCE_DAY = new RegExp(`${SINCE} ${FULL_DATE}\\b`)
const SINCE_MONTH = new RegExp(`${SINCE} (christmas|${MONTH})\\b(?: (${YEAR}))?`)

/**
 * The days that a message of HR's names, as they stand on the trust's own clock: "over the weekend", "since Friday",
 * "since yesterday", "overnight", "since 1 March", "before Christmas", "since I last looked".
 */
export function sinceWhen(message: string, { now, timeZone, lastLooked }: WhenContext): When {
  const text = normalise(message)
  const { wallClock, momentOf } = localTime(timeZone)
  const today = wallClock(now).day
  const weekdayToday = new Date(today).getUTCDay()
  const startOf = (day: string): string => momentOf(day, '00:00').toISOString()
  const daysAgo = (days: number): string => startOf(dayAfter(today, -days))
  const lastWeekday = (weekday: number): string => daysAgo((weekdayToday - weekday + 7) % 7 || 7)
  const bounded = (word: string | undefined, moment: string): When =>
    word === 'before' || word === 'until' ? { to: moment } : { from: moment }

  if (LOOKED.test(text) && lastLooked) return { from: lastLooked }
  if (/\bweekend\b/.test(text)) return { from: weekdayToday === 6 ? daysAgo(0) : lastWeekday(6) }
  if (/\bsince yesterday\b|\bovernight\b/.test(text)) return { from: daysAgo(1) }
  if (/\byesterday\b/.test(text)) return { from: daysAgo(1), to: daysAgo(0) }
  if (TODAY.test(text)) return { from: daysAgo(0) }
  if (/\bthis week\b/.test(text)) return { from: daysAgo((weekdayToday + 6) % 7) }
  if (/\bthis month\b/.test(text)) return { from: startOf(`${today.slice(0, 7)}-01`) }
  const [, bound, weekday] = SINCE_WEEKDAY.exec(text) ?? []
  if (weekday) return bounded(bound, lastWeekday(weekdayIn(weekday)))
  const [, ofDay, day, month = '', year] = SINCE_DAY.exec(text) ?? []
  if (day) return bounded(ofDay, startOf(dateOf(today, month, day, year) ?? today))
  const [, ofMonth, name, itsYear] = SINCE_MONTH.exec(text) ?? []
  if (!name) return {}
  const date = name === 'christmas' ? dateOf(today, 'december', '25', itsYear) : dateOf(today, name, '1', itsYear)
  return bounded(ofMonth, startOf(date ?? today))
}
