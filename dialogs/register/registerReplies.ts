import type { PrivacyNotice, Programme } from '../../knowledge/content/schema.ts'
import {
  ANY_LATER_COHORT,
  type EventKind,
  type Interest,
  type InterestFields,
  type StatusDefinition,
} from '../interest/interest.ts'
import { isActive } from '../interest/interestDeps.ts'
import { fieldsOf } from '../interest/interestFields.ts'
import type { Changing, Registration, TheOne, Withdrawal } from '../interest/interestService.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import type { Reply } from '../reply.ts'
import { type ChangesView, changesReply } from './cards/changes.ts'
import { cohortClosedReply } from './cards/cohortClosed.ts'
import { type FormView, interestFormReply } from './cards/interestForm.ts'
import * as own from './cards/ownInterest.ts'
import { type SummaryView, summaryReply } from './cards/summary.ts'
import { withdrawConfirmReply, withdrawnReply } from './cards/withdrawal.ts'
import { cohortIn } from './typedForm.ts'
import * as say from './wording.ts'

/** What the replies need of the content, and the cohorts that there are now. */
export interface InterestContent {
  notice: PrivacyNotice
  programme: Programme
  statuses: readonly StatusDefinition[]
  /** How a moment is written for a person. */
  day: (moment: string) => string
  cohorts: readonly CohortChoice[]
}

type NotOne = Exclude<TheOne, { kind: 'one' }>

/** Replies about an interest: an outcome in, words and a card out. */
export const interestReplies = ({ notice, programme, statuses, day, cohorts }: InterestContent) => {
  const later: CohortChoice = { id: ANY_LATER_COHORT, name: programme.laterCohort, closesAt: null, advertLink: null }
  const cohortName = (id: string): string => [...cohorts, later].find((one) => one.id === id)?.name ?? id
  const counts = ({ status }: Interest): boolean => isActive(status, statuses)
  const view = (interest: Interest): own.InterestView => ({
    interest,
    cohortName: cohortName(interest.cohortId),
    statusLabel: statuses.find(({ id }) => id === interest.status)?.label ?? interest.status,
    active: counts(interest),
  })

  const form = (of: Omit<FormView, 'notice'>): Reply => interestFormReply({ ...of, notice })
  const receipt = (interest: Interest, changed = false): Reply => {
    const whole = { ...view(interest), nextSteps: programme.afterInterest, changed }
    return own.receiptReply(whole)
  }
  const already = (interest: Interest, open: readonly CohortChoice[] = []): Reply => {
    const others = open.filter(({ id }) => id !== interest.cohortId)
    return own.alreadyRegisteredReply(view(interest), day, others)
  }
  const status = (interests: readonly Interest[]): Reply => {
    const whole = { interests: interests.map(view), day }
    return own.statusReply(whole)
  }
  const withdrawn = (interest: Interest): Reply => withdrawnReply(view(interest))
  /** Why there is not the one that was meant. */
  const notOne = (found: NotOne | Extract<Changing | Withdrawal, { kind: 'none' | 'which' | 'forbidden' }>): Reply => {
    switch (found.kind) {
      case 'none':
        return say.NONE_ON_RECORD
      case 'which':
        return status(found.interests)
      case 'ended':
        return status([found.interest])
      case 'forbidden':
        return say.NOT_ALLOWED
    }
  }

  return {
    form,
    receipt,
    already,
    status,
    notOne,
    counts,

    /** A cohort that a message names, whether it is open or not. */
    cohortIn: (message: string): string | undefined => cohortIn(message, cohorts),

    /** What can be chosen when the store cannot say: what was chosen, and any later one. */
    someCohorts: (id: string | undefined): CohortChoice[] =>
      id && id !== ANY_LATER_COHORT ? [{ ...later, id, name: cohortName(id) }, later] : [later],

    summary: (of: Omit<SummaryView, 'notice' | 'cohortName'>): Reply => {
      const whole = { ...of, notice, cohortName: cohortName(of.draft.cohortId ?? '') }
      return summaryReply(whole)
    },

    /** The changes that were typed, to be checked before they are saved. */
    changes: (interest: Interest, changes: Partial<InterestFields>): Reply => {
      if (Object.keys(changes).length === 0) return say.NOTHING_CHANGED
      const whole: ChangesView = { ...view(interest), changes }
      return changesReply(whole)
    },

    /** The form of an interest that is there, with the changes made so far. */
    changeForm: (
      of: Interest | { cohortId?: string },
      changes: Partial<InterestFields>,
      more: Pick<FormView, 'problems' | 'notSaved'> = {},
    ): Reply => {
      const fields = { ...('reference' in of ? fieldsOf(of) : {}), ...changes }
      return form({ draft: { purpose: 'change', fields, cohortId: of.cohortId }, cohorts, ...more })
    },

    registration: (outcome: Exclude<Registration, { kind: 'invalid' }>): Reply => {
      switch (outcome.kind) {
        case 'registered':
          return receipt(outcome.interest)
        case 'already-registered':
          return already(outcome.interest)
        case 'cohort-closed':
          return cohortClosedReply(outcome)
        case 'forbidden':
          return say.NOT_ALLOWED
      }
    },

    changing: (outcome: Exclude<Changing, { kind: 'invalid' }>): Reply => {
      switch (outcome.kind) {
        case 'changed':
          return receipt(outcome.interest, true)
        case 'unchanged':
          return say.NOTHING_CHANGED
        case 'withdrawn':
          return withdrawn(outcome.interest)
        case 'conflict':
          return say.CONFLICT
        default:
          return notOne(outcome)
      }
    },

    withdrawConfirm: (interest: Interest): Reply => withdrawConfirmReply(view(interest)),

    withdrawal: (outcome: Withdrawal): Reply => {
      switch (outcome.kind) {
        case 'withdrawn':
        case 'already-withdrawn':
          return withdrawn(outcome.interest)
        case 'conflict':
          return say.CONFLICT
        default:
          return notOne(outcome)
      }
    },

    /** The outcome of something that was done before. */
    done: (what: EventKind, interest: Interest): Reply =>
      what === 'withdrawn' ? withdrawn(interest) : receipt(interest, what === 'changed'),

    /** What happens after an interest is saved. */
    whatNext: (): Reply => {
      const steps = programme.afterInterest.map((step, i) => `${i + 1}. ${step}`)
      const text = `**What happens next**\n\n${steps.join('\n')}`
      return steps.length > 0
        ? { text, suggestions: ['Where is my interest up to?'] }
        : { text: 'HR reads your interest. You can ask me where it stands at any time.' }
    },

    /** Who sees what is typed, and how long it is kept. */
    privacy: (): Reply => ({ text: `**${notice.recipients}** ${notice.howLong} ${notice.rights}` }),
  }
}

export type InterestReplies = ReturnType<typeof interestReplies>
