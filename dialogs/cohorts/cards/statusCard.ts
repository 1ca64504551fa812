import type { Actor } from '../../access.ts'
import { may } from '../../access.ts'
import { adaptiveCard, type CardElement, chart, factSet, heading, notice, small, text } from '../../cards/elements.ts'
import { markdownText } from '../../cards/escape.ts'
import { dateInWords, type LocalTime, onDate } from '../../localTime.ts'
import type { AdaptiveCard } from '../../reply.ts'
import type { CohortView, Status } from '../cohortService.ts'
import type { Figure } from '../figures.ts'
import { cohortsInWords, countOf, intakeInWords, publishedInWords, sourceInWords } from '../figureWords.ts'
import { listed, upperFirst } from '../words.ts'
import { button, VERBS } from './verbs.ts'

const dateOf = (figures: readonly Figure[]): string => {
  const dates = [...new Set(figures.map(({ asOf }) => asOf))]
  return upperFirst(listed(dates.map(onDate)))
}

const publishedPart = (status: Status): CardElement[] => {
  const { published } = status
  if (published.length === 0) return [text('No figures are published.')]
  const source = sourceInWords(status)
  const several = new Set(published.map(({ asOf }) => asOf)).size > 1
  const row = ({ label, count, asOf }: Figure) => ({ label, words: `${count}${several ? ` (${onDate(asOf)})` : ''}` })
  return [
    heading(`${dateOf(published)}, as published`),
    factSet(published.map(row)),
    chart(
      {
        type: 'Chart.VerticalBar',
        title: `Numbers by stage, ${onDate(published[0]?.asOf ?? '')}`,
        data: published.map(({ label, count }) => ({ x: label, y: count })),
        showBarValues: true,
      },
      publishedInWords(status),
    ),
    text(publishedInWords(status)),
    ...(source ? [small(source)] : []),
  ]
}

const newerPart = ({ newer }: Status, time: LocalTime): CardElement[] =>
  newer.length === 0
    ? []
    : [
        heading('HR’s newer figures'),
        factSet(newer.map(({ label, count, asOf }) => ({ label, words: `${count}, as at ${dateInWords(asOf)}` }))),
        small(
          newer
            .map(({ label, kept }) =>
              kept ? `${label}: entered by ${markdownText(kept.by)}, ${time.dayAndClockTime(kept.at)}.` : '',
            )
            .join(' '),
        ),
      ]

const cohortWords = ({ open, closesAt, advertLink, advertClosesAt, headcounts }: CohortView, time: LocalTime): string =>
  [
    open ? `Open for interest${closesAt ? ` until ${time.dayAndClockTime(closesAt)}` : ''}` : 'Closed',
    ...(advertLink ? [`Advertised${advertClosesAt ? ` until ${time.dayAndClockTime(advertClosesAt)}` : ''}`] : []),
    ...headcounts.map((figure) => `${countOf(figure)} as at ${dateInWords(figure.asOf)}`),
  ].join('. ')

const cohortsPart = (status: Status, time: LocalTime): CardElement[] => [
  heading('Cohorts'),
  ...(status.cohorts.length > 0
    ? [
        factSet(
          status.cohorts.map((cohort) => ({ label: markdownText(cohort.name), words: cohortWords(cohort, time) })),
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

/** The card in words, for its notification and for who cannot see it. */
export const statusSummary = (status: Status, time: LocalTime): string =>
  [publishedInWords(status), ...cohortsInWords(status, time), intakeInWords(status)].join(' ')
