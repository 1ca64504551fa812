import type { Programme } from '../../knowledge/content/schema.ts'
import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { NoteRecord } from '../interest/auditLog.ts'
import { type Command, commandKey, eventActor, type FieldChange } from '../interest/interest.ts'
import { differences } from '../interest/interestDeps.ts'
import type { LocalTime } from '../localTime.ts'
import type { Cohort, CohortEvent, CohortStore, Headcount } from './cohortStore.ts'
import { checkedCohort, type EditProblem, idOf, type Typed, typedCounts } from './editFields.ts'
import type { FiguresStore } from './figuresStore.ts'

export interface EditingDeps {
  cohorts: CohortStore
  figures: FiguresStore
  programme: Pick<Programme, 'figures'>
  clock: Clock
  time: LocalTime
  /** The audit log beside the history that is stored with the change itself. */
  audit?: { append(record: NoteRecord): Promise<void> }
  /** Told once a cohort was opened: those who asked to know are waiting for it. */
  onCohortOpened?: (cohort: Cohort, actor: Actor) => Promise<void>
  /** Told once a cohort has another advert. */
  onAdvert?: (cohort: Cohort, actor: Actor) => Promise<void>
  /** Told of what failed after the change itself was stored. */
  onTrouble?: (error: unknown) => void
}

/** What a form was made from, and what was typed into it. */
export interface Edit {
  typed: Typed
  /** The version that the form showed. */
  version: string
  /** How many events the history had then. */
  seen: number
}

export type Editing<Changed> =
  | { kind: 'saved'; changed: Changed; changes: FieldChange[] }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; problems: EditProblem[] }
  /** Somebody was first: what they did since the form was shown, and the version to save over. */
  | { kind: 'conflict'; since: CohortEvent[]; version: string; seen: number }
  | { kind: 'forbidden' }

const isCommand = (history: readonly CohortEvent[], command: Command): CohortEvent | undefined =>
  history.find((event) => event.command === commandKey(command))

