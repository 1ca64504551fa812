import type { Clock } from '../../dialogs/clock.ts'

const HOUR = 60 * 60 * 1000

/** A clock that stands still until it is moved. */
export const fakeClock = (start = '2014-01-08T09:00:00.000Z') => {
  let now = new Date(start)
  const clock: Clock = () => new Date(now)
  return Object.assign(clock, {
    forward(by: { days?: number; hours?: number; ms?: number }): void {
      now = new Date(now.getTime() + (by.days ?? 0) * 24 * HOUR + (by.hours ?? 0) * HOUR + (by.ms ?? 0))
    },
    iso: () => now.toISOString(),
  })
}
