import { dayAfter, type LocalTime } from '../localTime.ts'

/** When notices go out: Monday to Friday, by the trust's clock. */
export interface WorkingHours {
  time: LocalTime
  /** As 08:00. */
  from: string
  /** As 18:00; nothing goes out from then on. */
  to: string
}

export const workingHours = (time: LocalTime): WorkingHours => ({ time, from: '08:00', to: '18:00' })

/** Whether a day, written 2014-01-08, is one of Monday to Friday. Bank holidays are not known. */
export const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Whether notices may go out at this moment. */
export const isWorkingTime = (moment: Date, { time, from, to }: WorkingHours): boolean => {
  const now = time.wallClock(moment)
  return isWorkingDay(now.day) && now.time >= from && now.time < to
}

/** The working day before a day. */
export const workingDayBefore = (day: string): string => {
  let before = dayAfter(day, -1)
  while (!isWorkingDay(before)) before = dayAfter(before, -1)
  return before
}
