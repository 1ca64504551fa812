import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { markdownText } from '../../cards/escape.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { normalise } from '../../reading/normalise.ts'
import { isOneOf, says } from '../../reading/phrases.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import * as fields from '../buttonFields.ts'
import { listReply } from '../cards/listCard.ts'
import { formFilter } from '../cards/listForms.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, button, type Narrowed, type ReviewCommand, type ReviewContext, respond } from '../command.ts'
import { filterOf, narrowed, withFilter } from '../interestActions.ts'
import { interestKey } from '../reviewDeps.ts'
import { putList, reviewTable, withoutNames } from '../reviewMemory.ts'
import { resolveTarget } from '../targetResolver.ts'
import { filterInWords } from '../wording.ts'
import type { ListRequest } from '../workList.ts'

/** Whether a filter has all the parts of another. */
const narrows = (filter: InterestFilter, other: InterestFilter): boolean =>
  Object.entries(other).every(([part, value]) => isDeepStrictEqual(filter[part as keyof InterestFilter], value))

/** Shows the work list and remembers it. */
const showList: Act<ListRequest & { within?: InterestFilter }> = async (
  { service, actor, wording, memory, turn, now },
  request,
) => {
  const list = await service.workList(actor, request)
  if (list.kind !== 'list') return list
  const { list: before } = reviewTable(turn.memory)
  const earlier = request.continuation && before?.next === request.continuation ? before.keys : []
  const { order, next, interests } = list
  const keys = [...earlier, ...interests.map(interestKey)]
  const { filter, named } = withoutNames(list.filter)
  const within = request.within && withoutNames(request.within).filter
  putList(turn.memory, {
    filter,
    ...(named && { named }),
    ...(within && { within }),
    ...(before && !before.named && !narrows(filter, before.filter) && { before: before.filter }),
    order,
    keys,
    from: earlier.length,
    ...(next && { next }),
  })
  memory.at = now.toISOString()
  return respond(listReply({ ...list, from: earlier.length, wording: await wording() }))
}

/** It asks for some of those shown and of no others. */
const STRICT = /\b(them|em|those|these|they|any|anyone|which|who)\b/i

/** Narrows the list shown, or that which it was narrowed from; when that leaves nobody, the list stays on the table. */
const narrow: Act<{ filter: InterestFilter; order?: ListRequest['order'] }> = async (context, { filter, order }) => {
  const { list } = reviewTable(context.turn.memory)
  const base = list ? filterOf(list) : {}
  if (!base) return respond(sayMoreReply('I do not keep the names that you search for.', 'show the list'))
  const within = await narrowed(context, base, filter)
  if (list && list.keys.length > 0) {
    const found = await context.service.keysOf(context.actor, within)
    if (found.kind === 'keys' && found.keys.length === 0) {
      const wider = STRICT.test(context.turn.message) ? undefined : (list.within ?? {})
      const beside = wider && (await narrowed(context, wider, filter))
      const others = beside && (await context.service.keysOf(context.actor, beside))
      if (others?.kind === 'keys' && others.keys.length > 0)
        return showList(context, { filter: beside as InterestFilter, within: wider, order: order ?? list.order })
      const inWords = filterInWords(within, await context.wording())
      return respond(
        sayMoreReply(`None of those: nobody is left with ${markdownText(inWords)}.`, 'the list again', 'show all'),
      )
    }
  }
  return showList(context, {
    filter: within,
    within: isEmpty(filter) ? list?.within : base,
    order: order ?? list?.order,
  })
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
  recognise: ({ text, filter, refine, order, table }) => {
    const sorts =
      order !== undefined &&
      isEmpty(filter) &&
      table.list !== undefined &&
      /^\W*(?:and )?(?:sort|order|put)\b/i.test(text)
    return { filter, refine: refine || sorts, ...(order && { order }) }
  },
  run: (context, { filter, refine, order }) =>
    refine ? narrow(context, { filter, order }) : showList(context, { filter, order }),
}

/** The list shown last, once more. */
export const listAgain: ReviewCommand = {
  name: 'list-again',
  recognise: ({ text, table }) => (table.list && isOneOf(normalise(text), 'listAgain') ? {} : undefined),
  run: (context) => narrow(context, { filter: {} }),
}

/** Those of the list that were not opened or changed, as far as a question asks for some of them. */
export const others: ReviewCommand<{ filter: InterestFilter }> = {
  name: 'others',
  recognise: ({ text, filter, slots, table }) =>
    table.list && !slots.status && /\b(others|rest|other ones)\b/i.test(text) && says(normalise(text), 'questions')
      ? { filter }
      : undefined,
  async run(context, { filter }) {
    const { list } = reviewTable(context.turn.memory)
    const rest = await resolveTarget(context, { kind: 'rest' }, { verb: 'open' })
    if ('keys' in rest) return narrow(context, { filter: { ...filter, keys: rest.keys } })
    const all = list?.within && (await context.service.keysOf(context.actor, list.within))
    if (!list?.within || all?.kind !== 'keys') return rest
    const keys = all.keys.filter((key) => !list.keys.includes(key))
    return showList(context, { filter: { ...list.within, ...filter, keys }, within: list.within })
  },
}

/** The furthest of a list's statuses at which anybody is, while something is still to be done. Throws StoreUnavailable. */
const furthest = async ({ service, actor }: ReviewContext, filter: InterestFilter): Promise<InterestFilter> => {
  const shown = await service.workList(actor, { filter })
  const { byStatus } = shown.kind === 'list' ? shown.counts : { byStatus: {} as Record<string, number> }
  const last = service.statuses.findLast(({ id, next }) => next !== 'nobody' && (byStatus[id] ?? 0) > 0)
  return last ? { ...filter, statuses: [last.id] } : filter
}

/** Who is first on a list in an order: said by name, with the list. */
export const first: ReviewCommand<Narrowed & Pick<ListRequest, 'order'> & { far: boolean }> = {
  name: 'first',
  recognise: ({ text, filter, refine, order }) =>
    says(normalise(text), 'asksFirst')
      ? {
          filter: { ...filter, name: undefined },
          refine,
          far: says(normalise(text), 'furthest'),
          ...(order && { order }),
        }
      : undefined,
  run: (context, { order = 'oldest', far, ...asked }) =>
    withFilter(context, asked, async (filter) => {
      const shown = await showList(context, { filter: far ? await furthest(context, filter) : filter, order })
      const [key] = reviewTable(context.turn.memory).list?.keys ?? []
      if ('kind' in shown || !key) return shown
      const told = await context.perform({ keys: [key], several: false }, { verb: 'tell', field: 'status' })
      context.memory.did = { verb: 'open' }
      return 'kind' in told ? told : { replies: [...told.replies, ...shown.replies] }
    }),
}

const MORE =
  /^\W*(?:show (?:me )?)?(?:(?:are there |is there )?(?:any ?)?more(?: of them)?|is that (?:all|it|everyone)|next(?: page| lot| ones)?|the next (?:page|ones|lot))\W*$/i

/** The next page of the list shown last. */
export const nextPage: ReviewCommand = {
  name: 'next-page',
  recognise: ({ plain }) => (MORE.test(plain) ? {} : undefined),
  run: (context) =>
    withFilter(context, { filter: {}, refine: true }, async (filter) => {
      const { next, order } = reviewTable(context.turn.memory).list ?? {}
      if (!next) return respond(sayMoreReply('That was the last page.', 'show the list'))
      return showList(context, { filter, continuation: next, order })
    }),
}
