import { listed, lowerFirst, upperFirst } from '../../knowledge/answering/figures/text.ts'
import { countOf, sentences } from '../../knowledge/answering/figures/wording.ts'
import type { Figure as OnTable } from '../../knowledge/answering/table.ts'
import { dateInWords, type LocalTime, onDate } from '../localTime.ts'
import type { Citation, Reply } from '../reply.ts'
import type { Ask } from './ask/ask.ts'
import type { Status } from './cohortStatus.ts'
import { type Figure, figuresForTable, heldFor } from './figures.ts'
import { historyInWords, intakeInWords, newerInWords, publishedInWords, sourceInWords } from './figureWording.ts'

/** The asks that the figures answer, or show to be unanswerable. */
export type FigureAsk = Exclude<Ask, { kind: 'interest' | 'interest-history' | 'interest-method' | 'edit' | 'as-text' }>

interface Answer {
  /** The asked figure, or that nobody holds it. */
  first: string
  rest: string
  held: boolean
}

const isYear = ({ stage }: Figure): boolean => stage.endsWith('-year')

/** All published figures follow what is said first. */
const answered = (status: Status, first: string): Answer => ({ first, rest: publishedInWords(status), held: true })
const notHeld = (status: Status, first: string): Answer => ({ ...answered(status, first), held: false })

/**
 * These figures first, then the rest of the published ones, so that every answer holds them all.
 * @param first what is said of these figures; themselves in a sentence unless told
 */
const withOthers = (
  status: Status,
  figures: readonly Figure[],
  first = sentences(figures) || 'No figures are published.',
  remark = '',
): Answer => {
  const others = status.published.filter((figure) => !figures.includes(figure))
  const dates = new Set([...figures, ...others].map(({ asOf }) => asOf))
  const rest = sentences(others, dates.size === 1 && figures.length > 0 ? 'At the same time' : undefined)
  return { first, rest: `${remark} ${rest}`.trim(), held: true }
}

const stagesAnswer = (status: Status, stages: readonly string[], claimed?: number): Answer => {
  const figures = stages.flatMap((stage) => status.published.find((figure) => figure.stage === stage) ?? [])
  const missing = stages.filter((stage) => !figures.some((figure) => figure.stage === stage))
  if (missing.length > 0) {
    const named = missing.map((stage) => stage.replaceAll('-', ' '))
    return notHeld(status, `I hold no figure for ${listed(named, 'or')}.`)
  }
  const answer = withOthers(status, figures)
  if (claimed === undefined) return answer
  const right = figures.some(({ count }) => count === claimed)
  const straight = right ? 'Yes, as published.' : `No, the published figure is not ${claimed}.`
  return { ...answer, first: `${straight} ${answer.first}`, rest: `${answer.rest} No later figure is published.` }
}

const totalAnswer = (status: Status, of: 'all' | 'trainees', claimed?: number): Answer => {
  const figures = status.published.filter((figure) => of === 'all' || isYear(figure))
  const [date, ...otherDates] = new Set(figures.map(({ asOf }) => asOf))
  if (figures.length < 2 || date === undefined || otherDates.length > 0) return withOthers(status, status.published)
  const sum = figures.reduce((all, { count }) => all + count, 0)
  const straight = claimed === undefined ? '' : claimed === sum ? 'Yes. ' : `No, not ${claimed}. `
  const what = of === 'all' ? 'all together' : 'in training'
  return withOthers(
    status,
    figures,
    `${straight}${upperFirst(onDate(date))} there were ${sum} ${what}: ${listed(figures.map(countOf))}.`,
    `The source gives the parts. The sum of ${sum} is mine.`,
  )
}

const comparison = (status: Status): Answer => {
  const [most, next] = status.published.filter(isYear).sort((a, b) => b.count - a.count)
  if (!most || !next || most.asOf !== next.asOf) return withOthers(status, status.published)
  const when = upperFirst(onDate(most.asOf))
  return withOthers(
    status,
    [most, next],
    most.count === next.count
      ? `${when}, as many were ${lowerFirst(most.label)} as ${lowerFirst(next.label)}: ${most.count} each.`
      : `${when}, more were ${lowerFirst(most.label)}: ${most.count}, against ${countOf(next)}.`,
  )
}

