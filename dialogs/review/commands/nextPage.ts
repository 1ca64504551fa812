import { sayMoreReply } from '../cards/plain.ts'
import { type ReviewCommand, respond } from '../command.ts'
import { withFilter } from '../interestActions.ts'
import { showList } from './list.ts'

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
