import { type CardBlock, type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import type { InterestFields } from '../../interest/interest.ts'
import { FIELD_NAMES } from '../../interest/interestFields.ts'
import { fieldValue, LABELS } from '../../interest/labels.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'
import { cohortWithin, type InterestView } from './ownInterest.ts'
import { summaryKey } from './summary.ts'

/** What would change, with what stands there now. */
export function changesReply(view: InterestView, changes: Partial<InterestFields>): Reply {
  const { interest } = view
  const { cohortId } = interest
  const lines = FIELD_NAMES.filter((field) => changes[field] !== undefined).map((field): CardBlock => {
    const before = fieldValue(interest, field)
    const after = fieldValue(changes, field)
    return words(
      `${LABELS[field]}: `,
      userText(after || 'nothing'),
      ...(before ? [' (it was ', userText(before), ')'] : []),
    )
  })
  const data = { typed: 'true', cohortId, shows: summaryKey({ fields: changes, cohortId }) }
  return replyOf({
    title: 'Is this change right?',
    blocks: [
      words(`This is ${interest.reference}, for `, cohortWithin(view), '.'),
      ...lines,
      words('Nothing is changed yet.'),
    ],
    actions: [
      { title: 'Save', verb: 'interest/change-save', data, style: 'positive', typedAlternative: 'yes' },
      { title: 'Change more', verb: 'interest/change', data: { cohortId }, typedAlternative: 'change my team' },
      { title: 'Cancel', verb: 'interest/change-cancel', typedAlternative: 'cancel' },
    ],
  } satisfies CardContent<RegisterVerb>)
}
