import { type CardContent, replyOf, userText, words } from '../../cards/cardContent.ts'
import { MOST_ACTIONS } from '../../cards/elements.ts'
import type { CohortChoice } from '../../interest/openCohorts.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'
import { startFor } from './ownInterest.ts'

/**
 * That a cohort takes no interest, and what can be done instead.
 * @param cohort undefined when there is no such cohort
 * @param open those that take interest now, "any later cohort" among them
 */
export function cohortClosedReply(cohort: CohortChoice | undefined, open: readonly CohortChoice[]): Reply {
  const others = open.slice(0, MOST_ACTIONS - 2).map((one) => startFor(one))
  const opens = cohort ? 'it opens' : 'one opens'
  return replyOf({
    title: 'That cohort is closed',
    blocks: [
      cohort
        ? words(userText(cohort.name), ' is not taking interest at the moment. Nothing is saved.')
        : words('We know no cohort by that name. Nothing is saved.'),
      words(
        others.length > 0
          ? `You can register for one of these now, or be told when ${opens}.`
          : `We can tell you when ${opens}.`,
      ),
    ],
    actions: [
      ...others,
      {
        title: `Tell me when ${opens}`,
        verb: 'interest/notify-open',
        typedAlternative: `tell me when ${opens}`,
        ...(cohort && { data: { cohortId: cohort.id } }),
      },
    ],
  } satisfies CardContent<RegisterVerb>)
}
