import type { Programme } from '../../knowledge/content/schema.ts'
import type { Headcount } from './cohortStore.ts'

/** How many were at a stage, as at a date: as published, or as HR keeps it. */
export interface Figure {
  stage: string
  label: string
  count: number
  /** 2014, 2014-01 or 2014-01-08. */
  asOf: string
  /** Who in HR entered it, and when; none for a published one. */
  kept?: { by: string; at: string }
}

export interface Figures {
  /** As published, in the order of the stages. */
  published: Figure[]
  /** HR's newest of each stage, where there is one. */
  newer: Figure[]
  /** Every figure of each stage, the earliest first. */
  history: { stage: string; label: string; figures: Figure[] }[]
}

type Stages = Pick<Programme, 'figures'>

/** The first day that a date can mean. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The last day that a date can mean, near enough to compare. */
export const lastDay = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date

const byDate = (a: Figure, b: Figure): number =>
  firstDay(a.asOf).localeCompare(firstDay(b.asOf)) || (a.kept?.at ?? '').localeCompare(b.kept?.at ?? '')

const labelOf = ({ figures }: Stages, stage: string): string =>
  figures.find((figure) => figure.stage === stage)?.label ?? stage

const keptFigure = (programme: Stages, { stage, count, asOf, at, by }: Headcount): Figure => ({
  stage,
  label: labelOf(programme, stage),
  count,
  asOf,
  kept: { by: by.name, at },
})

/** The latest of each stage, in the order of the stages. */
const latest = (figures: readonly Figure[], stages: readonly string[]): Figure[] =>
  stages.flatMap(
    (stage) =>
      figures
        .filter((figure) => figure.stage === stage)
        .sort(byDate)
        .at(-1) ?? [],
  )

/**
 * The published figures and HR's, side by side: a published one keeps its date and is never replaced.
 * @param kept HR's headcounts, in any order
 * @param date only those of this date or before
 */
export const figuresOf = (programme: Stages, kept: readonly Headcount[], date?: string): Figures => {
  const inTime = ({ asOf }: Figure) => date === undefined || firstDay(asOf) <= lastDay(date)
  const published = programme.figures.map((figure): Figure => ({ ...figure })).filter(inTime)
  const ours = kept.map((headcount) => keptFigure(programme, headcount)).filter(inTime)
  const stages = [...new Set([...programme.figures, ...kept].map(({ stage }) => stage))]
  const all = [...published, ...ours]
  return {
    published: latest(published, stages),
    newer: latest(ours, stages),
    history: stages
      .map((stage) => ({
        stage,
        label: labelOf(programme, stage),
        figures: all.filter((figure) => figure.stage === stage).sort(byDate),
      }))
      .filter(({ figures }) => figures.length > 0),
  }
}

/** Whether any figure is of this year. */
export const heldFor = ({ history }: Figures, year: string): boolean =>
  history.some(({ figures }) => figures.some(({ asOf }) => asOf.startsWith(year)))
