import { dayAfter, LONDON, localOf } from '../cohorts/localTime.ts'

/** When notices go out: Monday to Friday, by the trust's clock. */
export interface WorkingHours {
  timeZone: string
  /** As 08:00. */
  from: string
  /** As 18:00; nothing goes out from then on. */
  to: string
}

export const WORKING_HOURS: WorkingHours = { timeZone: LONDON, from: '08:00', to: '18:00' }

/** Whether a day, written 2014-01-08, is one of Monday to Friday. Bank holidays are not known. */
export const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Whether notices may go out at this moment. */
export const isWorkingTime = (moment: Date, { timeZone, from, to }: WorkingHours = WORKING_HOURS): boolean => {
  const { day, time } = localOf(moment, timeZone)
  return isWorkingDay(day) && time >= from && time < to
}

/** The working day before a day. */
export const workingDayBefore = (day: string): string => {
  let before = dayAfter(day, -1)
  while (!isWorkingDay(before)) before = dayAfter(before, -1)
  return before
}
