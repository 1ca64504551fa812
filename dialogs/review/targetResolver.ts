import type { TargetRef } from './asking/reviewMessage.ts'
import { sayMoreReply } from './cards/plain.ts'
import { nobodyReply, whichOneReply } from './cards/whichOne.ts'
import { type AfterChoice, type CommandResult, type Found, pending, type ReviewContext, respond } from './command.ts'
import { interestKey } from './reviewDeps.ts'
import { putList, reviewTable, type ShownList } from './reviewMemory.ts'
import { CANDIDATES, MOST_AT_ONCE } from './workList.ts'

const WHICH_ONE = sayMoreReply('Which one do you mean?', 'mark number 1 as contacted', 'open AP-7K3F-92')

type Resolved = Found | CommandResult

const found = (keys: readonly string[], several = keys.length > 1): Found => ({ keys, several })

const withoutTitle = (name: string): string => name.replace(/^(mr|mrs|ms|miss|mx|dr|sister|prof)\.? /i, '')

/** The people of some names: asked about when several bear one, never guessed. */
const byNames = async (
  context: ReviewContext,
  names: readonly string[],
  after: AfterChoice,
  not?: string,
): Promise<Resolved> => {
  const keys: string[] = []
  for (const name of names) {
    const outcome = await context.service.findByName(context.actor, withoutTitle(name))
    switch (outcome.kind) {
      case 'forbidden':
        return outcome
      case 'none':
        return respond(nobodyReply(name))
      case 'ambiguous': {
        const candidates = outcome.candidates.map(interestKey).filter((key) => key !== not)
        if (candidates.length === 1) return found(candidates)
        putList(context.turn.memory, { filter: {}, named: true, keys: candidates, from: 0 })
        const prompt = pending({ kind: 'which-one' }, { keys: candidates, after })
        return respond(whichOneReply(outcome, after, await context.wording()), prompt)
      }
      case 'found':
        keys.push(interestKey(outcome.interest))
    }
  }
  return found(keys)
}

const NO_LIST: ShownList = { filter: {}, keys: [], from: 0 }

/** @param numbers places on the list, from 1 */
const onTheList = (numbers: readonly number[], { keys: shown }: ShownList): Resolved => {
  if (shown.length === 0) return respond(sayMoreReply('I have shown you no list yet.', 'show the list'))
  const keys = numbers.flatMap((number) => shown[number - 1] ?? [])
  if (keys.length > 0 && keys.length === numbers.length) return found(keys)
  const are = shown.length === 1 ? 'is 1' : `are ${shown.length}`
  return respond(sayMoreReply(`There ${are} on the list I showed you.`, 'open number 1'))
}

const allOf = async ({ service, actor }: ReviewContext, filter: Parameters<typeof service.keysOf>[1]) => {
  const all = await service.keysOf(actor, filter)
  if (all.kind === 'forbidden') return all
  if (all.keys.length === 0) return respond(sayMoreReply('There are none like that.', 'show all'))
  if (!all.more) return found(all.keys, true)
  const many = `There are more than ${MOST_AT_ONCE} like that. Please narrow it down first.`
  return respond(sayMoreReply(many, 'only the new ones'))
}

/** Asks which of those shown is meant, by name while they are few. Throws StoreUnavailable. */
const whichOf = async (context: ReviewContext, keys: readonly string[], after: AfterChoice): Promise<Resolved> => {
  if (keys.length < 2 || keys.length > CANDIDATES) return respond(WHICH_ONE)
  const shown = await context.service.allOf(context.actor, { keys })
  if (shown.kind !== 'all') return shown
  const candidates = keys.flatMap((key) => shown.interests.find((one) => interestKey(one) === key) ?? [])
  const reply = whichOneReply({ candidates, more: false }, after, await context.wording(), 'on the list I showed you')
  return respond(reply, pending({ kind: 'which-one' }, { keys, after }))
}

/**
 * The interests that a message means: by reference, by name, or by their places on the list shown last.
 * @param after what is done once somebody of an ambiguous name is chosen
 */
export async function resolveTarget(context: ReviewContext, target: TargetRef, after: AfterChoice): Promise<Resolved> {
  const { service, actor } = context
  const { changed = [], spoken = [] } = context.memory
  const { list = NO_LIST, opened } = reviewTable(context.turn.memory)
  const page = list.keys.slice(list.from)
  const rest = page.filter((key) => !changed.includes(key) && key !== opened)
  switch (target.kind) {
    case 'keys':
      return found(target.keys)
    case 'reference': {
      const one = await service.open(actor, { reference: target.reference })
      return one.kind === 'opened' ? found([interestKey(one.interest)]) : one
    }
    case 'names':
      return byNames(context, target.names, after, target.others ? opened : undefined)
    case 'numbers':
      return onTheList(target.numbers, list)
    case 'places': {
      const from = target.from < 0 ? Math.max(0, page.length + target.from) : target.from
      const count = Math.min(target.count, page.length)
      const places = onTheList(
        Array.from({ length: count }, (_, i) => list.from + from + i + 1),
        list,
      )
      return 'keys' in places ? found(places.keys, target.count > 1) : places
    }
    case 'both':
      if (page.length === 2) return found(page)
      return changed.length === 2 ? found(changed) : spoken.length === 2 ? found(spoken) : whichOf(context, page, after)
    case 'shown':
      return page.length > 0 ? found(page, true) : onTheList([], list)
    case 'rest':
      return rest.length > 0
        ? found(rest, true)
        : respond(sayMoreReply('There are none left on the list.', 'show the list'))
    case 'beside': {
      const at = opened === undefined ? (target.step > 0 ? 0 : -1) : list.keys.indexOf(opened) + target.step
      const key = list.keys[at]
      return key
        ? found([key])
        : respond(sayMoreReply('There is none there on the list.', 'next page', 'show the list'))
    }
    case 'other':
    case 'this':
    case 'nobody': {
      if (target.kind === 'other' && page.length === 2 && rest.length === 1) return found(rest)
      if (target.kind === 'other' && spoken[1]) return found([spoken[1]])
      const key = opened ?? [page, changed].find(({ length }) => length === 1)?.[0]
      return key ? found([key]) : whichOf(context, page, after)
    }
    case 'all-of':
      return allOf(context, target.filter)
  }
}
