import { type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import { type CardAction, MOST_ACTIONS } from '../../cards/elements.ts'
import type { CohortChoice } from '../../interest/openCohorts.ts'
import type { Reply } from '../../reply.ts'
import { cohortWithin, start } from './ownInterest.ts'

export interface ClosedView {
  /** None when there is no such cohort. */
  cohort?: CohortChoice
  /** Those that take interest now, "any later cohort" among them. */
  open: readonly CohortChoice[]
}

function closed({ cohort, open }: ClosedView): CardContent {
  const others = open.slice(0, MOST_ACTIONS - 2).map(
    (one): CardAction => ({
      ...start(one.name, one.id),
      typedAlternative: `register for ${cohortWithin(one.id, one.name)}`,
    }),
  )
  const tell: CardAction = {
    title: 'Tell me when it opens',
    verb: 'interest/notify-open',
    typedAlternative: 'tell me when it opens',
    ...(cohort && { data: { cohortId: cohort.id } }),
  }
  return {
    title: 'That cohort is closed',
    blocks: [
      cohort
        ? words(userText(cohort.name), ' is not taking interest at the moment. Nothing is saved.')
        : words('We know no cohort by that name. Nothing is saved.'),
      ...(others.length > 0
        ? [words(`You can register for one of these now, or be told when ${cohort ? 'it' : 'one'} opens.`)]
        : [words(`We can tell you when ${cohort ? 'it' : 'one'} opens.`)]),
    ],
    actions: [
      ...others,
      cohort ? tell : { ...tell, title: 'Tell me when one opens', typedAlternative: 'tell me when one opens' },
    ],
  }
}

/** That a cohort takes no interest, and what can be done instead. */
export const cohortClosedReply = (view: ClosedView): Reply => replyOf(closed(view))
