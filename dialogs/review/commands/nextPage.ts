import { sayMoreReply } from '../cards/plain.ts'
import type { ReviewCommand } from '../command.ts'
import { namesGone } from '../filterAsked.ts'
import { memoryOf } from '../reviewContext.ts'
import { respond } from '../reviewResponse.ts'
import { showList } from './list.ts'

const MORE = /^\W*(?:show (?:me )?)?(?:more(?: of them)?|next(?: page| lot| ones)?|the next (?:page|ones|lot))\W*$/i

/** The next page of the list shown last. */
export const nextPage: ReviewCommand = {
  name: 'next-page',
  recognise: ({ plain }) => (MORE.test(plain) ? {} : undefined),
  async run(context) {
    const { next, filter = {}, order, named } = memoryOf(context)
    if (named) return namesGone()
    if (!next) return respond(sayMoreReply('That was the last page.', 'show the list'))
    return showList(context, { filter, continuation: next, order })
  },
}
