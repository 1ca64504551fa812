import { type CardContent, replyOf, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'
import { cohortWithin, type InterestView, MY_DATA, start } from './ownInterest.ts'

/** Asks before an interest is withdrawn. */
export const withdrawConfirmReply = (view: InterestView): Reply =>
  replyOf({
    title: 'Withdraw your interest?',
    blocks: [
      words(`This is ${view.interest.reference}, for `, cohortWithin(view), '.'),
      words('HR will see that you withdrew. You can register again later, while the cohort is open.'),
      { kind: 'element', elements: [textInput('reason', 'Why (optional)', { maxLength: 200 })] },
    ],
    actions: [
      {
        title: 'Withdraw',
        verb: 'interest/withdraw-confirm',
        data: { cohortId: view.interest.cohortId },
        style: 'destructive',
        typedAlternative: 'yes',
      },
      { title: 'Keep it', verb: 'interest/withdraw-keep', submitsInputs: false, typedAlternative: 'no' },
    ],
  } satisfies CardContent<RegisterVerb>)

/** That an interest is withdrawn, and what is still held. */
export const withdrawnReply = (view: InterestView): Reply =>
  replyOf({
    title: 'You have withdrawn your interest',
    blocks: [
      words(`${view.interest.reference}, for `, cohortWithin(view), ', is withdrawn. HR can see that it is.'),
      words('We still hold what you told us. My data shows it, and you can erase it there.'),
    ],
    actions: [start('Register again', view.interest.cohortId), MY_DATA],
  } satisfies CardContent<RegisterVerb>)
