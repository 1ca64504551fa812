import { type CardBlock, type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import { type CardAction, choiceInput } from '../../cards/elements.ts'
import type { Day } from '../../clock.ts'
import { ANY_LATER_COHORT, type Interest } from '../../interest/interest.ts'
import { fieldFacts, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import { type CohortChoice, cohortInWords } from '../../interest/openCohorts.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'

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
const nameWithin = ({ id, name }: CohortChoice): string =>
  id === ANY_LATER_COHORT ? name.replace(/^./u, (letter) => letter.toLowerCase()) : name

/** The cohort of an interest, within a sentence. */
export const cohortWithin = ({ interest, cohortName }: InterestView) =>
  userText(nameWithin({ id: interest.cohortId, name: cohortName }))

const button = (title: string, verb: RegisterVerb, typedAlternative: string, cohortId?: string) => ({
  title,
  verb,
  typedAlternative,
  ...(cohortId && { data: { cohortId } }),
})

export const MY_DATA: CardAction<RegisterVerb> = {
  ...button('My data', 'my-data/show', 'show my data'),
  submitsInputs: false,
}

/** Change and Withdraw of this cohort's interest, or of the one that is chosen above them. */
const changeOrWithdraw = (cohortId?: string): CardAction<RegisterVerb>[] =>
  [
    button('Change', 'interest/change', 'change my interest', cohortId),
    button('Withdraw', 'interest/withdraw', 'withdraw my interest', cohortId),
  ].map((action) => ({ ...action, ...(cohortId && { submitsInputs: false }) }))

export const start = (title: string, cohortId?: string): CardAction<RegisterVerb> => ({
  ...button(title, 'interest/start', 'register my interest', cohortId),
  submitsInputs: false,
})

/** Registering for a cohort that takes interest now. */
export const startFor = (cohort: CohortChoice, title = cohortInWords(cohort)): CardAction<RegisterVerb> => ({
  ...start(title, cohort.id),
  typedAlternative: `register for ${nameWithin(cohort)}`,
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

/**
 * That it is saved, under which reference, and what happens next.
 * @param nextSteps content
 * @param changed whether it was there before
 */
export const receiptReply = (view: InterestView, nextSteps: readonly string[], changed = false): Reply =>
  replyOf({
    title: changed ? 'Your changes are saved' : 'Your interest is saved',
    blocks: [
      words(
        'Thank you, ',
        userText(view.interest.name),
        `. Your reference is ${view.interest.reference}. It is for `,
        cohortWithin(view),
        '.',
      ),
      words(NOT_AN_APPLICATION),
      { kind: 'facts', facts: fieldFacts(view.interest) },
      ...(nextSteps.length > 0
        ? [
            { kind: 'heading' as const, text: 'What happens next' },
            { kind: 'steps' as const, steps: [...nextSteps] },
          ]
        : []),
    ],
    actions: [...changeOrWithdraw(view.interest.cohortId), MY_DATA],
  } satisfies CardContent<RegisterVerb>)

const whichOne = (views: readonly InterestView[]): CardBlock => ({
  kind: 'element',
  elements: [
    choiceInput(
      'cohortId',
      'Which one do you want to change or withdraw?',
      views.map(({ interest, cohortName }) => ({
        title: `${cohortName}, ${interest.reference}`,
        value: interest.cohortId,
      })),
      { style: 'expanded', isRequired: true, errorMessage: 'Choose which one.' },
    ),
  ],
})

/** Where the person's own interests stand, those withdrawn among them. */
export function statusReply(views: readonly InterestView[], day: Day): Reply {
  if (views.length === 0)
    return replyOf({
      title: 'You have no expression of interest',
      blocks: [words('We have none on record for you. You can register one now.')],
      actions: [start('Register my interest'), MY_DATA],
    } satisfies CardContent<RegisterVerb>)
  const active = views.filter((view) => view.active)
  const [first] = active
  const several = active.length > 1
  return replyOf({
    title: views.length === 1 ? 'Your expression of interest' : 'Your expressions of interest',
    blocks: [
      ...views.map((view) => facts(view, day)),
      words(NOT_AN_APPLICATION),
      ...(several ? [whichOne(active)] : []),
    ],
    actions: [
      ...(first ? changeOrWithdraw(several ? undefined : first.interest.cohortId) : [start('Register again')]),
      MY_DATA,
    ],
  } satisfies CardContent<RegisterVerb>)
}

/** The interest that was there first, shown instead of a second one. */
export const alreadyRegisteredReply = (view: InterestView, day: Day, others: readonly CohortChoice[] = []): Reply =>
  replyOf({
    title: 'You have already registered',
    blocks: [
      words('You can have one interest in each cohort. This is the one we have for ', cohortWithin(view), '.'),
      facts(view, day),
      words(NOT_AN_APPLICATION),
    ],
    actions: [
      ...changeOrWithdraw(view.interest.cohortId),
      MY_DATA,
      ...others.slice(0, MOST_OTHERS).map((cohort) => startFor(cohort, `Register for ${nameWithin(cohort)}`)),
    ],
  } satisfies CardContent<RegisterVerb>)
