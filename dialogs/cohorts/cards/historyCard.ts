import { adaptiveCard, type CardElement, chart, heading, small, text } from '../../cards/elements.ts'
import { type LocalTime, onDate } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import { eventInWords } from '../changeWords.ts'
import type { Status } from '../cohortService.ts'
import type { CohortEvent } from '../cohortStore.ts'
import { button, VERBS } from './verbs.ts'

const LINES = 10

/** The day at which a date stands on the axis. */
const point = (date: string): string => `${date}-01-01`.slice(0, 10)

const changesPart = (events: readonly (CohortEvent & { of: string })[], time: LocalTime): CardElement[] => [
  heading('Who changed what'),
  ...(events.length === 0 ? [text('Nothing has been changed.')] : []),
  ...events.slice(0, LINES).map((event) => text(eventInWords(event, time, event.of))),
  ...(events.length > LINES ? [small(`And ${events.length - LINES} earlier changes.`)] : []),
]

/**
 * The figures over time, as a line a stage, with the same in words.
 * @param events who changed what, for those who may see it
 */
export const historyCard = (
  status: Status,
  time: LocalTime,
  events?: readonly (CohortEvent & { of: string })[],
): AdaptiveCard => {
  const words = status.history.map(
    ({ label, figures }) =>
      `${label}: ${figures.map(({ count, asOf, kept }) => `${count} ${onDate(asOf)}${kept ? ' (HR)' : ' (published)'}`).join(', ')}.`,
  )
  const goesOn = status.history.some(({ figures }) => figures.length > 1)
  return adaptiveCard(
    [
      heading('History of the figures', 'Large'),
      ...(goesOn
        ? [
            chart(
              {
                type: 'Chart.Line',
                title: 'Numbers by stage over time',
                data: status.history.map(({ label, figures }) => ({
                  legend: label,
                  values: figures.map(({ asOf, count }) => ({ x: point(asOf), y: count })),
                })),
              },
              words.join(' '),
            ),
          ]
        : []),
      ...(words.length > 0 ? words : ['No figures are held.']).map((line) => text(line)),
      ...(events ? changesPart(events, time) : []),
    ],
    [button('Cohort status', VERBS.status), button('Copy as text', VERBS.asText, { of: 'figures' })],
  )
}
