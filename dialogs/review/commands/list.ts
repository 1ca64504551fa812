import * as z from 'zod'
import * as fields from '../buttonFields.ts'
import { listReply } from '../cards/listCard.ts'
import { formFilter } from '../cards/listForms.ts'
import { button, type ReviewCommand } from '../command.ts'
import { type FilterAsked, filterAsked } from '../filterAsked.ts'
import { memoryOf, type ReviewContext, rememberShown } from '../reviewContext.ts'
import { withoutNames } from '../reviewMemory.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { ListRequest } from '../workList.ts'

/** Shows the work list and remembers it. */
export const showList = async (context: ReviewContext, request: ListRequest): Promise<CommandResult> => {
  const list = await context.service.workList(context.turn.actor, request)
  if (list.kind !== 'list') return list
  rememberShown(context, list.interests)
  const { order, next } = list
  Object.assign(memoryOf(context), { ...withoutNames(list.filter), order, next, at: context.now.toISOString() })
  return respond(listReply(list))
}

const orderOf = (plain: string): 'oldest' | 'newest' | undefined => {
  if (/\b(newest|latest|most recent)\b/i.test(plain)) return 'newest'
  return /\boldest|longest\b/i.test(plain) ? 'oldest' : undefined
}

const shown = z.looseObject({
  filter: fields.filter,
  order: z.enum(['oldest', 'newest']).optional(),
  next: fields.text(2000).optional(),
  form: fields.text(10).optional(),
})

/** The work list, narrowed or not: whatever no other command recognises. */
export const list: ReviewCommand<FilterAsked & Pick<ListRequest, 'order'>> = {
  name: 'list',
  buttons: {
    'review/list': button(shown, (context, data) =>
      showList(context, {
        filter: data.form ? formFilter(data.filter, data, context.now) : data.filter,
        order: data.order,
        continuation: data.next,
      }),
    ),
  },
  recognise({ plain, filter, refine }) {
    const order = orderOf(plain)
    return { filter, refine, ...(order && { order }) }
  },
  run: (context, { order, ...asked }) => showList(context, { filter: filterAsked(context, asked), order }),
}
