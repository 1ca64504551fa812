import type { Programme, Source } from '../../knowledge/content/schema.ts'
import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { StatusDefinition } from '../interest/interest.ts'
import type { InterestStore } from '../interest/interestStore.ts'
import type { LocalTime } from '../localTime.ts'
import { cohortEditing, type EditingDeps } from './cohortEditing.ts'
import type { CohortEvent, CohortStore, StoredCohort } from './cohortStore.ts'
import { type Figures, figuresOf } from './figures.ts'
import { figuresStore, type StoredFigures } from './figuresStore.ts'
import { interestSoFar } from './interestReport/interestCounts.ts'
import type { ServiceWays } from './interestReport/interestTables.ts'
import { snapshotStore } from './interestReport/snapshotStore.ts'
import { type NextIntake, nextIntake } from './nextIntake.ts'
import { isOpen } from './openCohorts.ts'
import type { ProgrammeRecords } from './programmeRecords.ts'

export interface CohortServiceDeps extends Pick<EditingDeps, 'audit' | 'onCohortOpened' | 'onAdvert' | 'onTrouble'> {
  cohorts: CohortStore
  interests: InterestStore
  /** Where HR's figures and the weekly snapshots are kept. */
  records: ProgrammeRecords
  programme: Programme
  /** The published documents, for the source of the published figures. */
  sources: ReadonlyMap<string, Source>
  /** The trust's own services: counts of interest name no other. */
  services: readonly ServiceWays[]
  clock: Clock
  /** The trust's clocks: weeks begin, and days end, as they stand there. */
  time: LocalTime
  smallNumber: number
  statuses?: readonly StatusDefinition[]
}

export interface CohortView {
  id: string
  name: string
  open: boolean
  closesAt: string | null
  advertLink: string | null
  advertClosesAt: string | null
  /** Its newest headcount of each stage. */
  headcounts: Figures['newer']
}

export interface Status extends Figures {
  /** Where the published figures were published. */
  source?: { source: Source; section: string }
  cohorts: CohortView[]
  next?: NextIntake
}

export type FiguresOutcome =
  /** What is published, for everyone. */
  | { kind: 'published'; status: Status }
  /** With what HR keeps. */
  | { kind: 'all'; status: Status }
  | { kind: 'forbidden' }

/** What a form begins with: what is there, and its version. */
export type Form =
  | { kind: 'figures'; stored: StoredFigures }
  | { kind: 'cohort'; stored: StoredCohort | undefined }
  | { kind: 'forbidden' }

/** Where the cohorts stand, for managers and HR. Every member checks who asks, and throws StoreUnavailable on an outage. */
export const cohortService = (deps: CohortServiceDeps) => {
  const { programme } = deps
  const figures = figuresStore(deps.records)

  const published = (date?: string): Status => {
    const { source: id, section } = programme.figuresSource ?? {}
    const source = id === undefined ? undefined : deps.sources.get(id)
    const today = deps.time.wallClock(deps.clock()).day
    const named = programme.cohorts.map((cohort) => ({ name: cohort.name, open: false }))
    const next = nextIntake(named, today)
    return {
      ...figuresOf(programme, [], date),
      ...(source && section && { source: { source, section } }),
      cohorts: [],
      ...(next && { next }),
    }
  }

  return {
    ...interestSoFar({ ...deps, snapshots: snapshotStore(deps.records), laterName: programme.laterCohort }),
    ...cohortEditing({ ...deps, figures }),

    /**
     * The published figures, then HR's newer ones, each with its date.
     * @param date only those of this date or before: 2014, 2014-01 or 2014-01-08
     */
    async figures(actor: Actor, date?: string): Promise<FiguresOutcome> {
      if (!may(actor, 'cohorts:status')) {
        return may(actor, 'answers:read') ? { kind: 'published', status: published(date) } : { kind: 'forbidden' }
      }
      const now = deps.clock()
      const kept = (await figures.get()).figures.headcounts
      const stored = (await deps.cohorts.all()).map(({ cohort }) => cohort)
      const cohorts = stored.map(
        (cohort): CohortView => ({
          id: cohort.id,
          name: cohort.name,
          open: isOpen(cohort, now),
          closesAt: cohort.closesAt,
          advertLink: cohort.advertLink,
          advertClosesAt: cohort.advertClosesAt,
          headcounts: figuresOf(programme, cohort.headcounts, date).newer,
        }),
      )
      const next = nextIntake(cohorts, deps.time.wallClock(now).day)
      return {
        kind: 'all',
        status: { ...published(date), ...figuresOf(programme, kept, date), cohorts, ...(next && { next }) },
      }
    },

    /** What a form of HR's begins with; without an id a new cohort. */
    async form(actor: Actor, what: 'figures' | 'cohort', id = ''): Promise<Form> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      if (what === 'figures') return { kind: 'figures', stored: await figures.get() }
      return { kind: 'cohort', stored: id === '' ? undefined : await deps.cohorts.get(id) }
    },

    /** Who in HR changed what, the latest first. */
    async changes(
      actor: Actor,
    ): Promise<{ kind: 'changes'; events: (CohortEvent & { of: string })[] } | { kind: 'forbidden' }> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      const ofFigures = (await figures.get()).figures.history.map((event) => ({ ...event, of: 'Figures' }))
      const ofCohorts = (await deps.cohorts.all()).flatMap(({ cohort }) =>
        cohort.history.map((event) => ({ ...event, of: cohort.name })),
      )
      return { kind: 'changes', events: [...ofFigures, ...ofCohorts].sort((a, b) => b.at.localeCompare(a.at)) }
    },
  }
}

export type CohortService = ReturnType<typeof cohortService>
