import type { PrivacyNotice, Programme } from '../../knowledge/content/schema.ts'
import { ANY_LATER_COHORT, type EventKind, type Interest, type StatusDefinition } from '../interest/interest.ts'
import { isActive } from '../interest/interestDeps.ts'
import type { Changing, FoundActive, Registration, Withdrawal } from '../interest/interestService.ts'
import { type CohortChoice, cohortInWords } from '../interest/openCohorts.ts'
import type { Reply } from '../reply.ts'
import { changesReply } from './cards/changes.ts'
import { cohortClosedReply } from './cards/cohortClosed.ts'
import { type FormView, interestFormReply } from './cards/interestForm.ts'
import { alreadyRegisteredReply, type InterestView, receiptReply, statusReply } from './cards/ownInterest.ts'
import { summaryReply } from './cards/summary.ts'
import { withdrawConfirmReply, withdrawnReply } from './cards/withdrawal.ts'
import { cohortIn } from './cohortNamed.ts'
import type { FormContent } from './formAnswers.ts'
import type { FormQuestion } from './formQuestion.ts'
import { interestAnswer } from './interestAnswers.ts'
import { type FormState, given } from './typedForm.ts'
import * as wording from './wording.ts'

/** What the replies need of the content, and the cohorts that there are now. */
export interface InterestContent {
  notice: PrivacyNotice
  programme: Programme
  statuses: readonly StatusDefinition[]
  /** How a moment is written for a person. */
  day: (moment: string) => string
  cohorts: readonly CohortChoice[]
}

type NotOne = Exclude<FoundActive, { kind: 'one' }>

/** Replies about an interest: an outcome in, words and a card out. */
export const registerReplies = ({ notice, programme, statuses, day, cohorts }: InterestContent) => {
  const later: CohortChoice = { id: ANY_LATER_COHORT, name: programme.laterCohort }
  const choiceOf = (id: string): CohortChoice => [...cohorts, later].find((one) => one.id === id) ?? { id, name: id }
  const cohortName = (id: string): string => cohortInWords(choiceOf(id))
  const counts = ({ status }: Interest): boolean => isActive(status, statuses)
  const view = (interest: Interest): InterestView => ({
    interest,
    cohortName: cohortName(interest.cohortId),
    statusLabel: statuses.find(({ id }) => id === interest.status)?.label ?? interest.status,
    active: counts(interest),
  })

  const receipt = (interest: Interest, changed = false): Reply =>
    receiptReply(view(interest), programme.afterInterest, changed)
  const already = (interest: Interest, open: readonly CohortChoice[] = []): Reply =>
    alreadyRegisteredReply(
      view(interest),
      day,
      open.filter(({ id }) => id !== interest.cohortId),
    )
  const status = (interests: readonly Interest[]): Reply => statusReply(interests.map(view), day)
  const withdrawn = (interest: Interest): Reply => withdrawnReply(view(interest))
  /** Why there is not the one that was meant. */
  const noActive = (found: NotOne): Reply => {
    switch (found.kind) {
      case 'none':
        return wording.NONE_ON_RECORD
      case 'which':
        return status(found.interests)
      case 'ended':
        return status([found.interest])
      case 'forbidden':
        return wording.NOT_ALLOWED
    }
  }

  return {
    already,
    status,
    noActive,
    counts,

    /** A cohort that a message names, whether it is open or not. */
    cohortIn: (message: string): string | undefined => cohortIn(message, cohorts),

    /** What can be chosen when the store cannot say: what was chosen, and any later one. */
    someCohorts: (id: string | undefined): CohortChoice[] =>
      id && id !== ANY_LATER_COHORT ? [choiceOf(id), later] : [later],

    /**
     * The form with what is known of it.
     * @param open the cohorts that can be chosen; those there are when left out
     */
    form: (
      draft: FormView['draft'],
      open: readonly CohortChoice[] = cohorts,
      more: Pick<FormView, 'problems' | 'notSaved'> = {},
    ): Reply => interestFormReply({ draft, cohorts: open, notice, ...more }),

    /** What was typed, to be checked before it is saved. */
    summary: (form: FormState): Reply => {
      if (!form.interest) return summaryReply(form, cohortName(form.cohortId ?? ''), notice)
      const changes = given(form)
      return Object.keys(changes).length === 0 ? wording.NOTHING_CHANGED : changesReply(view(form.interest), changes)
    },

    registration: (outcome: Exclude<Registration, { kind: 'invalid' }>): Reply => {
      switch (outcome.kind) {
        case 'registered':
          return receipt(outcome.interest)
        case 'already-registered':
          return already(outcome.interest)
        case 'cohort-closed':
          return cohortClosedReply(outcome.cohort, outcome.open)
        case 'forbidden':
          return wording.NOT_ALLOWED
      }
    },

    changing: (outcome: Exclude<Changing, { kind: 'invalid' }>): Reply => {
      switch (outcome.kind) {
        case 'changed':
          return receipt(outcome.interest, true)
        case 'unchanged':
          return wording.NOTHING_CHANGED
        case 'withdrawn':
          return withdrawn(outcome.interest)
        case 'conflict':
          return wording.CONFLICT
        default:
          return noActive(outcome)
      }
    },

    withdrawConfirm: (interest: Interest): Reply => withdrawConfirmReply(view(interest)),

    withdrawal: (outcome: Withdrawal): Reply => {
      switch (outcome.kind) {
        case 'withdrawn':
        case 'already-withdrawn':
          return withdrawn(outcome.interest)
        case 'conflict':
          return wording.CONFLICT
        default:
          return noActive(outcome)
      }
    },

    /** The outcome of something that was done before. */
    done: (what: EventKind, interest: Interest): Reply =>
      what === 'withdrawn' ? withdrawn(interest) : receipt(interest, what === 'changed'),

    /** What the answers to questions about a form and an interest need of the content. */
    content: (open: readonly CohortChoice[]): FormContent => ({
      purpose: notice.purpose,
      privacy: `**${notice.recipients}** ${notice.howLong} ${notice.rights}`,
      steps: programme.afterInterest,
      open,
    }),

    /** What was asked of interests that are saved, when it is about what is in them; the whole of them otherwise. */
    about: (question: FormQuestion, interests: readonly Interest[]): Reply =>
      interestAnswer(question, interests.map(view)) ?? status(interests),
  }
}

export type RegisterReplies = ReturnType<typeof registerReplies>
