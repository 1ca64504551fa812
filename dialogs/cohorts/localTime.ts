/** Where the trust's clocks stand. */
export const LONDON = 'Europe/London'

const shown = (moment: Date, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )

/** A moment as the clock on the wall shows it: day `2014-01-08`, time `09:00`. */
export const localOf = (moment: Date, timeZone = LONDON): { day: string; time: string } => {
  const { year, month, day, hour, minute } = shown(moment, timeZone)
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
}

/** The moment at which the clock on the wall shows this day and time; an hour that is skipped in spring is the next one. */
export const momentOf = (day: string, time: string, timeZone = LONDON): Date => {
  const wanted = Date.parse(`${day}T${time}:00.000Z`)
  let moment = wanted
  for (let attempt = 0; attempt < 2; attempt++) {
    const { day: there, time: then } = localOf(new Date(moment), timeZone)
    moment += wanted - Date.parse(`${there}T${then}:00.000Z`)
  }
  return new Date(moment)
}

/** Whether it is a day of the calendar, written 2014-01-08. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text)

/** A day some days later or earlier. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** The week that a moment lies in: the day of its Monday, and the moment at which that Monday began. */
export const weekOf = (moment: Date, timeZone = LONDON): { week: string; began: Date } => {
  const { day } = localOf(moment, timeZone)
  const sinceMonday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7
  const week = dayAfter(day, -sinceMonday)
  return { week, began: momentOf(week, '00:00', timeZone) }
}
