import { sayMoreReply } from './cards/plain.ts'
import { memoryOf, type ReviewContext } from './reviewContext.ts'
import { type CommandResult, respond } from './reviewResponse.ts'
import type { WorkFilter } from './workFilter.ts'

/** What a message narrows to. */
export interface FilterAsked {
  filter: WorkFilter
  /** Whether that is on top of the filter shown last. */
  refine: boolean
}

/** The whole of the filter that a message means. */
export const filterAsked = (context: ReviewContext, { filter, refine }: FilterAsked): WorkFilter =>
  refine ? { ...memoryOf(context).filter, ...filter } : filter

export const namesGone = () =>
  respond(
    sayMoreReply(
      'I do not keep the names that you search for. Please press the button on the list, or say which list you mean.',
      'export the band 3s',
    ),
  )

/** Does something with everybody of the filter that a message means, unless a name in it was not kept. */
export const withFilter = async (
  context: ReviewContext,
  asked: FilterAsked,
  act: (filter: WorkFilter) => Promise<CommandResult>,
): Promise<CommandResult> => (asked.refine && memoryOf(context).named ? namesGone() : act(filterAsked(context, asked)))