/** What HR may change: the figures of the programme, and the cohorts. */
export const cohortEditing = (deps: EditingDeps) => {
  const event = (actor: Actor, changes: FieldChange[], command: Command): CohortEvent => ({
    at: deps.clock().toISOString(),
    by: eventActor(actor),
    changes,
    command: commandKey(command),
  })

  const headcounts = (actor: Actor, counts: readonly { stage: string; count: number }[], asOf: string): Headcount[] =>
    counts.map(({ stage, count }) => ({ stage, count, asOf, at: deps.clock().toISOString(), by: eventActor(actor) }))

  const today = (): string => deps.time.wallClock(deps.clock()).day

  const countChanges = (
    before: readonly Headcount[],
    counts: readonly { stage: string; label: string; count: number }[],
    asOf: string,
  ): FieldChange[] =>
    counts.flatMap(({ stage, label, count }) => {
      const last = before.filter((one) => one.stage === stage).at(-1)
      if (last?.count === count && last.asOf === asOf) return []
      return [{ field: label, old: last ? `${last.count} as at ${last.asOf}` : '', new: `${count} as at ${asOf}` }]
    })

  /** What follows a change that is stored. None of it undoes the change. */
  const after = async (work: readonly (() => Promise<void> | undefined)[]): Promise<void> => {
    for (const each of work) await each()?.catch((error: unknown) => deps.onTrouble?.(error))
  }

  const note =
    (actor: Actor, what: string, { at, changes, command = '' }: CohortEvent) =>
    () =>
      deps.audit?.append({
        kind: 'note',
        id: `${what}/${command}`,
        at,
        actor: { tenantId: actor.tenantId, objectId: actor.objectId, name: actor.name },
        what,
        detail: Object.fromEntries(changes.map((change) => [change.field, `${change.old} → ${change.new}`])),
      })

  const editor = {
    /** Adds headcounts of the programme; earlier ones stay. Throws StoreUnavailable. */
    async editFigures(actor: Actor, { typed, version, seen }: Edit, command: Command): Promise<Editing<Headcount[]>> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      const stored = await deps.figures.get()
      const { headcounts: before, history } = stored.figures
      const done = isCommand(history, command)
      if (done) return { kind: 'saved', changed: before, changes: done.changes }
      const { counts, asOf, problems } = typedCounts(typed, deps.programme, today())
      if (problems.length > 0) return { kind: 'invalid', problems }
      if (stored.version !== version)
        return { kind: 'conflict', since: history.slice(seen), version: stored.version, seen: history.length }
      const changes = countChanges(before, counts, asOf)
      if (changes.length === 0) return { kind: 'unchanged' }
      const line = event(actor, changes, command)
      const changed = [...before, ...headcounts(actor, counts, asOf)]
      const result = await deps.figures.replace({ headcounts: changed, history: [...history, line] }, version)
      if (result.kind === 'conflict') return editor.editFigures(actor, { typed, version, seen }, command)
      await after([note(actor, 'figures', line)])
      return { kind: 'saved', changed, changes }
    },

    /**
     * Changes a cohort, or adds one.
     * @param id an empty one adds a cohort
     * @throws StoreUnavailable
     */
    async editCohort(actor: Actor, id: string, edit: Edit, command: Command): Promise<Editing<Cohort>> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      const { fields, problems: wrong } = checkedCohort(edit.typed, deps.time)
      const { counts, asOf, problems } = typedCounts(edit.typed, deps.programme, today())
      const cohortId = id || idOf(fields.name)
      const stored = await deps.cohorts.get(cohortId)
      const done = stored && isCommand(stored.cohort.history, command)
      if (done) return { kind: 'saved', changed: stored.cohort, changes: done.changes }
      const taken = id === '' && stored !== undefined
      const all = [
        ...wrong,
        ...problems,
        ...(taken
          ? [{ field: 'name', message: 'There is a cohort with that name already. Edit it, or choose another name.' }]
          : []),
        ...(id !== '' && !stored ? [{ field: 'name', message: 'There is no such cohort. Add it as a new one.' }] : []),
      ]
      if (all.length > 0) return { kind: 'invalid', problems: all }
      const before = stored?.cohort
      if (stored && stored.version !== edit.version) {
        const { history } = stored.cohort
        return { kind: 'conflict', since: history.slice(edit.seen), version: stored.version, seen: history.length }
      }
      const changes = [...fieldChanges(before, fields), ...countChanges(before?.headcounts ?? [], counts, asOf)]
      if (changes.length === 0) return { kind: 'unchanged' }
      const line = event(actor, changes, command)
      const changed: Cohort = {
        ...fields,
        id: cohortId,
        headcounts: [...(before?.headcounts ?? []), ...headcounts(actor, counts, asOf)],
        history: [...(before?.history ?? []), line],
        updatedAt: line.at,
      }
      const result = stored ? await deps.cohorts.replace(changed, stored.version) : await deps.cohorts.add(changed)
      if (result.kind === 'conflict' || result.kind === 'duplicate') return editor.editCohort(actor, id, edit, command)
      const opened = changed.state === 'open' && before?.state !== 'open'
      const advertised = changed.advertLink !== null && changed.advertLink !== before?.advertLink
      await after([
        note(actor, `cohort ${cohortId}`, line),
        () => (opened ? deps.onCohortOpened?.(changed, actor) : undefined),
        () => (advertised ? deps.onAdvert?.(changed, actor) : undefined),
      ])
      return { kind: 'saved', changed, changes }
    },
  }
  return editor
}

const fieldChanges = (before: Cohort | undefined, fields: Partial<Cohort>): FieldChange[] =>
  differences<object>(
    before ? Object.fromEntries(Object.keys(fields).map((key) => [key, before[key as keyof Cohort]])) : {},
    fields,
  ).filter((change) => change.old !== change.new)
