import { dateInWords, type LocalTime, onDate } from '../localTime.ts'
import type { Citation, Reply } from '../reply.ts'
import type { Ask } from './ask/ask.ts'
import type { Status } from './cohortService.ts'
import { type Figure, heldFor } from './figures.ts'
import { countOf, intakeInWords, newerInWords, publishedInWords, sentences, sourceInWords } from './figureWords.ts'
import { listed, lowerFirst, upperFirst } from './words.ts'

/** The asks that the figures answer, or show to be unanswerable. */
export type FigureAsk = Exclude<Ask, { kind: 'interest' | 'interest-history' | 'edit' | 'as-text' }>

interface Said {
  /** The asked figure, or that nobody holds it. */
  first: string
  rest?: string
}

const stageInWords = (stage: string): string => stage.replaceAll('-', ' ')
const inStages = ({ published }: Status, stages: readonly string[]): Figure[] =>
  stages.flatMap((stage) => published.find((figure) => figure.stage === stage) ?? [])
const isYear = ({ stage }: Figure): boolean => stage.endsWith('-year')

/** The rest of the published figures, so that every answer holds them all. */
const others = (status: Status, figures: readonly Figure[]): string => {
  const rest = status.published.filter((figure) => !figures.includes(figure))
  const dates = new Set([...figures, ...rest].map(({ asOf }) => asOf))
  return sentences(rest, dates.size === 1 && figures.length > 0 ? 'At the same time' : undefined).join(' ')
}

const some = (status: Status, figures: readonly Figure[]): Said => ({
  first: sentences(figures).join(' ') || 'No figures are published.',
  rest: others(status, figures),
})

const stages = (status: Status, asked: readonly string[], claimed?: number): Said => {
  const figures = inStages(status, asked)
  const missing = asked.filter((stage) => !figures.some((figure) => figure.stage === stage))
  if (missing.length > 0) {
    return { first: `I hold no figure for ${listed(missing.map(stageInWords), 'or')}.`, rest: publishedInWords(status) }
  }
  const wrong = claimed !== undefined && figures.every(({ count }) => count !== claimed)
  const said = some(status, figures)
  return wrong ? { ...said, first: `The published figure is not ${claimed}. ${said.first}` } : said
}

const total = (status: Status, of: 'all' | 'trainees', claimed?: number): Said => {
  const figures = status.published.filter((figure) => of === 'all' || isYear(figure))
  const dates = new Set(figures.map(({ asOf }) => asOf))
  const [date] = dates
  if (figures.length < 2 || date === undefined || dates.size > 1) return some(status, status.published)
  const sum = figures.reduce((all, { count }) => all + count, 0)
  const not = claimed !== undefined && claimed !== sum ? `It is not ${claimed}. ` : ''
  const what = of === 'all' ? 'all together' : 'in training'
  return {
    first: `${not}${upperFirst(onDate(date))} there were ${sum} ${what}: ${listed(figures.map(countOf))}.`,
    rest: `The source gives the parts. The sum of ${sum} is mine. ${others(status, figures)}`.trim(),
  }
}

const compare = (status: Status): Said => {
  const [most, next] = status.published.filter(isYear).sort((a, b) => b.count - a.count)
  if (!most || !next || most.asOf !== next.asOf) return some(status, status.published)
  const when = upperFirst(onDate(most.asOf))
  return {
    first:
      most.count === next.count
        ? `${when}, as many were ${lowerFirst(most.label)} as ${lowerFirst(next.label)}: ${most.count} each.`
        : `${when}, more were ${lowerFirst(most.label)}: ${most.count}, against ${countOf(next)}.`,
    rest: others(status, [most, next]),
  }
}

const nextToQualify = (status: Status): Said => {
  const order = ['first-year', 'second-year', 'third-year', 'fourth-year']
  const furthest = status.published.filter(isYear).sort((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage))[0]
  if (!furthest) return some(status, status.published)
  return {
    first: sentences([furthest]).join(' '),
    rest: `They were the furthest on. I hold no date on which they finish. ${others(status, [furthest])}`,
  }
}

const history = (status: Status, years: readonly string[]): Said => {
  const missing = years.filter((year) => !heldFor(status, year))
  const points = status.history.map(
    ({ label, figures }) => `${label}: ${figures.map(({ count, asOf }) => `${count} ${onDate(asOf)}`).join(', ')}.`,
  )
  if (missing.length > 0)
    return { first: `I hold no figures for ${listed(missing, 'or')}.`, rest: publishedInWords(status) }
  const once = status.history.every(({ figures }) => figures.length < 2)
  return once
    ? { first: 'I hold figures for one time only, so there is no trend to show.', rest: publishedInWords(status) }
    : { first: publishedInWords(status), rest: points.join(' ') }
}

const said = (ask: FigureAsk, status: Status): Said => {
  switch (ask.kind) {
    case 'overview':
      return some(status, status.published)
    case 'stages':
      return stages(status, ask.stages, ask.claimed)
    case 'total':
      return total(status, ask.of, ask.claimed)
    case 'compare':
      return compare(status)
    case 'next-to-qualify':
      return nextToQualify(status)
    case 'next-intake':
      return { first: intakeInWords(status), rest: publishedInWords(status) }
    case 'history':
      return history(status, ask.years)
    case 'names':
      return {
        first: 'I hold no names of the people in these figures, only numbers.',
        rest: publishedInWords(status),
      }
    case 'breakdown':
      return {
        first: ask.own
          ? 'I do not know who works in which team, so I cannot say which of them are yours.'
          : 'I hold no figures for each team, service or place.',
        rest: publishedInWords(status),
      }
    case 'attrition':
      return { first: 'I hold no figures for people who left or dropped out.', rest: publishedInWords(status) }
  }
}

/** Whether what was asked is something that is held. */
export const isHeld = (ask: FigureAsk, status: Status): boolean => {
  switch (ask.kind) {
    case 'names':
    case 'breakdown':
    case 'attrition':
      return false
    case 'stages':
      return inStages(status, ask.stages).length === ask.stages.length
    case 'history':
      return ask.years.every((year) => heldFor(status, year))
    default:
      return true
  }
}

const citationOf = ({ source, published }: Status): Citation | undefined =>
  source && {
    name: source.source.title,
    abstract: `${source.section}. ${source.source.publisher}. ${published[0] ? `True ${onDate(published[0].asOf)}.` : ''}`,
    ...(source.source.url && { url: source.source.url }),
  }

/**
 * The asked figure first, with its date and its source; then the rest of what there is.
 * @param none what is held at another time, when nothing is at the date that was asked
 */
export const figureAnswer = (ask: FigureAsk, status: Status, time: LocalTime, none?: Status): Reply => {
  const empty = none !== undefined
  const { first, rest } = empty
    ? { first: `I hold no figures ${ask.asAt ? `as at ${dateInWords(ask.asAt)}` : ''}.`, rest: publishedInWords(none) }
    : said(ask, status)
  const citation = citationOf(empty ? none : status)
  const lines = [
    `**${first}**${rest ? ` ${rest}` : ''}${citation ? ' [1]' : ''}`,
    ...(empty ? [] : newerInWords(status, time)),
    ...(sourceInWords(status) ? [`_${sourceInWords(status)}_`] : []),
  ]
  return { text: lines.join('\n\n'), ...(citation && { citations: [citation] }) }
}
