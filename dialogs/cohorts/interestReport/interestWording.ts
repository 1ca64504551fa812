import { listed, lowerFirst } from '../../../knowledge/answering/figures/text.ts'
import type { Figure as Counted } from '../../../knowledge/answering/table.ts'
import { markdownText } from '../../cards/escape.ts'
import { dateInWords, type LocalTime } from '../../localTime.ts'
import type { Ask } from '../ask/ask.ts'
import { hasPassed } from '../cohortStatus.ts'
import { lastDay } from '../figures.ts'
import type { Shown } from './disclosureRanges.ts'
import type { InterestCounts } from './interestCounts.ts'
import { TABLES, type TableName } from './interestTables.ts'
import type { Snapshot } from './snapshotStore.ts'

export type MethodAsk = Extract<Ask, { kind: 'interest-method' }>
export type InterestAsk = Extract<Ask, { kind: 'interest' | 'interest-history' }>

/** The counts, for those who may see them. */
export type SeenCounts = Exclude<InterestCounts, { kind: 'forbidden' }>

/** A row of a table: its count where there is one to see, and what is said of it. */
interface TableLine {
  label: string
  count?: number
  words: string
}

const shownInWords = (shown: Shown): string =>
  shown.kind === 'fewer' ? `fewer than ${shown.than}` : `about ${shown.count}`

/** The rows of a table that say something, and one for all that are hidden; undefined when the table is not shown. */
export const tableLines = (counts: SeenCounts, name: TableName): TableLine[] | undefined => {
  if (counts.kind === 'exact') {
    const some = counts.tables[name].filter(({ count }) => count > 0)
    return some.length === 0
      ? [{ label: 'All', words: '0' }]
      : some.map(({ label, count }) => ({ label, count, words: String(count) }))
  }
  const rows = counts.snapshot.report.tables[name]
  if (!rows) return undefined
  const seen = rows.flatMap(({ label, shown }) =>
    shown.kind === 'about' ? [{ label, count: shown.count, words: shownInWords(shown) }] : [],
  )
  const [hidden, ...more] = rows.filter(({ shown }) => shown.kind === 'fewer')
  if (!hidden) return seen
  const words = shownInWords(hidden.shown)
  if (more.length === 0) return [...seen, { label: hidden.label, words }]
  return [...seen, { label: seen.length === 0 ? `Every ${name}` : `Every other ${name}`, words: `${words} each` }]
}

/** A table on one line. */
export const tableInWords = (counts: SeenCounts, name: TableName): string =>
  tableLines(counts, name)
    ?.map(({ label, words }) => `${markdownText(label)}: ${words}`)
    .join('; ') ?? 'not shown this week, because close numbers could point at a person'

/** The total, and when it is of. */
export const totalInWords = (counts: SeenCounts, time: LocalTime): string => {
  if (counts.kind === 'exact') {
    const { total, at } = counts
    return `${total} ${total === 1 ? 'interest is' : 'interests are'} registered, as at ${time.dayAndClockTime(at)}.`
  }
  const { asAt, report } = counts.snapshot
  return `As at the start of Monday ${dateInWords(asAt)}, ${shownInWords(report.total)} interests were registered.`
}

/** How the numbers are made, so that nobody reads more into them. */
export const methodInWords = (counts: SeenCounts): string => {
  if (counts.kind === 'exact')
    return 'These are exact counts. They are for HR only. An interest that was withdrawn is not counted.'
  const { snapshot, limit } = counts
  const stands =
    snapshot.asAt === snapshot.week ? '' : ` Fewer than ${limit} have changed since, so the same numbers stand.`
  return `Every manager sees the same snapshot all week. Numbers are rounded to the nearest 5, and any below ${limit} shows as “fewer than ${limit}”. Each total is rounded by itself, so the parts may not add up to it.${stands}`
}

/** The weekly snapshots, the earliest first; one that stood for several weeks once. */
export const snapshotsOf = (counts: SeenCounts): Snapshot[] => {
  const all = [...counts.weeks].reverse()
  if (counts.kind === 'rounded') all.push(counts.snapshot)
  return all.filter(({ asAt }, i) => all.findIndex((one) => one.asAt === asAt) === i)
}

/** The totals of several weeks on one line. */
export const weeksInWords = (weeks: readonly Snapshot[]): string =>
  weeks.map(({ asAt, report }) => `${dateInWords(asAt)}: ${shownInWords(report.total)}`).join('; ')

/** The snapshot that stood at a date, in the place of the present counts; undefined when there is none. */
export const countedAt = (counts: SeenCounts, date: string): SeenCounts | undefined => {
  const snapshot = snapshotsOf(counts).findLast(({ asAt }) => asAt <= lastDay(date))
  return snapshot && { kind: 'rounded', snapshot, weeks: [], limit: counts.limit }
}

/** The table that was asked for: that of the services in the place of what nobody counts; undefined for all. */
export const tableAsked = (ask: Extract<InterestAsk, { kind: 'interest' }>): TableName | undefined =>
  ask.own || ask.by === 'place' || ask.by === 'shift' ? 'service' : ask.by

