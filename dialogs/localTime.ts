import { daysAfter } from './clock.ts'

export { dateInWords, onDate } from '../knowledge/content/dateInWords.ts'

/** Whether it is a day of the calendar, written 2014-01-08. */
export const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : undefined
  return day?.toJSON()?.startsWith(text) ?? false
}

/** A day some days later or earlier. */
export const dayAfter = (day: string, days: number): string => daysAfter(`${day}T00:00:00.000Z`, days).slice(0, 10)

/** Moments on the trust's clocks: how they stand there, and how they are written for a person. */
export const localTime = (timeZone: string) => {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' })
  const dayAndTime = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' })
  const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit', hour12: true })
  const digits = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

  /** The day, as 2014-01-08, and the time, as 09:00. */
  const wallClock = (moment: Date): { day: string; time: string } => {
    const part = Object.fromEntries(digits.formatToParts(moment).map(({ type, value }) => [type, value]))
    return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
  }

  /** The moment at which the clocks show this day and time; an hour that is skipped in spring is the next one. */
  const momentOf = (day: string, time: string): Date => {
    const wanted = Date.parse(`${day}T${time}:00.000Z`)
    let moment = wanted
    for (let attempt = 0; attempt < 2; attempt++) {
      const shown = wallClock(new Date(moment))
      moment += wanted - Date.parse(`${shown.day}T${shown.time}:00.000Z`)
    }
    return new Date(moment)
  }

  return {
    wallClock,
    momentOf,
    /** The last moment of a day. */
    endOf: (day: string): Date => new Date(momentOf(dayAfter(day, 1), '00:00').getTime() - 1),
    /** The week that a moment lies in: the day of its Monday, and the moment at which that Monday began. */
    weekOf(moment: Date): { week: string; began: Date } {
      const today = wallClock(moment).day
      const sinceMonday = (new Date(`${today}T00:00:00.000Z`).getUTCDay() + 6) % 7
      const week = dayAfter(today, -sinceMonday)
      return { week, began: momentOf(week, '00:00') }
    },
    /** "8 January 2014" */
    day: (moment: string): string => day.format(new Date(moment)),
    /** "8 January 2014 at 09:05" */
    dayAndTime: (moment: string): string => dayAndTime.format(new Date(moment)),
    /** "8 January 2014, 9:05am" */
    dayAndClockTime(moment: string): string {
      const at = new Date(moment)
      return `${day.format(at)}, ${clockTime.format(at).replace(/\s/, '')}`
    },
  }
}

export type LocalTime = ReturnType<typeof localTime>
