import type { Programme } from '../../../knowledge/content/schema.ts'
import { type Actor, may } from '../../access.ts'
import type { Clock } from '../../clock.ts'
import type { NoteRecord } from '../../interest/auditLog.ts'
import { type Command, commandKey, eventActor, type FieldChange } from '../../interest/interest.ts'
import { differences } from '../../interest/interestDeps.ts'
import type { LocalTime } from '../../localTime.ts'
import type { Cohort, CohortEvent, CohortStore, Headcount } from '../cohortStore.ts'
import { figuresStore } from '../figuresStore.ts'
import { isOpen } from '../openCohorts.ts'
import type { ProgrammeRecords } from '../programmeRecords.ts'
import {
  checkedCohort,
  checkedCounts,
  type EditProblem,
  fieldsOf,
  idOf,
  type StageCount,
  type SubmittedFields,
} from './submittedFields.ts'

export interface CohortEditingDeps {
  cohorts: CohortStore
  /** Where HR's figures are kept. */
  records: ProgrammeRecords
  programme: Pick<Programme, 'figures'>
  clock: Clock
  /** The trust's clocks: what is entered is a day and a time there. */
  time: LocalTime
  /** The audit log beside the history that is stored with the change itself. */
  audit?: { append(record: NoteRecord): Promise<void> }
  /** Told when the audit log failed after the change itself was stored. */
  onTrouble?: (error: unknown) => void
}

/** What a form was made from, and what was filled in. */
export interface Edit {
  fields: SubmittedFields
  /** The version that the form showed. */
  version: string
  /** How many events the history had then. */
  seen: number
}

export interface EditForm extends Edit {
  what: 'figures' | 'cohort'
  /** The cohort's; none for a new one. */
  id: string
}

export type BegunForm =
  | { kind: 'form'; form: EditForm }
  | { kind: 'choose'; cohorts: (Cohort & { open: boolean })[] }
  | { kind: 'forbidden' }

export type Editing =
  | { kind: 'saved'; changes: FieldChange[] }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; problems: EditProblem[] }
  /** Somebody was first: what they did since the form was shown, and the version to save over. */
  | { kind: 'conflict'; since: CohortEvent[]; version: string; seen: number }
  | { kind: 'forbidden' }

/** What the figures and a cohort have in common. */
interface Edited {
  headcounts: Headcount[]
  history: CohortEvent[]
}

/** What is edited, as it is stored, and what the form means for it beside the headcounts. */
interface Target extends Edited {
  /** Its name in the audit log. */
  name: string
  /** None while it is not stored. */
  version?: string
  problems: EditProblem[]
  changes: FieldChange[]
  write(next: Edited, at: string): Promise<{ kind: 'replaced' | 'added' | 'conflict' | 'duplicate' }>
}

