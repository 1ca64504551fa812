import type { PrivacyNotice, Programme } from '../../knowledge/content/schema.ts'
import type { CohortChoice } from '../cohorts/openCohorts.ts'
import type { AdaptiveCard, Reply } from '../reply.ts'
import { cohortClosedCard, cohortClosedText } from './cards/cohortClosed.ts'
import { type FormView, interestFormCard, interestFormText } from './cards/interestForm.ts'
import * as own from './cards/ownInterest.ts'
import { type SummaryView, summaryCard, summaryText } from './cards/summary.ts'
import { withdrawConfirmCard, withdrawConfirmText, withdrawnCard, withdrawnText } from './cards/withdrawal.ts'
import { ANY_LATER_COHORT, type Interest, type StatusDefinition } from './interest.ts'
import { isActive } from './interestDeps.ts'
import type { Registration } from './interestService.ts'
import type { SlotName } from './slots/slots.ts'

/** What the replies need of the content. */
export interface InterestContent {
  notice: PrivacyNotice
  programme: Programme
  statuses: readonly StatusDefinition[]
  /** How a moment is written for a person. */
  day: (moment: string) => string
}

const QUESTIONS: Partial<Record<SlotName, string>> = {
  name: 'What name should we use?',
  band: 'What band are you? For example: band 3.',
  role: 'What is your current role? For example: support worker.',
  cohort: 'Which cohort are you interested in?',
}

/** What is asked for when a slot is missing. */
export const questionFor = (asking: SlotName | 'confirm'): string =>
  asking === 'confirm'
    ? 'Shall I save it? Say yes, or tell me what to change.'
    : (QUESTIONS[asking] ?? `Please tell me your ${asking}.`)

const shown = (card: AdaptiveCard, text: string): Reply => ({ card, text, personal: true })

/** Replies about an interest: an outcome in, words and a card out. */
export const interestReplies = ({ notice, programme, statuses, day }: InterestContent) => {
  const cohortName = (id: string): string =>
    id === ANY_LATER_COHORT ? programme.laterCohort : (programme.cohorts.find((one) => one.id === id)?.name ?? id)
  const view = (interest: Interest, names: readonly CohortChoice[] = []): own.InterestView => ({
    interest,
    cohortName: names.find(({ id }) => id === interest.cohortId)?.name ?? cohortName(interest.cohortId),
    statusLabel: statuses.find(({ id }) => id === interest.status)?.label ?? interest.status,
    active: isActive(interest.status, statuses),
  })

  return {
    form: (of: Omit<FormView, 'notice'>): Reply =>
      shown(interestFormCard({ ...of, notice }), interestFormText({ ...of, notice })),
    summary: (of: Omit<SummaryView, 'notice' | 'cohortName'>, open: readonly CohortChoice[]): Reply => {
      const whole = {
        ...of,
        notice,
        cohortName: open.find(({ id }) => id === of.draft.cohortId)?.name ?? cohortName(of.draft.cohortId ?? ''),
      }
      return shown(summaryCard(whole), summaryText(whole))
    },
    receipt: (interest: Interest, changed = false): Reply => {
      const whole = { ...view(interest), nextSteps: programme.afterInterest, changed }
      return shown(own.receiptCard(whole), own.receiptText(whole))
    },
    registration: (outcome: Exclude<Registration, { kind: 'invalid' }>): Reply => {
      switch (outcome.kind) {
        case 'registered': {
          const whole = { ...view(outcome.interest), nextSteps: programme.afterInterest }
          return shown(own.receiptCard(whole), own.receiptText(whole))
        }
        case 'already-registered':
          return shown(
            own.alreadyRegisteredCard(view(outcome.interest), day),
            own.alreadyRegisteredText(view(outcome.interest), day),
          )
        case 'cohort-closed':
          return shown(cohortClosedCard(outcome), cohortClosedText(outcome))
        case 'forbidden':
          return { text: 'You cannot register from this account.' }
      }
    },
    already: (interest: Interest): Reply =>
      shown(own.alreadyRegisteredCard(view(interest), day), own.alreadyRegisteredText(view(interest), day)),
    status: (interests: readonly Interest[]): Reply => {
      const whole = { interests: interests.map((one) => view(one)), day }
      return shown(own.statusCard(whole), own.statusText(whole))
    },
    withdrawConfirm: (interest: Interest): Reply =>
      shown(withdrawConfirmCard(view(interest)), withdrawConfirmText(view(interest))),
    withdrawn: (interest: Interest): Reply => shown(withdrawnCard(view(interest)), withdrawnText(view(interest))),
  }
}

export type InterestReplies = ReturnType<typeof interestReplies>

export const NOTHING_KEPT: Reply = { text: '**I have cancelled that.** Nothing you typed is kept.' }
export const KEPT_AS_IT_WAS: Reply = { text: 'Your interest stays as it is.' }
export const NOTHING_CHANGED: Reply = { text: 'That is what we have already. Nothing was changed.' }
export const NONE_ON_RECORD: Reply = {
  text: '**You have no expression of interest on record.** You can register one now.',
  suggestions: ['Register my interest'],
}
export const CONFLICT: Reply = {
  text: 'Somebody changed it at the same moment, so I have not saved this. Please try again.',
}
export const NOT_ALLOWED: Reply = { text: 'You cannot do that from this account.' }
export const WHICH_ONE: Reply = { text: 'You have more than one interest. Please choose one on the card.' }
export const WHAT_TO_CHANGE: Reply = {
  text: 'What should I change? For example: “band 4” or “my team is school health”.',
}
export const NOT_UNDERSTOOD = 'I did not find that in what you typed.'

/** A save that the store could not take: what was typed is kept on the form. */
export const NOT_SAVED =
  '**I could not save that just now.** What you typed is still here. Please press Save again in a minute.'

export const needed = (asking: SlotName | 'confirm'): string =>
  `I need that one to register you. ${questionFor(asking)}`
export const notABand = (band: string): string =>
  `Band ${band} is not a band that we can take. Bands go from 2 to 9. ${questionFor('band')}`
