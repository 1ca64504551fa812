import { type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'
import { cohortWithin, type InterestView, MY_DATA, start } from './ownInterest.ts'

const confirm = ({ interest, cohortName }: InterestView): CardContent => ({
  title: 'Withdraw your interest?',
  blocks: [
    words(`This is ${interest.reference}, for `, userText(cohortWithin(interest.cohortId, cohortName)), '.'),
    words('HR will see that you withdrew. You can register again later, while the cohort is open.'),
    {
      kind: 'element',
      elements: [{ type: 'Input.Text', id: 'reason', label: 'Why (optional)', maxLength: 200 }],
    },
  ],
  actions: [
    {
      title: 'Withdraw',
      verb: 'interest/withdraw-confirm',
      data: { cohortId: interest.cohortId },
      style: 'destructive',
      typedAlternative: 'yes',
    },
    { title: 'Keep it', verb: 'interest/withdraw-keep', submitsInputs: false, typedAlternative: 'no' },
  ],
})

/** Asks before an interest is withdrawn. */
export const withdrawConfirmReply = (view: InterestView): Reply => replyOf(confirm(view))

const withdrawn = ({ interest, cohortName }: InterestView): CardContent => ({
  title: 'You have withdrawn your interest',
  blocks: [
    words(
      `${interest.reference}, for `,
      userText(cohortWithin(interest.cohortId, cohortName)),
      ', is withdrawn. HR can see that it is.',
    ),
    words('We still hold what you told us. My data shows it, and you can erase it there.'),
  ],
  actions: [start('Register again', interest.cohortId), MY_DATA],
})

/** That an interest is withdrawn, and what is still held. */
export const withdrawnReply = (view: InterestView): Reply => replyOf(withdrawn(view))
