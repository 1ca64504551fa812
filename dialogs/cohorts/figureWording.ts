import { listed, lowerFirst } from '../../knowledge/answering/figures/text.ts'
import { countOf, sentences } from '../../knowledge/answering/figures/wording.ts'
import { markdownText } from '../cards/escape.ts'
import { dateInWords, type LocalTime, onDate } from '../localTime.ts'
import type { CohortView, Status } from './cohortStatus.ts'
import type { Figure } from './figures.ts'

/** "7 in their second year as at 8 January 2014". */
export const datedCount = (figure: Figure): string => `${countOf(figure)} as at ${dateInWords(figure.asOf)}`

/** What HR entered since, each with its own date and who entered it. */
export const newerInWords = ({ newer }: Status, time: LocalTime): string[] =>
  newer.map((figure) => {
    const entered = figure.kept ? ` (entered by ${markdownText(figure.kept.by)} on ${time.day(figure.kept.at)})` : ''
    return `HR’s figure: ${countOf(figure)}, as at ${dateInWords(figure.asOf)}${entered}.`
  })

/** All published figures in sentences. */
export const publishedInWords = ({ published }: Status): string => sentences(published) || 'No figures are published.'

export const sourceInWords = ({ source }: Status): string[] => {
  if (!source) return []
  const { title, publisher, date } = source.source
  return [`Source: ${title}, “${source.section}” (${publisher}, ${dateInWords(date)}).`]
}

/**
 * Every figure of each stage, a sentence a stage.
 * @param origin whether it says who gave each of them
 */
export const historyInWords = ({ history }: Status, origin = false): string[] =>
  history.map(({ label, figures }) => {
    const points = figures.map(
      ({ count, asOf, kept }) => `${count} ${onDate(asOf)}${origin ? (kept ? ' (HR)' : ' (published)') : ''}`,
    )
    return `${label}: ${points.join(', ')}.`
  })

/** Whether a cohort takes interest, with a word where its month is over. */
export const opennessInWords = ({ open, passed }: Pick<CohortView, 'open' | 'passed'>): string => {
  if (!open) return 'Closed'
  return passed ? 'Still open for interest, though its month has passed' : 'Open for interest'
}

/** Which cohorts take interest, and until when. */
const cohortsInWords = ({ cohorts }: Status, time: LocalTime): string[] =>
  cohorts.map(({ name, open, passed, closesAt, headcounts }) => {
    const until = open && closesAt ? ` until ${time.day(closesAt)}` : ''
    const counts = headcounts.length > 0 ? `; ${listed(headcounts.map(datedCount))}` : ''
    return `${markdownText(name)}: ${lowerFirst(opennessInWords({ open, passed }))}${until}${counts}.`
  })

/** The intake that comes next, as far as anyone has said. */
export const intakeInWords = ({ next }: Status): string => {
  if (!next) return 'No intake is named.'
  const name = markdownText(next.name)
  return next.passed
    ? `${name} is the latest intake that is named, and that month has passed.${next.open ? ' Interest in it is still taken.' : ''}`
    : `The next intake is ${name}.${next.open ? ' It is open for interest.' : ''}`
}

/** The status card in words, for its notification and for who cannot see it. */
export const statusSummary = (status: Status, time: LocalTime): string =>
  [publishedInWords(status), ...cohortsInWords(status, time), intakeInWords(status)].join(' ')

/** Everything, to be pasted somewhere: no mark-up. */
export const statusAsText = (status: Status, time: LocalTime): string[] => [
  publishedInWords(status),
  ...newerInWords(status, time),
  intakeInWords(status),
  ...cohortsInWords(status, time),
  ...sourceInWords(status),
]
