import { ANY_LATER_COHORT, type Status, type StatusDefinition } from '../interest/interest.ts'
import { localTime } from '../localTime.ts'

/** How things are called when HR reads or hears them. */
export interface Wording {
  statuses: readonly StatusDefinition[]
  cohorts: readonly { id: string; name: string }[]
  status: (id: Status) => string
  cohort: (id: string) => string
  /** An officer's name, where it is known. */
  officer: (objectId: string) => string
  /** A moment as a day: 8 January 2014. */
  day: (moment: string) => string
  /** How long since a moment: "12 days". */
  since: (moment: string) => string
  /** Who must act next: "HR to act". */
  next: (status: Status) => string
}

const NEXT = { hr: 'HR to act', person: 'Waiting for the person', nobody: 'Nothing to do' }
const DAY = 24 * 60 * 60 * 1000

interface WordingOptions {
  statuses: readonly StatusDefinition[]
  cohorts: readonly { id: string; name: string }[]
  laterName?: string
  timeZone: string
  /** Whoever reads it. */
  reader?: { objectId: string; name: string }
  now: Date
}

/** Names, days and spans as they are at this moment. */
export const wordingOf = ({ statuses, cohorts, laterName, timeZone, reader, now }: WordingOptions): Wording => {
  const all = [...cohorts, { id: ANY_LATER_COHORT, name: laterName ?? 'Any later cohort' }]
  const { day } = localTime(timeZone)
  const next = (id: Status) => statuses.find((one) => one.id === id)?.next ?? 'hr'
  return {
    statuses,
    cohorts: all,
    status: (id) => statuses.find((one) => one.id === id)?.label ?? id,
    cohort: (id) => all.find((one) => one.id === id)?.name ?? id,
    officer: (objectId) => (objectId === reader?.objectId ? reader.name : 'one officer'),
    day: (moment) => (Number.isNaN(Date.parse(moment)) ? moment : day(moment)),
    since(moment) {
      const days = Math.floor((now.getTime() - Date.parse(moment)) / DAY)
      if (days < 1) return 'today'
      return days === 1 ? '1 day' : `${days} days`
    },
    next: (id) => NEXT[next(id)],
  }
}
