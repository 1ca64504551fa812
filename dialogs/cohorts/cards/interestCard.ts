import { adaptiveCard, type CardElement, chart, factSet, heading, small, text } from '../../cards/elements.ts'
import { markdownText } from '../../cards/escape.ts'
import type { LocalTime } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import { TABLES, type TableName } from '../interestReport/interestTables.ts'
import {
  methodInWords,
  type SeenCounts,
  snapshotsOf,
  tableInWords,
  tableLines,
  totalInWords,
  weeksInWords,
} from '../interestReport/interestWording.ts'
import { button, VERBS } from './verbs.ts'

const tablePart = (counts: SeenCounts, name: TableName, drawn: boolean): CardElement[] => {
  const lines = tableLines(counts, name)
  const words = tableInWords(counts, name)
  if (!lines) return [heading(`By ${name}`), text(`By ${name}: ${words}.`)]
  const data = lines.flatMap(({ label, count }) => (count === undefined ? [] : [{ x: label, y: count }]))
  return [
    heading(`By ${name}`),
    factSet(lines.map((line) => ({ label: markdownText(line.label), words: line.words }))),
    ...(drawn && data.length > 0
      ? [
          chart(
            {
              type: 'Chart.HorizontalBar',
              title: `Interest by ${name}`,
              data,
              displayMode: 'AbsoluteWithAxis',
            },
            words,
          ),
        ]
      : []),
  ]
}

/** Interest so far: three one-way tables, and never a table of two things at once. */
export const interestCard = (counts: SeenCounts, time: LocalTime, asked: TableName = 'cohort'): AdaptiveCard =>
  adaptiveCard(
    [
      heading('Interest so far', 'Large'),
      text(totalInWords(counts, time)),
      ...[asked, ...TABLES.filter((name) => name !== asked)].flatMap((name) => tablePart(counts, name, name === asked)),
      small(methodInWords(counts)),
    ],
    [
      button('Cohort status', VERBS.status),
      button('Week by week', VERBS.history, { of: 'interest' }),
      button('Copy as text', VERBS.asText, { of: 'interest' }),
    ],
  )

/** Interest week by week, as a line through the snapshots. */
export const interestHistoryCard = (counts: SeenCounts): AdaptiveCard => {
  const weeks = snapshotsOf(counts)
  const values = weeks.flatMap(({ asAt, report: { total } }) =>
    total.kind === 'about' ? [{ x: asAt, y: total.count }] : [],
  )
  const words = weeks.length === 0 ? 'There is no weekly snapshot yet.' : `${weeksInWords(weeks)}.`
  const line = [{ legend: 'Interests', values }]
  return adaptiveCard(
    [
      heading('Interest week by week', 'Large'),
      ...(values.length > 1
        ? [chart({ type: 'Chart.Line', title: 'Interest in weekly snapshots', data: line }, words)]
        : []),
      text(words),
      small(`Each snapshot is rounded to the nearest 5. One below ${counts.limit} has no point on the line.`),
    ],
    [button('Interest so far', VERBS.interest), button('Cohort status', VERBS.status)],
  )
}
