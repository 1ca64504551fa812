import { type CardBlock, type CardContent, replyOf, textOf, userText, words } from '../../cards/cardContent.ts'
import type { CardAction } from '../../cards/elements.ts'
import type { Day } from '../../clock.ts'
import { ANY_LATER_COHORT, type Interest } from '../../interest/interest.ts'
import { fieldFacts, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import type { CohortChoice } from '../../interest/openCohorts.ts'
import type { Reply } from '../../reply.ts'

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

const within = ({ interest, cohortName }: InterestView) => userText(cohortWithin(interest.cohortId, cohortName))

export const MY_DATA: CardAction = {
  title: 'My data',
  verb: 'my-data/show',
  typedAlternative: 'show my data',
  submitsInputs: false,
}

const change = (cohortId?: string): CardAction => ({
  title: 'Change',
  verb: 'interest/change',
  typedAlternative: 'change my interest',
  ...(cohortId && { data: { cohortId }, submitsInputs: false }),
})
const withdraw = (cohortId?: string): CardAction => ({
  title: 'Withdraw',
  verb: 'interest/withdraw',
  typedAlternative: 'withdraw my interest',
  ...(cohortId && { data: { cohortId }, submitsInputs: false }),
})
export const start = (title = 'Register', cohortId?: string): CardAction => ({
  title,
  verb: 'interest/start',
  typedAlternative: 'register my interest',
  submitsInputs: false,
  ...(cohortId && { data: { cohortId } }),
})

const facts = ({ interest, cohortName, statusLabel }: InterestView, day: Day): CardBlock => ({
  kind: 'facts',
  facts: [
    { label: 'Reference', value: interest.reference },
    { label: 'Cohort', value: userText(cohortName) },
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

const receipt = (view: ReceiptView): CardContent => ({
  title: view.changed ? 'Your changes are saved' : 'Your interest is saved',
  blocks: [
    words(
      'Thank you, ',
      userText(view.interest.name),
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
  actions: [change(view.interest.cohortId), withdraw(view.interest.cohortId), MY_DATA],
})

/** That it is saved, under which reference, and what happens next. */
export const receiptReply = (view: ReceiptView): Reply => replyOf(receipt(view))

export interface StatusView {
  interests: readonly InterestView[]
  day: Day
}

function status({ interests, day }: StatusView): CardContent {
  if (interests.length === 0)
    return {
      title: 'You have no expression of interest',
      blocks: [words('We have none on record for you. You can register one now.')],
      actions: [start('Register my interest'), MY_DATA],
    }
  const active = interests.filter((view) => view.active)
  const [first, ...more] = active
  const which: CardBlock[] =
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
    blocks: [...interests.flatMap((view) => [facts(view, day)]), words(NOT_AN_APPLICATION), ...which],
    actions: first ? [change(only), withdraw(only), MY_DATA] : [start('Register again'), MY_DATA],
  }
}

/** Where the person's own interests stand, those withdrawn among them. */
export const statusReply = (view: StatusView): Reply => replyOf(status(view))

const already = (view: InterestView, day: Day, others: readonly CohortChoice[]): CardContent => ({
  title: 'You have already registered',
  blocks: [
    words('You can have one interest in each cohort. This is the one we have for ', within(view), '.'),
    facts(view, day),
    words(NOT_AN_APPLICATION),
  ],
  actions: [
    change(view.interest.cohortId),
    withdraw(view.interest.cohortId),
    MY_DATA,
    ...others.slice(0, MOST_OTHERS).map(({ id, name }) => ({
      ...start(`Register for ${cohortWithin(id, name)}`, id),
      typedAlternative: `register for ${cohortWithin(id, name)}`,
    })),
  ],
})

/** The interest that was there first, shown instead of a second one. */
export const alreadyRegisteredReply = (view: InterestView, day: Day, others: readonly CohortChoice[] = []): Reply =>
  replyOf(already(view, day, others))
