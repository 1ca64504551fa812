const DAY = 24 * 60 * 60 * 1000
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = 'january february march april may june july august september october november december'.split(' ')

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

/** What the clock on the wall is ahead of UTC by, at a moment. */
const offsetAt = (moment: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(
    moment,
  )
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'), part('second')) - moment
  )
}

const dayName = (text: string): number => DAYS.findIndex((day) => text.startsWith(day.slice(0, 3)))
const monthName = (text: string): number => MONTHS.findIndex((month) => text.startsWith(month.slice(0, 3)))

const DAY_WORD = '(mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?'
const MONTH_WORD = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`

/**
 * The days that a message of HR's names, as they stand on the trust's own clock: "over the weekend", "since Friday",
 * "since yesterday", "overnight", "since 1 March", "before Christmas", "since I last looked".
 */
export function sinceWhen(message: string, { now, timeZone, lastLooked }: WhenContext): When {
  const text = message.toLowerCase().replace(/[’']/g, '')
  const offset = offsetAt(now.getTime(), timeZone)
  const wall = new Date(Math.floor((now.getTime() + offset) / 1000) * 1000)
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate())
  const moment = (wallTime: number): string => {
    const guess = wallTime - offset
    return new Date(wallTime - offsetAt(guess, timeZone)).toISOString()
  }
  const daysAgo = (days: number): string => moment(midnight - days * DAY)
  const lastDay = (weekday: number): number => (wall.getUTCDay() - weekday + 7) % 7 || 7
  const dated = (day: number, month: number): string => {
    const year = wall.getUTCFullYear()
    const thisYear = Date.UTC(year, month, day)
    return moment(thisYear > midnight ? Date.UTC(year - 1, month, day) : thisYear)
  }

  if (/\bsince i (last )?(looked|checked|was (here|in))\b/.test(text) && lastLooked) return { from: lastLooked }
  if (/\bweekend\b/.test(text)) {
    const saturday = wall.getUTCDay() === 6 ? 0 : lastDay(6)
    return { from: daysAgo(saturday) }
  }
  if (/\bsince yesterday\b|\bovernight\b/.test(text)) return { from: daysAgo(1) }
  if (/\byesterday\b/.test(text)) return { from: daysAgo(1), to: daysAgo(0) }
  if (
    /\btodays\b|\b(in|come|came|new|registered|received|from|since)\b.*\b(today|this (morning|afternoon))\b/.test(text)
  )
    return { from: daysAgo(0) }
  if (/\bthis week\b/.test(text)) return { from: daysAgo((wall.getUTCDay() + 6) % 7) }
  if (/\bthis month\b/.test(text)) return { from: moment(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)) }
  const weekday = new RegExp(`\\b(since|after|from|before|until)( last)? ${DAY_WORD}\\b`).exec(text)
  if (weekday) {
    const day = daysAgo(lastDay(dayName(weekday[3] ?? '')))
    return /before|until/.test(weekday[1] ?? '') ? { to: day } : { from: day }
  }
  const date =
    new RegExp(`\\b(since|after|from|before|until)( the)? (\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH_WORD}\\b`).exec(
      text,
    ) ?? new RegExp(`\\b(since|after|from|before|until)( the)? ()(christmas|${MONTH_WORD.slice(1)}\\b`).exec(text)
  if (!date) return {}
  const day = date[4] === 'christmas' ? dated(25, 11) : dated(Number(date[3] || 1), monthName(date[4] ?? ''))
  return /before|until/.test(date[1] ?? '') ? { to: day } : { from: day }
}
