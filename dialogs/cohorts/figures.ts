import type { Figure as OnTable } from '../../knowledge/answering/table.ts'
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

/** The first day that a date can mean. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The last day that a date can mean, near enough to compare. */
export const lastDay = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date

const byDate = (a: Figure, b: Figure): number =>
  firstDay(a.asOf).localeCompare(firstDay(b.asOf)) || (a.kept?.at ?? '').localeCompare(b.kept?.at ?? '')

/**
 * The published figures and HR's, side by side: a published one keeps its date and is never replaced.
 * @param kept HR's headcounts, in any order
 * @param date only those of this date or before
 */
export const figuresOf = (
  { figures }: Pick<Programme, 'figures'>,
  kept: readonly Headcount[],
  date?: string,
): Figures => {
  const stages = [...new Set([...figures, ...kept].map(({ stage }) => stage))]
  const labelOf = (stage: string) => figures.find((figure) => figure.stage === stage)?.label ?? stage
  const inTime = ({ asOf }: Figure) => date === undefined || firstDay(asOf) <= lastDay(date)
  const published = figures.map((figure): Figure => ({ ...figure })).filter(inTime)
  const ours = kept
    .map(
      ({ stage, count, asOf, at, by }): Figure => ({
        stage,
        label: labelOf(stage),
        count,
        asOf,
        kept: { by: by.name, at },
      }),
    )
    .filter(inTime)
  const ofStage = (all: readonly Figure[], stage: string) => all.filter((one) => one.stage === stage).sort(byDate)
  const latest = (all: readonly Figure[]) => stages.flatMap((stage) => ofStage(all, stage).at(-1) ?? [])
  return {
    published: latest(published),
    newer: latest(ours),
    history: stages
      .map((stage) => ({ stage, label: labelOf(stage), figures: ofStage([...published, ...ours], stage) }))
      .filter((line) => line.figures.length > 0),
  }
}

/**
 * The newest figure of each stage, as it lies on the table.
 * @param told the stages that the reply is of
 */
export const figuresForTable = ({ published, newer }: Figures, told: readonly string[]): OnTable[] =>
  [...published, ...newer.filter(({ stage }) => !published.some((one) => one.stage === stage))].map((one) => {
    const { stage, label, count, asOf } = newer.find((other) => other.stage === one.stage) ?? one
    return { id: stage, label, count, asOf, ...(told.includes(stage) && { told: true }) }
  })

/** Whether any figure is of this year. */
export const heldFor = ({ history }: Figures, year: string): boolean =>
  history.some(({ figures }) => figures.some(({ asOf }) => asOf.startsWith(year)))
