import { cardOf, type Said, textOf, typed, words } from '../../cards/cardContent.ts'
import { cohortWithin, type InterestView, MY_DATA, start } from './ownInterest.ts'

const confirm = ({ interest, cohortName }: InterestView): Said => ({
  title: 'Withdraw your interest?',
  parts: [
    words(`This is ${interest.reference}, for `, typed(cohortWithin(interest.cohortId, cohortName)), '.'),
    words('HR will see that you withdrew. You can register again later, while the cohort is open.'),
    {
      kind: 'element',
      elements: [{ type: 'Input.Text', id: 'reason', label: 'Why (optional)', maxLength: 200 }],
    },
  ],
  acts: [
    {
      title: 'Withdraw',
      verb: 'interest/withdraw-confirm',
      data: { cohortId: interest.cohortId },
      style: 'destructive',
      say: 'yes',
    },
    { title: 'Keep it', verb: 'interest/withdraw-keep', bare: true, say: 'no' },
  ],
})

/** Asks before an interest is withdrawn. */
export const withdrawConfirmCard = (view: InterestView) => cardOf(confirm(view))
export const withdrawConfirmText = (view: InterestView) => textOf(confirm(view))

const withdrawn = ({ interest, cohortName }: InterestView): Said => ({
  title: 'You have withdrawn your interest',
  parts: [
    words(
      `${interest.reference}, for `,
      typed(cohortWithin(interest.cohortId, cohortName)),
      ', is withdrawn. HR can see that it is.',
    ),
    words('We still hold what you told us. My data shows it, and you can erase it there.'),
  ],
  acts: [start('Register again', interest.cohortId), MY_DATA],
})

/** That an interest is withdrawn, and what is still held. */
export const withdrawnCard = (view: InterestView) => cardOf(withdrawn(view))
export const withdrawnText = (view: InterestView) => textOf(withdrawn(view))
