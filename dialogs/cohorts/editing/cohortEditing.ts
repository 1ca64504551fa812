import type { Programme } from '../../../knowledge/content/schema.ts'
import { type Actor, may } from '../../access.ts'
import type { Clock } from '../../clock.ts'
import type { NoteRecord } from '../../interest/auditLog.ts'
import { type Command, commandKey, eventActor, type FieldChange } from '../../interest/interest.ts'
import { differences } from '../../interest/interestDeps.ts'
import type { LocalTime } from '../../localTime.ts'
import type { Cohort, CohortEvent, CohortStore, Headcount } from '../cohortStore.ts'
import { figuresStore, type KeptFigures } from '../figuresStore.ts'
import { isOpen } from '../openCohorts.ts'
import type { ProgrammeRecords } from '../programmeRecords.ts'
import {
  checkedForm,
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

/** A form for the figures of the programme or for a cohort. */
export interface EditForm {
  what: 'figures' | 'cohort'
  /** The cohort's; none for a new one. */
  id: string
  fields: SubmittedFields
  /** The version that it was made from. */
  version: string
  /** How many events the history had then. */
  seen: number
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

/** What HR may change: the figures of the programme, and the cohorts. Every member throws StoreUnavailable on an outage. */
export const cohortEditing = (deps: CohortEditingDeps) => {
  const figures = figuresStore(deps.records)

  /** What is stored of the figures, or of a cohort, which may not be there. */
  const load = async (
    what: EditForm['what'],
    id: string,
  ): Promise<KeptFigures & { version?: string; cohort?: Cohort }> => {
    if (what === 'figures') {
      const { figures: kept, version } = await figures.get()
      return { ...kept, version }
    }
    const stored = id === '' ? undefined : await deps.cohorts.get(id)
    if (!stored) return { headcounts: [], history: [] }
    const { cohort, version } = stored
    return { headcounts: cohort.headcounts, history: cohort.history, version, cohort }
  }

  const save = async (actor: Actor, form: EditForm, command: Command): Promise<Editing> => {
    if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
    const now = deps.clock()
    const { fields, counts, asOf, problems } = checkedForm(form, deps.programme, deps.time, now)
    const id = form.id || idOf(fields?.name ?? '')
    const { headcounts, history, version, cohort } = await load(form.what, id)
    const done = history.find((event) => event.command === commandKey(command))
    if (done) return { kind: 'saved', changes: done.changes }
    if (fields && form.id === '' && cohort) problems.push({ field: 'name', message: NAME_TAKEN })
    if (fields && form.id !== '' && !cohort) problems.push({ field: 'name', message: NO_COHORT })
    if (problems.length > 0) return { kind: 'invalid', problems }
    if (version !== undefined && version !== form.version)
      return { kind: 'conflict', since: history.slice(form.seen), version, seen: history.length }
    const changes = [
      ...differences<object>(cohort ?? {}, fields ?? {}).filter((change) => change.old !== change.new),
      ...countChanges(headcounts, counts, asOf),
    ]
    if (changes.length === 0) return { kind: 'unchanged' }
    const [at, by] = [now.toISOString(), eventActor(actor)]
    const event = { at, by, changes, command: commandKey(command) }
    const next: KeptFigures = {
      headcounts: [...headcounts, ...counts.map(({ stage, count }) => ({ stage, count, asOf, at, by }))],
      history: [...history, event],
    }
    const changed = fields && { ...fields, ...next, id, updatedAt: at }
    const { kind } = !changed
      ? await figures.replace(next, form.version)
      : version === undefined
        ? await deps.cohorts.add(changed)
        : await deps.cohorts.replace(changed, version)
    if (kind === 'conflict' || kind === 'duplicate') return save(actor, form, command)
    const note = noteOf(actor, fields ? `cohort ${id}` : 'figures', event)
    await deps.audit?.append(note).catch((error: unknown) => deps.onTrouble?.(error))
    return { kind: 'saved', changes }
  }

  return {
    /**
     * What a form of HR's begins with; the cohorts to choose from, when none is meant or there is none by that id.
     * @param what `figures`, `new-cohort`, or else the cohort with this id
     */
    async form(actor: Actor, what: string, id = ''): Promise<BegunForm> {
      if (!may(actor, 'cohorts:edit')) return { kind: 'forbidden' }
      const target = what === 'figures' ? ({ what, id: '' } as const) : ({ what: 'cohort', id } as const)
      if (what === 'new-cohort')
        return { kind: 'form', form: { ...target, id: '', fields: { state: 'closed' }, version: '', seen: 0 } }
      const { history, version, cohort } = await load(target.what, id)
      if (version === undefined) {
        const now = deps.clock()
        const all = (await deps.cohorts.all()).map((stored) => stored.cohort)
        return { kind: 'choose', cohorts: all.map((one) => ({ ...one, open: isOpen(one, now) })) }
      }
      const fields = cohort ? fieldsOf(cohort, deps.time) : {}
      return { kind: 'form', form: { ...target, fields, version, seen: history.length } }
    },

    /** Saves a form: headcounts are added and earlier ones stay; a cohort is changed, or added when it has no id. */
    save,
  }
}

const NAME_TAKEN = 'There is a cohort with that name already. Edit it, or choose another name.'
const NO_COHORT = 'There is no such cohort. Add it as a new one.'

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
