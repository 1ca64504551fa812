import { cardOf, type Part, type Said, textOf, typed, words } from '../../cards/cardContent.ts'
import type { FieldName, InterestFields } from '../../interest/interest.ts'
import { FIELD_NAMES } from '../../interest/interestFields.ts'
import { fieldValue, LABELS } from '../../interest/labels.ts'
import { cohortWithin, type InterestView } from './ownInterest.ts'
import { summaryKey } from './summary.ts'

export interface ChangesView extends InterestView {
  changes: Partial<InterestFields>
}

const lines = ({ interest, changes }: ChangesView): Part[] =>
  FIELD_NAMES.filter((field) => changes[field] !== undefined).map((field: FieldName) => {
    const before = fieldValue(interest, field)
    const after = fieldValue(changes, field)
    return words(`${LABELS[field]}: `, typed(after || 'nothing'), ...(before ? [' (it was ', typed(before), ')'] : []))
  })

function asked(view: ChangesView): Said {
  const { interest, cohortName, changes } = view
  const { cohortId } = interest
  const data = { typed: 'true', cohortId, shows: summaryKey({ fields: changes, cohortId }) }
  return {
    title: 'Is this change right?',
    parts: [
      words(`This is ${interest.reference}, for `, typed(cohortWithin(interest.cohortId, cohortName)), '.'),
      ...lines(view),
      words('Nothing is changed yet.'),
    ],
    acts: [
      { title: 'Save', verb: 'interest/change-save', data, style: 'positive', say: 'yes' },
      { title: 'Change more', verb: 'interest/change', data: { cohortId }, say: 'change my team' },
      { title: 'Cancel', verb: 'interest/change-cancel', say: 'cancel' },
    ],
  }
}

/** What would change, with what stands there now. */
export const changesCard = (view: ChangesView) => cardOf(asked(view))
export const changesText = (view: ChangesView) => textOf(asked(view))
