import { listed, upperFirst } from '../../../knowledge/answering/figures/text.ts'
import { type Actor, may } from '../../access.ts'
import { adaptiveCard, type CardElement, chart, factSet, heading, notice, small, text } from '../../cards/elements.ts'
import { markdownText } from '../../cards/escape.ts'
import { cohortInWords } from '../../interest/openCohorts.ts'
import { dateInWords, type LocalTime, onDate } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import type { CohortView, Status } from '../cohortStatus.ts'
import type { Figure } from '../figures.ts'
import { datedCount, intakeInWords, opennessInWords, publishedInWords, sourceInWords } from '../figureWording.ts'
import { button, VERBS } from './verbs.ts'

const publishedPart = (status: Status): CardElement[] => {
  const { published } = status
  const words = publishedInWords(status)
  const dates = [...new Set(published.map(({ asOf }) => onDate(asOf)))]
  const [first] = dates
  if (first === undefined) return [text(words)]
  const row = ({ label, count, asOf }: Figure) => ({
    label,
    words: `${count}${dates.length > 1 ? ` (${onDate(asOf)})` : ''}`,
  })
  return [
    heading(`${upperFirst(listed(dates))}, as published`),
    factSet(published.map(row)),
    chart(
      {
        type: 'Chart.VerticalBar',
        title: `Numbers by stage, ${first}`,
        data: published.map(({ label, count }) => ({ x: label, y: count })),
        showBarValues: true,
      },
      words,
    ),
    text(words),
    ...sourceInWords(status).map(small),
  ]
}

const newerPart = ({ newer }: Status, time: LocalTime): CardElement[] => {
  if (newer.length === 0) return []
  const entered = newer.map(({ label, kept }) =>
    kept ? `${label}: entered by ${markdownText(kept.by)}, ${time.dayAndClockTime(kept.at)}.` : '',
  )
  return [
    heading('HR’s newer figures'),
    factSet(newer.map(({ label, count, asOf }) => ({ label, words: `${count}, as at ${dateInWords(asOf)}` }))),
    small(entered.join(' ')),
  ]
}

const cohortWords = (
  { open, passed, closesAt, advertLink, advertClosesAt, headcounts }: CohortView,
  time: LocalTime,
): string =>
  [
    `${opennessInWords({ open, passed })}${open && closesAt ? ` until ${time.dayAndClockTime(closesAt)}` : ''}`,
    ...(advertLink ? [`Advertised${advertClosesAt ? ` until ${time.dayAndClockTime(advertClosesAt)}` : ''}`] : []),
    ...headcounts.map(datedCount),
  ].join('. ')

const cohortsPart = (status: Status, time: LocalTime): CardElement[] => [
  heading('Cohorts'),
  ...(status.cohorts.length > 0
    ? [
        factSet(
          status.cohorts.map((cohort) => ({
            label: markdownText(cohortInWords(cohort)),
            words: cohortWords(cohort, time),
          })),
        ),
      ]
    : []),
  text(intakeInWords(status)),
]

/** Where the cohorts stand: the stages with their dates, the cohorts, the next intake. */
export const statusCard = (status: Status, actor: Actor, time: LocalTime, saved?: string): AdaptiveCard =>
  adaptiveCard(
    [
      ...(saved ? [notice([saved], 'good')] : []),
      heading('Cohort status', 'Large'),
      ...publishedPart(status),
      ...newerPart(status, time),
      ...cohortsPart(status, time),
    ],
    [
      button('Interest so far', VERBS.interest),
      button('History', VERBS.history),
      button('Copy as text', VERBS.asText, { of: 'figures' }),
      ...(may(actor, 'cohorts:edit')
        ? [
            button('Edit figures', VERBS.edit, { what: 'figures' }),
            button('Edit cohort', VERBS.edit, { what: 'cohorts' }),
          ]
        : []),
    ],
  )
