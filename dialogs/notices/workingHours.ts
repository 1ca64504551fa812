import { dayAfter, type LocalTime } from '../localTime.ts'

/** Notices go out from eight to six, Monday to Friday, by the trust's clock. */
const FROM = '08:00'
const TO = '18:00'

/** Whether a day, written 2014-01-08, is one of Monday to Friday. Bank holidays are not known. */
const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Whether notices may go out at this moment. */
export const isWorkingTime = (moment: Date, { wallClock }: LocalTime): boolean => {
  const { day, time } = wallClock(moment)
  return isWorkingDay(day) && time >= FROM && time < TO
}

/** The working day before a day. */
export const workingDayBefore = (day: string): string => {
  let before = dayAfter(day, -1)
  while (!isWorkingDay(before)) before = dayAfter(before, -1)
  return before
}