/** Nobody counts by the day: a manager has a weekly snapshot, and HR the work list. */
const recentInWords = ({ kind }: SeenCounts, when: string): string =>
  kind === 'exact'
    ? `This is everyone so far. For the ones who came in ${when}, say “who registered ${when}”.`
    : `I count interest once a week, at the start of Monday, so I cannot say how many came in ${when}. “Week by week” shows what there was before.`

const tableSentences = (counts: SeenCounts, tables: readonly TableName[]): string[] =>
  tables.map((name) => `By ${name}: ${tableInWords(counts, name)}.`)

/** The cohorts whose month was over when it was counted. */
const passedInWords = (counts: SeenCounts): string[] => {
  const [rows, at] =
    counts.kind === 'exact'
      ? [counts.tables.cohort, counts.at]
      : [counts.snapshot.report.tables.cohort ?? [], counts.snapshot.asAt]
  const passed = rows.filter(({ label }) => hasPassed(label, at)).map(({ label }) => markdownText(label))
  return passed.length === 0 ? [] : [`The month of ${listed(passed)} has passed.`]
}

/**
 * The count of interest that was asked for, in words.
 * @param noneAt the date that was asked, when no snapshot is as early as that
 */
export const interestInWords = (ask: InterestAsk, counts: SeenCounts, time: LocalTime, noneAt?: string): string => {
  const lines = [`**${totalInWords(counts, time)}**`]
  if (noneAt !== undefined)
    lines.unshift(`I hold no snapshot of interest as at ${dateInWords(noneAt)}. This is the latest.`)
  if (ask.kind === 'interest-history') {
    const weeks = snapshotsOf(counts)
    lines.push(
      weeks.length < 2
        ? 'There is no earlier weekly snapshot to compare with.'
        : `Weekly snapshots: ${weeksInWords(weeks)}.`,
    )
  } else {
    const table = tableAsked(ask)
    if (ask.recent) lines.push(recentInWords(counts, ask.recent))
    if (ask.own) lines.push('I do not know who works in which team, so I cannot count yours. This is by service.')
    if (ask.by === 'place' || ask.by === 'shift')
      lines.push(`I do not count interest by ${ask.by}. This is by service.`)
    lines.push(...tableSentences(counts, table ? [table] : TABLES))
    if (table === undefined || table === 'cohort') lines.push(...passedInWords(counts))
  }
  lines.push(`_${methodInWords(counts)}_`)
  return lines.join('\n\n')
}

/** All tables, to be pasted somewhere: no mark-up. */
export const interestAsText = (counts: SeenCounts, time: LocalTime): string[] => [
  totalInWords(counts, time),
  ...tableSentences(counts, TABLES),
  methodInWords(counts),
]

/** Whether there are exact counts, or why there are none. */
export const methodReply = ({ exact }: MethodAsk, counts: SeenCounts, time: LocalTime): string => {
  const rounded = counts.kind === 'rounded'
  const first = !rounded
    ? 'These counts are exact.'
    : exact
      ? 'I do not give managers an exact number.'
      : 'The counts are rounded so that none of them points at a person.'
  const why = rounded && exact ? ' A small or exact number could point at a person. HR holds the list.' : ''
  return [`**${first}**${why}`, totalInWords(counts, time), methodInWords(counts)].join('\n\n')
}

/** The number of which a shown count is at most half a step away. */
const rangeOf = (shown: Shown): [number, number] =>
  shown.kind === 'fewer' ? [0, shown.than - 1] : [shown.count - 2, shown.count + 2]

/** Whether more are interested than a number of others, as far as a rounded count can tell. */
const compared = (
  counts: SeenCounts,
  number: number,
  { others, fewer }: { others: string; fewer?: boolean },
): string => {
  const [from, to] = counts.kind === 'exact' ? [counts.total, counts.total] : rangeOf(counts.snapshot.report.total)
  const shown = counts.kind === 'exact' ? `${counts.total}` : shownInWords(counts.snapshot.report.total)
  const how = from > number ? 'more' : to < number ? 'fewer' : from === to ? 'as many' : undefined
  const yes = (how === 'fewer') === Boolean(fewer) && how !== 'as many' ? 'Yes' : 'No'
  const because = how ? '' : ' The count of interest is rounded.'
  return `**${how ? `${yes}, ${how}` : 'I cannot say for sure'}: ${shown} interested, against ${number}${others}.**${because}`
}

/** Whether more are interested than are in training. */
export const againstInWords = (counts: SeenCounts, figures: readonly Counted[]): string => {
  const training = figures.filter(({ id }) => id.endsWith('-year'))
  const told = training.filter((figure) => figure.told)
  const some = told.length > 0 ? told : training
  const number = some.reduce((all, { count }) => all + count, 0)
  return compared(counts, number, { others: ` ${some.length > 1 ? 'in training' : countedAs(some)}` })
}

/** Whether more, or fewer, are interested than a number that somebody named. */
export const thanInWords = (counts: SeenCounts, { number, fewer }: { number: number; fewer: boolean }): string =>
  compared(counts, number, { others: '', fewer })

const countedAs = ([one]: readonly Counted[]): string => (one ? lowerFirst(one.label) : 'in training')
