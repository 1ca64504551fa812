import { adaptiveCard, type CardElement, chart, factSet, heading, small, text } from '../../cards/elements.ts'
import { dateInWords, type LocalTime } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import { type Counted, methodInWords, NOT_SHOWN, snapshotsOf, tableInWords, totalInWords } from '../interestAnswers.ts'
import { TABLES, type TableName } from '../interestReport/interestTables.ts'
import { shownInWords, TABLE_WORDS } from '../words.ts'
import { button, VERBS } from './verbs.ts'

/** The counts that can be drawn: a hidden one has no length. */
const drawn = (counted: Counted, name: TableName): { x: string; y: number }[] =>
  counted.kind === 'exact'
    ? counted.tables[name].filter(({ count }) => count > 0).map(({ label, count }) => ({ x: label, y: count }))
    : (counted.snapshot.report.tables[name] ?? []).flatMap(({ label, shown }) =>
        shown.kind === 'about' ? [{ x: label, y: shown.count }] : [],
      )

const tablePart = (counted: Counted, name: TableName, asked: boolean): CardElement[] => {
  const { by } = TABLE_WORDS[name]
  const rows = tableInWords(counted, name)
  if (!rows) return [heading(by), text(`${by}: ${NOT_SHOWN}.`)]
  const data = drawn(counted, name)
  const words = rows.map((row) => `${row.label}: ${row.words}`).join('; ')
  return [
    heading(by),
    factSet(rows),
    ...(asked && data.length > 0
      ? [
          chart(
            {
              type: 'Chart.HorizontalBar',
              title: `Interest ${by.toLowerCase()}`,
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
export const interestCard = (counted: Counted, time: LocalTime, asked: TableName = 'cohort'): AdaptiveCard =>
  adaptiveCard(
    [
      heading('Interest so far', 'Large'),
      text(totalInWords(counted, time)),
      ...[asked, ...TABLES.filter((name) => name !== asked)].flatMap((name) =>
        tablePart(counted, name, name === asked),
      ),
      small(methodInWords(counted)),
    ],
    [
      button('Cohort status', VERBS.status),
      button('Week by week', VERBS.history, { of: 'interest' }),
      button('Copy as text', VERBS.asText, { of: 'interest' }),
    ],
  )

/** Interest week by week, as a line through the snapshots. */
export const interestHistoryCard = (counted: Counted): AdaptiveCard => {
  const weeks = snapshotsOf(counted)
  const values = weeks.flatMap(({ asAt, report: { total } }) =>
    total.kind === 'about' ? [{ x: asAt, y: total.count }] : [],
  )
  const words = weeks.map(({ asAt, report }) => `${dateInWords(asAt)}: ${shownInWords(report.total)}`).join('; ')
  const told = weeks.length === 0 ? 'There is no weekly snapshot yet.' : `${words}.`
  return adaptiveCard(
    [
      heading('Interest week by week', 'Large'),
      ...(values.length > 1
        ? [
            chart(
              { type: 'Chart.Line', title: 'Interest in weekly snapshots', data: [{ legend: 'Interests', values }] },
              told,
            ),
          ]
        : []),
      text(told),
      small(`Each snapshot is rounded to the nearest 5. One below ${counted.limit} has no point on the line.`),
    ],
    [button('Interest so far', VERBS.interest), button('Cohort status', VERBS.status)],
  )
}
