import { adaptiveCard, type CardElement, chart, heading, small, text } from '../../cards/elements.ts'
import type { LocalTime } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import type { NamedEvent } from '../cohortService.ts'
import type { Status } from '../cohortStatus.ts'
import { eventInWords } from '../editing/changeWording.ts'
import { firstDay } from '../figures.ts'
import { historyInWords } from '../figureWording.ts'
import { button, VERBS } from './verbs.ts'

const LINES = 10

const changesPart = (events: readonly NamedEvent[], time: LocalTime): CardElement[] => [
  heading('Who changed what'),
  ...(events.length === 0 ? [text('Nothing has been changed.')] : []),
  ...events.slice(0, LINES).map((event) => text(eventInWords(event, time, event.of))),
  ...(events.length > LINES ? [small(`And ${events.length - LINES} earlier changes.`)] : []),
]

/**
 * The figures over time, as a line a stage, with the same in words.
 * @param events who changed what, for those who may see it
 */
export const historyCard = (status: Status, time: LocalTime, events?: readonly NamedEvent[]): AdaptiveCard => {
  const words = historyInWords(status, true)
  const lines = status.history.map(({ label, figures }) => ({
    legend: label,
    values: figures.map(({ asOf, count }) => ({ x: firstDay(asOf), y: count })),
  }))
  return adaptiveCard(
    [
      heading('History of the figures', 'Large'),
      ...(lines.some(({ values }) => values.length > 1)
        ? [chart({ type: 'Chart.Line', title: 'Numbers by stage over time', data: lines }, words.join(' '))]
        : []),
      ...(words.length > 0 ? words : ['No figures are held.']).map((line) => text(line)),
      ...(events ? changesPart(events, time) : []),
    ],
    [button('Cohort status', VERBS.status), button('Copy as text', VERBS.asText, { of: 'figures' })],
  )
}
