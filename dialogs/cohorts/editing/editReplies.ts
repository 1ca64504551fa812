import type { Programme } from '../../../knowledge/content/schema.ts'
import type { Actor } from '../../access.ts'
import type { Command } from '../../interest/interest.ts'
import type { LocalTime } from '../../localTime.ts'
import type { Reply } from '../../reply.ts'
import { StoreUnavailable } from '../../storeUnavailable.ts'
import type { Submission } from '../../turn.ts'
import { chooseCohortCard, editForm, type Unsaved } from '../cards/editForms.ts'
import { statusCard } from '../cards/statusCard.ts'
import { VERBS } from '../cards/verbs.ts'
import type { CohortService } from '../cohortService.ts'
import { notAllowed } from '../refusals.ts'
import { savedInWords } from './changeWording.ts'
import type { EditForm } from './cohortEditing.ts'
import type { SubmittedFields } from './submittedFields.ts'

/** A text of what a button sent; empty when it is something else. */
const textIn = ({ data }: Submission, name: string): string => (typeof data[name] === 'string' ? data[name] : '')

const fieldsIn = ({ data }: Submission): SubmittedFields =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !['id', 'version', 'seen', 'verb', 'what'].includes(name))
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, String(value).slice(0, 1000)]] : [],
      ),
  )

const submittedForm = (submission: Submission): EditForm => {
  const figures = submission.verb === VERBS.saveFigures
  const seen = Number(submission.data.seen)
  return {
    what: figures ? 'figures' : 'cohort',
    id: figures ? '' : textIn(submission, 'id'),
    fields: fieldsIn(submission),
    version: textIn(submission, 'version'),
    seen: Number.isInteger(seen) && seen >= 0 ? seen : 0,
  }
}

/** HR's forms for the figures and the cohorts: shown, filled in again, saved. */
export const editReplies = (service: CohortService, programme: Programme, time: LocalTime) => {
  const formReply = (form: EditForm, unsaved?: Unsaved): Reply => ({
    text: `Edit the ${form.what} in the form.`,
    card: editForm(programme, form, time, unsaved),
  })

  const statusReply = async (actor: Actor, saved: string): Promise<Reply> => {
    const outcome = await service.status(actor)
    return outcome.kind === 'forbidden'
      ? notAllowed()
      : { text: saved, card: statusCard(outcome.status, actor, time, saved) }
  }

  const show = async (actor: Actor, what: string, id?: string): Promise<Reply> => {
    const begun = await service.form(actor, what, id)
    switch (begun.kind) {
      case 'form':
        return formReply(begun.form)
      case 'choose':
        return { text: 'Choose the cohort to edit.', card: chooseCohortCard(begun) }
      case 'forbidden':
        return notAllowed()
    }
  }

  const save = async (actor: Actor, form: EditForm, command: Command): Promise<Reply> => {
    const outcome = await service.save(actor, form, command)
    switch (outcome.kind) {
      case 'saved': {
        const of = form.what === 'figures' ? 'Figures' : (form.fields.name ?? 'Cohort')
        return statusReply(actor, savedInWords(of, outcome.changes, time))
      }
      case 'unchanged':
        return statusReply(actor, 'Nothing was different, so nothing was changed.')
      case 'invalid':
        return formReply(form, outcome)
      case 'conflict':
        return formReply({ ...form, version: outcome.version, seen: outcome.seen }, outcome)
      case 'forbidden':
        return notAllowed()
    }
  }

  return {
    /** Shows the form for `figures`, for a `new-cohort`, or for the cohort with this id; else the cohorts to choose from. */
    show,

    /** What comes of a button of these cards. A form that could not be saved is shown again, filled in. */
    async pressed(actor: Actor, submission: Submission, command: Command): Promise<Reply> {
      if (submission.verb === VERBS.edit)
        return show(actor, textIn(submission, 'what') || 'figures', textIn(submission, 'id'))
      const form = submittedForm(submission)
      try {
        return await save(actor, form, command)
      } catch (error) {
        if (error instanceof StoreUnavailable) return formReply(form, { kind: 'unavailable' })
        throw error
      }
    },
  }
}
