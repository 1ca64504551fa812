import { type CardBlock, type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import type { FieldName, InterestFields } from '../../interest/interest.ts'
import { FIELD_NAMES } from '../../interest/interestFields.ts'
import { fieldValue, LABELS } from '../../interest/labels.ts'
import type { Reply } from '../../reply.ts'
import { cohortWithin, type InterestView } from './ownInterest.ts'
import { summaryKey } from './summary.ts'

export interface ChangesView extends InterestView {
  changes: Partial<InterestFields>
}

const lines = ({ interest, changes }: ChangesView): CardBlock[] =>
  FIELD_NAMES.filter((field) => changes[field] !== undefined).map((field: FieldName) => {
    const before = fieldValue(interest, field)
    const after = fieldValue(changes, field)
    return words(
      `${LABELS[field]}: `,
      userText(after || 'nothing'),
      ...(before ? [' (it was ', userText(before), ')'] : []),
    )
  })

function asked(view: ChangesView): CardContent {
  const { interest, cohortName, changes } = view
  const { cohortId } = interest
  const data = { typed: 'true', cohortId, shows: summaryKey({ fields: changes, cohortId }) }
  return {
    title: 'Is this change right?',
    blocks: [
      words(`This is ${interest.reference}, for `, userText(cohortWithin(interest.cohortId, cohortName)), '.'),
      ...lines(view),
      words('Nothing is changed yet.'),
    ],
    actions: [
      { title: 'Save', verb: 'interest/change-save', data, style: 'positive', typedAlternative: 'yes' },
      { title: 'Change more', verb: 'interest/change', data: { cohortId }, typedAlternative: 'change my team' },
      { title: 'Cancel', verb: 'interest/change-cancel', typedAlternative: 'cancel' },
    ],
  }
}

/** What would change, with what stands there now. */
export const changesReply = (view: ChangesView): Reply => replyOf(asked(view))
