/** What time it is. A test moves it. */
export type Clock = () => Date

/** How a moment is written for a person: the day, where the trust is. */
export type Day = (moment: string) => string

const DAY = 24 * 60 * 60 * 1000

/** A moment some days after another, both in UTC ISO form. */
export const daysAfter = (moment: string | Date, days: number): string =>
  new Date(new Date(moment).getTime() + days * DAY).toISOString()
