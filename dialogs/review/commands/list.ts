import * as z from 'zod'
import * as fields from '../buttonFields.ts'
import { listReply } from '../cards/listCard.ts'
import { formFilter } from '../cards/listForms.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, button, type Narrowed, type ReviewCommand, respond } from '../command.ts'
import { withFilter } from '../interestActions.ts'
import { rememberShown, withoutNames } from '../reviewMemory.ts'
import type { ListRequest } from '../workList.ts'

/** Shows the work list and remembers it. */
const showList: Act<ListRequest> = async ({ service, actor, wording, memory, now }, request) => {
  const list = await service.workList(actor, request)
  if (list.kind !== 'list') return list
  rememberShown(memory, list.interests)
  Object.assign(memory, withoutNames(list.filter), { order: list.order, next: list.next, at: now.toISOString() })
  return respond(listReply({ ...list, wording: await wording() }))
}

const orderOf = (plain: string): 'oldest' | 'newest' | undefined => {
  if (/\b(newest|latest|most recent)\b/i.test(plain)) return 'newest'
  return /\boldest|longest\b/i.test(plain) ? 'oldest' : undefined
}

const shown = z.looseObject({
  filter: fields.filter,
  order: z.enum(['oldest', 'newest']).optional(),
  next: fields.text(2000).optional(),
  /** The form of the card fills in the filter. */
  form: fields.text(10).optional(),
})

/** The work list, narrowed or not: what a message asks for that no other command recognises. */
export const list: ReviewCommand<Narrowed & Pick<ListRequest, 'order'>> = {
  name: 'list',
  buttons: {
    'review/list': button(shown, (context, { filter, order, next: continuation, form, ...inputs }) =>
      showList(context, { filter: form ? formFilter(filter, inputs, context.now) : filter, order, continuation }),
    ),
  },
  recognise({ plain, filter, refine }) {
    const order = orderOf(plain)
    return { filter, refine, ...(order && { order }) }
  },
  run: (context, { filter, refine, order }) =>
    showList(context, { filter: refine ? { ...context.memory.filter, ...filter } : filter, order }),
}

const MORE = /^\W*(?:show (?:me )?)?(?:more(?: of them)?|next(?: page| lot| ones)?|the next (?:page|ones|lot))\W*$/i

/** The next page of the list shown last. */
export const nextPage: ReviewCommand = {
  name: 'next-page',
  recognise: ({ plain }) => (MORE.test(plain) ? {} : undefined),
  run: (context) =>
    withFilter(context, { filter: {}, refine: true }, async (filter) => {
      const { next, order } = context.memory
      if (!next) return respond(sayMoreReply('That was the last page.', 'show the list'))
      return showList(context, { filter, continuation: next, order })
    }),
}