/** What HR may change: the figures of the programme, and the cohorts. Every member throws StoreUnavailable on an outage. */
export const cohortEditing = (deps: CohortEditingDeps) => {
  const figures = figuresStore(deps.records)

  /** Saves what was filled in, again from the start when somebody else's change came between. */
  const save = async (
    actor: Actor,
    edit: Edit,
    command: Command,
    load: (countProblems: EditProblem[]) => Promise<Target>,
  ): Promise<Editing> => {
    if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
    const { counts, asOf, problems } = checkedCounts(edit.fields, deps.programme, deps.time.wallClock(deps.clock()).day)
    const target = await load(problems)
    const { headcounts, history, version } = target
    const done = history.find((event) => event.command === commandKey(command))
    if (done) return { kind: 'saved', changes: done.changes }
    if (target.problems.length > 0) return { kind: 'invalid', problems: target.problems }
    if (version !== undefined && version !== edit.version)
      return { kind: 'conflict', since: history.slice(edit.seen), version, seen: history.length }
    const changes = [...target.changes, ...countChanges(headcounts, counts, asOf)]
    if (changes.length === 0) return { kind: 'unchanged' }
    const at = deps.clock().toISOString()
    const by = eventActor(actor)
    const event: CohortEvent = { at, by, changes, command: commandKey(command) }
    const added = counts.map(({ stage, count }) => ({ stage, count, asOf, at, by }))
    const next = { headcounts: [...headcounts, ...added], history: [...history, event] }
    const { kind } = await target.write(next, at)
    if (kind === 'conflict' || kind === 'duplicate') return save(actor, edit, command, load)
    await deps.audit?.append(noteOf(actor, target.name, event)).catch((error: unknown) => deps.onTrouble?.(error))
    return { kind: 'saved', changes }
  }

  return {
    /**
     * What a form of HR's begins with; the cohorts to choose from, when none is meant or there is none by that id.
     * @param what `figures`, `new-cohort`, or else the cohort with this id
     */
    async form(actor: Actor, what: string, id = ''): Promise<BegunForm> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      if (what === 'figures') {
        const { figures: kept, version } = await figures.get()
        return { kind: 'form', form: { what, id: '', fields: {}, version, seen: kept.history.length } }
      }
      const form = { what: 'cohort' as const, id }
      if (what === 'new-cohort')
        return { kind: 'form', form: { ...form, id: '', fields: { state: 'closed' }, version: '', seen: 0 } }
      const stored = id === '' ? undefined : await deps.cohorts.get(id)
      if (!stored) {
        const now = deps.clock()
        const views = (await deps.cohorts.all()).map(({ cohort }) => ({ ...cohort, open: isOpen(cohort, now) }))
        return { kind: 'choose', cohorts: views }
      }
      const { cohort, version } = stored
      return {
        kind: 'form',
        form: { ...form, fields: fieldsOf(cohort, deps.time), version, seen: cohort.history.length },
      }
    },

    /** Adds headcounts of the programme; earlier ones stay. */
    editFigures: (actor: Actor, edit: Edit, command: Command): Promise<Editing> =>
      save(actor, edit, command, async (problems) => {
        const { figures: kept, version } = await figures.get()
        return {
          ...kept,
          name: 'figures',
          version,
          problems,
          changes: [],
          write: (next) => figures.replace(next, version),
        }
      }),

    /**
     * Changes a cohort, or adds one.
     * @param id an empty one adds a cohort
     */
    editCohort: (actor: Actor, id: string, edit: Edit, command: Command): Promise<Editing> =>
      save(actor, edit, command, async (countProblems) => {
        const { fields, problems } = checkedCohort(edit.fields, deps.time)
        const cohortId = id || idOf(fields.name)
        const stored = await deps.cohorts.get(cohortId)
        const { headcounts = [], history = [] } = stored?.cohort ?? {}
        return {
          ...{ headcounts, history, name: `cohort ${cohortId}` },
          ...(stored && { version: stored.version }),
          problems: [...problems, ...countProblems, ...nameProblems(id, stored !== undefined)],
          changes: differences<object>(stored?.cohort ?? {}, fields).filter((change) => change.old !== change.new),
          write: (next, at) => {
            const cohort = { ...fields, ...next, id: cohortId, updatedAt: at }
            return stored ? deps.cohorts.replace(cohort, stored.version) : deps.cohorts.add(cohort)
          },
        }
      }),
  }
}

const nameProblems = (id: string, stored: boolean): EditProblem[] => {
  if ((id !== '') === stored) return []
  const message = stored
    ? 'There is a cohort with that name already. Edit it, or choose another name.'
    : 'There is no such cohort. Add it as a new one.'
  return [{ field: 'name', message }]
}

const countChanges = (before: readonly Headcount[], counts: readonly StageCount[], asOf: string): FieldChange[] =>
  counts.flatMap(({ stage, label, count }) => {
    const last = before.findLast((one) => one.stage === stage)
    if (last?.count === count && last.asOf === asOf) return []
    return [{ field: label, old: last ? `${last.count} as at ${last.asOf}` : '', new: `${count} as at ${asOf}` }]
  })

const noteOf = (actor: Actor, what: string, { at, changes, command = '' }: CohortEvent): NoteRecord => ({
  kind: 'note',
  id: `${what}/${command}`,
  at,
  actor: { tenantId: actor.tenantId, objectId: actor.objectId, name: actor.name },
  what,
  detail: Object.fromEntries(changes.map((change) => [change.field, `${change.old} → ${change.new}`])),
})
