import { markdownText } from '../cards/escape.ts'
import { dateInWords, type LocalTime, onDate } from '../localTime.ts'
import type { Status } from './cohortService.ts'
import type { Figure } from './figures.ts'
import { listed, lowerFirst, upperFirst } from './words.ts'

/** "7 in their second year". */
export const countOf = ({ count, label }: Figure): string => `${count} ${lowerFirst(label)}`

const were = (figure: Figure): string =>
  `${figure.count} ${figure.count === 1 ? 'was' : 'were'} ${lowerFirst(figure.label)}`

/**
 * Figures in sentences, one for each date: "At the beginning of 2014, 7 were in their second year".
 * @param when what stands for the date, when it was just said
 */
export const sentences = (figures: readonly Figure[], when?: string): string[] =>
  [...new Set(figures.map(({ asOf }) => asOf))].map(
    (asOf) =>
      `${when ?? upperFirst(onDate(asOf))}, ${listed(figures.filter((figure) => figure.asOf === asOf).map(were))}.`,
  )

/** What HR entered since, each with its own date and who entered it. */
export const newerInWords = ({ newer }: Status, time: LocalTime): string[] =>
  newer.map(
    (figure) =>
      `HR’s figure: ${countOf(figure)}, as at ${dateInWords(figure.asOf)}${figure.kept ? ` (entered by ${markdownText(figure.kept.by)} on ${time.day(figure.kept.at)})` : ''}.`,
  )

/** All published figures in one sentence. */
export const publishedInWords = ({ published }: Status): string =>
  published.length === 0 ? 'No figures are published.' : sentences(published).join(' ')

export const sourceInWords = ({ source }: Status): string | undefined =>
  source &&
  `Source: ${source.source.title}, “${source.section}” (${source.source.publisher}, ${dateInWords(source.source.date)}).`

/** Which cohorts take interest, and until when. */
export const cohortsInWords = ({ cohorts }: Status, time: LocalTime): string[] =>
  cohorts.map(({ name, open, closesAt, headcounts }) => {
    const until = open && closesAt ? ` until ${time.day(closesAt)}` : ''
    const counts = headcounts.map((figure) => `${countOf(figure)} as at ${dateInWords(figure.asOf)}`)
    return `${markdownText(name)}: ${open ? `open for interest${until}` : 'closed'}${counts.length > 0 ? `; ${listed(counts)}` : ''}.`
  })

/** The intake that comes next, as far as anyone has said. */
export const intakeInWords = ({ next }: Status): string => {
  if (!next) return 'No intake is named.'
  const name = markdownText(next.name)
  const open = next.open ? ' It is open for interest.' : ''
  return next.passed
    ? `${name} is the latest intake that is named, and that month has passed.${open}`
    : `The next intake is ${name}.${open}`
}

/** Everything, to be pasted somewhere: no mark-up. */
export const statusAsText = (status: Status, time: LocalTime): string[] => [
  publishedInWords(status),
  ...newerInWords(status, time),
  intakeInWords(status),
  ...cohortsInWords(status, time),
  ...(sourceInWords(status) ? [sourceInWords(status) as string] : []),
]
