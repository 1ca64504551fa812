import type { Programme } from '../../knowledge/content/schema.ts'
import type { Actor } from '../access.ts'
import type { Command } from '../interest/interest.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import { unknownButton } from '../rootReplies.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import type { Submission, Turn } from '../turn.ts'
import { chooseCohortCard, cohortForm, type FormState, figuresForm, type Unsaved } from './cards/editCards.ts'
import { statusCard } from './cards/statusCard.ts'
import { VERBS } from './cards/verbs.ts'
import { savedInWords } from './changeWords.ts'
import type { Edit, Editing } from './cohortEditing.ts'
import { NOTHING_CHANGED, notAllowed } from './cohortReplies.ts'
import type { CohortService } from './cohortService.ts'
import { type Typed, typedOf } from './editFields.ts'

export const isSave = (verb: string): boolean => verb === VERBS.saveFigures || verb === VERBS.saveCohort

const NEW_COHORT = { state: 'closed' }

/** What a form sent, as texts; whatever else it sent is left aside. */
const typedIn = ({ data }: Submission): Typed =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !['id', 'version', 'seen', 'verb', 'what'].includes(name))
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, String(value).slice(0, 1000)]] : [],
      ),
  )

const textIn = ({ data }: Submission, name: string): string => (typeof data[name] === 'string' ? data[name] : '')

/** HR's forms for the figures and the cohorts: shown, filled in again, saved. */
export const editForms = ({
  service,
  programme,
  time,
}: {
  service: CohortService
  programme: Programme
  time: LocalTime
}) => {
  const show = (what: 'figures' | string, id: string, state: FormState): Reply =>
    what === 'figures'
      ? { text: 'Edit the figures in the form.', card: figuresForm(programme, state, time) }
      : { text: 'Edit the cohort in the form.', card: cohortForm(programme, id, state, time) }

  const status = async (actor: Actor, saved: string): Promise<Reply> => {
    const known = await service.figures(actor)
    return known.kind === 'forbidden'
      ? notAllowed()
      : { text: saved, card: statusCard(known.status, actor, time, saved) }
  }

  const begin = async (actor: Actor, what: string, id = ''): Promise<Reply> => {
    if (what === 'cohorts') {
      const known = await service.figures(actor)
      return known.kind === 'all'
        ? { text: 'Choose the cohort to edit.', card: chooseCohortCard(known.status.cohorts) }
        : notAllowed()
    }
    const form = await service.form(actor, what === 'figures' ? 'figures' : 'cohort', what === 'new-cohort' ? '' : id)
    if (form.kind === 'forbidden') return notAllowed()
    if (form.kind === 'figures') {
      const { version, figures } = form.stored
      return show('figures', '', { typed: {}, version, seen: figures.history.length })
    }
    if (what !== 'new-cohort' && !form.stored) return begin(actor, 'cohorts')
    if (!form.stored) return show('cohort', '', { typed: NEW_COHORT, version: '', seen: 0 })
    const { cohort, version } = form.stored
    return show('cohort', cohort.id, { typed: typedOf(cohort, time), version, seen: cohort.history.length })
  }

  const saidOf = async <T>(actor: Actor, outcome: Editing<T>, what: string, id: string, edit: Edit): Promise<Reply> => {
    const again = (unsaved: Unsaved, from: Pick<Edit, 'version' | 'seen'> = edit) =>
      show(what, id, { typed: edit.typed, version: from.version, seen: from.seen, unsaved })
    switch (outcome.kind) {
      case 'saved': {
        const of = what === 'figures' ? 'Figures' : (edit.typed.name ?? 'Cohort')
        return status(actor, savedInWords(of, outcome.changes, time))
      }
      case 'unchanged':
        return status(actor, NOTHING_CHANGED)
      case 'invalid':
        return again({ kind: 'invalid', problems: outcome.problems })
      case 'conflict':
        return again({ kind: 'conflict', since: outcome.since }, outcome)
      case 'forbidden':
        return notAllowed()
    }
  }

  const save = async (actor: Actor, submission: Submission, command: Command): Promise<Reply> => {
    const figures = submission.verb === VERBS.saveFigures
    const [what, id] = figures ? ['figures', ''] : ['cohort', textIn(submission, 'id')]
    const seen = Number(submission.data.seen)
    const edit: Edit = {
      typed: typedIn(submission),
      version: textIn(submission, 'version'),
      seen: Number.isInteger(seen) && seen >= 0 ? seen : 0,
    }
    try {
      const outcome = figures
        ? await service.editFigures(actor, edit, command)
        : await service.editCohort(actor, id, edit, command)
      return await saidOf<unknown>(actor, outcome, what, id, edit)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      return show(what, id, { ...edit, unsaved: { kind: 'unavailable' } })
    }
  }

  return {
    /** Shows a form: `figures`, `cohorts` to choose one, `cohort` with an id, or `new-cohort`. */
    begin,
    /** A button of a form was pressed. */
    async submitted({ actor, submission, conversation, activityId }: Turn): Promise<Reply> {
      if (!submission) return unknownButton()
      if (isSave(submission.verb)) return save(actor, submission, { conversationId: conversation.id, activityId })
      return begin(actor, textIn(submission, 'what') || 'figures', textIn(submission, 'id'))
    },
  }
}
