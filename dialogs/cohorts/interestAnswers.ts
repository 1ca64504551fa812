import { markdownText } from '../cards/escape.ts'
import { dateInWords, type LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import type { Ask } from './ask/ask.ts'
import { lastDay } from './figures.ts'
import type { InterestSoFar } from './interestReport/interestCounts.ts'
import { type ExactRow, TABLES, type TableName } from './interestReport/interestTables.ts'
import type { Snapshot } from './interestReport/snapshotStore.ts'
import { rowsInWords, shownInWords, TABLE_WORDS } from './words.ts'

export type Counted = Exclude<InterestSoFar, { kind: 'forbidden' }>
type InterestAsk = Extract<Ask, { kind: 'interest' | 'interest-history' }>

const exactRows = (rows: readonly ExactRow[]): { label: string; words: string }[] => {
  const some = rows.filter(({ count }) => count > 0)
  return some.length === 0
    ? [{ label: 'All', words: '0' }]
    : some.map(({ label, count }) => ({ label: markdownText(label), words: String(count) }))
}

/** A table in words; undefined when it is not shown. */
export const tableInWords = (counted: Counted, name: TableName): { label: string; words: string }[] | undefined => {
  if (counted.kind === 'exact') return exactRows(counted.tables[name])
  const rows = counted.snapshot.report.tables[name]
  return rows && rowsInWords(name, rows)
}

/** The total, and when it is of. */
export const totalInWords = (counted: Counted, time: LocalTime): string => {
  if (counted.kind === 'exact') {
    const { total, at } = counted
    return `${total} ${total === 1 ? 'interest is' : 'interests are'} registered, as at ${time.dayAndClockTime(at)}.`
  }
  const { asAt, report } = counted.snapshot
  return `As at the start of Monday ${dateInWords(asAt)}, ${shownInWords(report.total)} interests were registered.`
}

/** How the numbers are made, so that nobody reads more into them. */
export const methodInWords = (counted: Counted): string => {
  if (counted.kind === 'exact')
    return 'These are exact counts. They are for HR only. An interest that was withdrawn is not counted.'
  const { snapshot, limit } = counted
  const stands =
    snapshot.asAt === snapshot.week ? '' : ` Fewer than ${limit} have changed since, so the same numbers stand.`
  return `Every manager sees the same snapshot all week. Numbers are rounded to the nearest 5, and any below ${limit} shows as “fewer than ${limit}”. Each total is rounded by itself, so the parts may not add up to it.${stands}`
}

export const NOT_SHOWN = 'not shown this week, because close numbers could point at a person'

const line = (counted: Counted, name: TableName): string => {
  const rows = tableInWords(counted, name)
  const { by } = TABLE_WORDS[name]
  return rows ? `${by}: ${rows.map(({ label, words }) => `${label}: ${words}`).join('; ')}.` : `${by}: ${NOT_SHOWN}.`
}

/** The tables to say: the one that was asked for, or all. */
const asked = (by: TableName | 'place' | undefined): readonly TableName[] =>
  by === 'place' ? ['service'] : by ? [by] : TABLES

const weekLine = ({ asAt, report }: Snapshot): string => `${dateInWords(asAt)}: ${shownInWords(report.total)}`

/** Snapshots before this one, the earliest first; one that stood for several weeks once. */
export const snapshotsOf = (counted: Counted): Snapshot[] => {
  const all = [...counted.weeks].reverse()
  if (counted.kind === 'rounded') all.push(counted.snapshot)
  return all.filter(({ asAt }, i) => all.findIndex((one) => one.asAt === asAt) === i)
}

/** The snapshot that stood at a date, in the place of the present counts; undefined when there is none. */
export const countedAt = (counted: Counted, date: string): Counted | undefined => {
  const snapshot = snapshotsOf(counted).findLast(({ asAt }) => asAt <= lastDay(date))
  return snapshot && { kind: 'rounded', snapshot, weeks: [], limit: counted.limit }
}

/** Nobody counts by the day: a manager has a weekly snapshot, and HR the work list. */
const recently = ({ kind }: Counted, when: string): string =>
  kind === 'exact'
    ? `This is everyone so far. For the ones who came in ${when}, say “who registered ${when}”.`
    : `I count interest once a week, at the start of Monday, so I cannot say how many came in ${when}. “Week by week” shows what there was before.`

/** The count of interest that was asked for, in words. */
export const interestAnswer = (ask: InterestAsk, counted: Counted, time: LocalTime): Reply => {
  const lines = [`**${totalInWords(counted, time)}**`]
  if (ask.kind === 'interest-history') {
    const weeks = snapshotsOf(counted)
    lines.push(
      weeks.length < 2
        ? 'There is no earlier weekly snapshot to compare with.'
        : `Weekly snapshots: ${weeks.map(weekLine).join('; ')}.`,
    )
  } else {
    if (ask.recent) lines.push(recently(counted, ask.recent))
    if (ask.own) lines.push('I do not know who works in which team, so I cannot count yours. This is by service.')
    if (ask.by === 'place') lines.push('I do not count interest by place. This is by service.')
    for (const name of asked(ask.own ? 'service' : ask.by)) lines.push(line(counted, name))
  }
  lines.push(`_${methodInWords(counted)}_`)
  return { text: lines.join('\n\n') }
}

/** All tables, to be pasted somewhere: no mark-up. */
export const interestAsText = (counted: Counted, time: LocalTime): string[] => [
  totalInWords(counted, time),
  ...TABLES.map((name) => line(counted, name)),
  methodInWords(counted),
]

/** No snapshot was taken as early as that. */
export const noSnapshot = (date: string): string =>
  `I hold no snapshot of interest as at ${dateInWords(date)}. This is the latest.`
