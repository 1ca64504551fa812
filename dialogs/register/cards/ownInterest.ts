import { type Act, cardOf, type Part, type Said, textOf, typed, words } from '../../cards/cardContent.ts'
import type { Day } from '../../clock.ts'
import { ANY_LATER_COHORT, type Interest } from '../../interest/interest.ts'
import { fieldFacts, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import type { CohortChoice } from '../../interest/openCohorts.ts'

/** One interest, as its person sees it. */
export interface InterestView {
  interest: Interest
  cohortName: string
  statusLabel: string
  /** Whether it still counts: neither withdrawn nor ended. */
  active: boolean
}

const MOST_OTHERS = 3

/** "Any later cohort" as it stands within a sentence; the name of a cohort stays as it is. */
export const cohortWithin = (id: string, name: string): string =>
  id === ANY_LATER_COHORT ? name.replace(/^./u, (letter) => letter.toLowerCase()) : name

const within = ({ interest, cohortName }: InterestView) => typed(cohortWithin(interest.cohortId, cohortName))

export const MY_DATA: Act = { title: 'My data', verb: 'my-data/show', say: 'show my data', bare: true }

const change = (cohortId?: string): Act => ({
  title: 'Change',
  verb: 'interest/change',
  say: 'change my interest',
  ...(cohortId && { data: { cohortId }, bare: true }),
})
const withdraw = (cohortId?: string): Act => ({
  title: 'Withdraw',
  verb: 'interest/withdraw',
  say: 'withdraw my interest',
  ...(cohortId && { data: { cohortId }, bare: true }),
})
export const start = (title = 'Register', cohortId?: string): Act => ({
  title,
  verb: 'interest/start',
  say: 'register my interest',
  bare: true,
  ...(cohortId && { data: { cohortId } }),
})

const facts = ({ interest, cohortName, statusLabel }: InterestView, day: Day): Part => ({
  kind: 'facts',
  facts: [
    { label: 'Reference', value: interest.reference },
    { label: 'Cohort', value: typed(cohortName) },
    { label: 'Status', value: statusLabel, note: `since ${day(interest.statusSince)}` },
    ...fieldFacts(interest),
  ],
})

export interface ReceiptView extends InterestView {
  /** What happens next: content. */
  nextSteps: readonly string[]
  /** What was changed, in words, when it was saved before. */
  changed?: boolean
}

const receipt = (view: ReceiptView): Said => ({
  title: view.changed ? 'Your changes are saved' : 'Your interest is saved',
  parts: [
    words(
      'Thank you, ',
      typed(view.interest.name),
      `. Your reference is ${view.interest.reference}. It is for `,
      within(view),
      '.',
    ),
    words(NOT_AN_APPLICATION),
    { kind: 'facts', facts: fieldFacts(view.interest) },
    ...(view.nextSteps.length > 0
      ? [
          { kind: 'heading' as const, text: 'What happens next' },
          { kind: 'steps' as const, steps: [...view.nextSteps] },
        ]
      : []),
  ],
  acts: [change(view.interest.cohortId), withdraw(view.interest.cohortId), MY_DATA],
})

/** That it is saved, under which reference, and what happens next. */
export const receiptCard = (view: ReceiptView) => cardOf(receipt(view))
export const receiptText = (view: ReceiptView) => textOf(receipt(view))

export interface StatusView {
  interests: readonly InterestView[]
  day: Day
}

function status({ interests, day }: StatusView): Said {
  if (interests.length === 0)
    return {
      title: 'You have no expression of interest',
      parts: [words('We have none on record for you. You can register one now.')],
      acts: [start('Register my interest'), MY_DATA],
    }
  const active = interests.filter((view) => view.active)
  const [first, ...more] = active
  const which: Part[] =
    more.length > 0
      ? [
          {
            kind: 'element',
            elements: [
              {
                type: 'Input.ChoiceSet',
                id: 'cohortId',
                label: 'Which one do you want to change or withdraw?',
                style: 'expanded',
                isRequired: true,
                errorMessage: 'Choose which one.',
                choices: active.map(({ interest, cohortName }) => ({
                  title: `${cohortName}, ${interest.reference}`,
                  value: interest.cohortId,
                })),
              },
            ],
          },
        ]
      : []
  const only = more.length > 0 ? undefined : first?.interest.cohortId
  return {
    title: interests.length === 1 ? 'Your expression of interest' : 'Your expressions of interest',
    parts: [...interests.flatMap((view) => [facts(view, day)]), words(NOT_AN_APPLICATION), ...which],
    acts: first ? [change(only), withdraw(only), MY_DATA] : [start('Register again'), MY_DATA],
  }
}

/** Where the person's own interests stand, those withdrawn among them. */
export const statusCard = (view: StatusView) => cardOf(status(view))
export const statusText = (view: StatusView) => textOf(status(view))

const already = (view: InterestView, day: Day, others: readonly CohortChoice[]): Said => ({
  title: 'You have already registered',
  parts: [
    words('You can have one interest in each cohort. This is the one we have for ', within(view), '.'),
    facts(view, day),
    words(NOT_AN_APPLICATION),
  ],
  acts: [
    change(view.interest.cohortId),
    withdraw(view.interest.cohortId),
    MY_DATA,
    ...others.slice(0, MOST_OTHERS).map(({ id, name }) => ({
      ...start(`Register for ${cohortWithin(id, name)}`, id),
      say: `register for ${cohortWithin(id, name)}`,
    })),
  ],
})

/** The interest that was there first, shown instead of a second one. */
export const alreadyRegisteredCard = (view: InterestView, day: Day, others: readonly CohortChoice[] = []) =>
  cardOf(already(view, day, others))
export const alreadyRegisteredText = (view: InterestView, day: Day, others: readonly CohortChoice[] = []) =>
  textOf(already(view, day, others))