const nextToQualify = (status: Status): Answer => {
  const order = ['first-year', 'second-year', 'third-year', 'fourth-year']
  const [furthest] = status.published.filter(isYear).sort((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage))
  if (!furthest) return withOthers(status, status.published)
  const remark = 'They were the furthest on. I hold no date on which they finish.'
  return withOthers(status, [furthest], sentences([furthest]), remark)
}

const historyAnswer = (status: Status, years: readonly string[]): Answer => {
  const missing = years.filter((year) => !heldFor(status, year))
  if (missing.length > 0) return notHeld(status, `I hold no figures for ${listed(missing, 'or')}.`)
  return status.history.every(({ figures }) => figures.length < 2)
    ? answered(status, 'I hold figures for one time only, so there is nothing to compare them with.')
    : { first: publishedInWords(status), rest: historyInWords(status).join(' '), held: true }
}

/** Those who come through: in training, then the next intake. */
const pipeline = (status: Status): Answer => {
  const { first, rest } = totalAnswer(status, 'trainees')
  return { first, rest: `${rest} ${intakeInWords(status)}`, held: true }
}

const source = (status: Status): Answer => {
  const { source: of } = status
  return of
    ? withOthers(
        status,
        status.published,
        `They are from “${of.section}” in ${of.source.title}.`,
        publishedInWords(status),
      )
    : notHeld(status, 'I hold no source for them.')
}

const answerTo = (ask: FigureAsk, status: Status): Answer => {
  switch (ask.kind) {
    case 'overview':
      return withOthers(status, status.published)
    case 'stages':
      return stagesAnswer(status, ask.stages, ask.claimed)
    case 'total':
      return totalAnswer(status, ask.of, ask.claimed)
    case 'compare':
      return comparison(status)
    case 'next-to-qualify':
      return nextToQualify(status)
    case 'next-intake':
      return answered(status, intakeInWords(status))
    case 'pipeline':
      return pipeline(status)
    case 'source':
      return source(status)
    case 'history':
      return historyAnswer(status, ask.years)
    case 'names':
      return notHeld(status, 'I hold no names of the people in these figures, only numbers.')
    case 'breakdown':
      return notHeld(
        status,
        ask.own
          ? 'I do not know who works in which team, so I cannot say which of them are yours.'
          : 'I hold no figures for each team, service or place.',
      )
    case 'attrition':
      return notHeld(status, 'I hold no figures for people who left or dropped out.')
  }
}

export const citationOf = ({ source, published: [first] }: Status): Citation | undefined =>
  source && {
    name: source.source.title,
    abstract: `${source.section}. ${source.source.publisher}. ${first ? `True ${onDate(first.asOf)}.` : ''}`,
    ...(source.source.url && { url: source.source.url }),
  }

/** The stages that an answer is of. */
const toldBy = (ask: FigureAsk, { published }: Status): readonly string[] => {
  const years = published.filter(isYear).map(({ stage }) => stage)
  switch (ask.kind) {
    case 'stages':
      return ask.stages
    case 'total':
      return ask.of === 'all' ? [] : years
    case 'compare':
    case 'pipeline':
      return years
    case 'next-to-qualify':
      return years.filter((stage) => stage === 'second-year')
    default:
      return []
  }
}

/**
 * The asked figure first, with its date and its source; then the rest of what there is.
 * @param noneAt the date that was asked, when nothing is held as at it: then the status is of another time
 * @returns the reply, whether anybody holds what was asked, and the figures that it puts on the table
 */
export const figureReply = (
  ask: FigureAsk,
  status: Status,
  time: LocalTime,
  noneAt?: string,
): { words: Reply; held: boolean; figures: OnTable[] } => {
  const { first, rest, held } =
    noneAt === undefined ? answerTo(ask, status) : notHeld(status, `I hold no figures as at ${dateInWords(noneAt)}.`)
  const citation = citationOf(status)
  const lines = [
    `**${first}**${rest ? ` ${rest}` : ''}${citation ? ' [1]' : ''}`,
    ...(noneAt === undefined ? newerInWords(status, time) : []),
    ...sourceInWords(status).map((source) => `_${source}_`),
  ]
  const words = { text: lines.join('\n\n'), ...(citation && { citations: [citation] }) }
  return { words, held, figures: figuresForTable(status, toldBy(ask, status)) }
}
