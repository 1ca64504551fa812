import * as z from 'zod'
import type { InterestFilter } from '../interest/interestFilter.ts'
import * as fields from './buttonFields.ts'
import { interestReply } from './cards/interestCard.ts'
import { sayMoreReply } from './cards/plain.ts'
import type { OneChange } from './changing.ts'
import {
  type Act,
  type AfterChoice,
  button,
  type CommandResult,
  type Narrowed,
  type ReviewCommand,
  type ReviewContext,
  respond,
  type Targeted,
} from './command.ts'
import { putRecord, reviewTable, type ShownList } from './reviewMemory.ts'
import { resolveTarget } from './targetResolver.ts'

export interface OneInterest {
  key: string
}

/** Opens one interest, with what was just done, and with a note that was typed and not taken. */
export const openInterest: Act<OneInterest & { done?: string; note?: string }> = async (
  context,
  { key, done, note },
) => {
  const opened = await context.service.open(context.actor, { key })
  if (opened.kind !== 'opened') return opened
  putRecord(context.turn.memory, key)
  return respond(interestReply({ ...opened, wording: await context.wording(), done, note }))
}

/** Does something with whoever a message means. */
export const doTo = async (
  context: ReviewContext,
  { target }: Targeted,
  after: AfterChoice,
): Promise<CommandResult> => {
  const found = await resolveTarget(context, target, after)
  return 'keys' in found ? context.perform(found, after) : found
}

/** A command that does one thing to one interest, by a button or by words of its own. Its name is the button's verb, too. */
export const onOneInterest = (
  name: 'open' | 'release' | 'send-notice',
  words: RegExp,
  act: Act<OneInterest>,
): ReviewCommand<Targeted> => ({
  name,
  buttons: { [`review/${name}`]: button(z.object({ key: fields.key }), act) },
  recognise: ({ plain, target }) => (words.test(plain) ? { target } : undefined),
  run: (context, asked) => doTo(context, asked, { verb: name }),
})

/**
 * What came of a change of one interest: it is shown again, with what was done.
 * @param note what was typed, which stays in its field when it was not taken
 */
export const showChanged = async (
  context: ReviewContext,
  key: string,
  outcome: OneChange,
  done: string,
  note?: string,
): Promise<CommandResult> => {
  switch (outcome.kind) {
    case 'changed':
      context.memory.changed = [key]
      return openInterest(context, { key, done })
    case 'invalid':
      return openInterest(context, { key, done: outcome.message, note })
    case 'conflict': {
      const conflict = 'Somebody changed it before you. See its history below. Nothing of yours is saved yet.'
      return openInterest(context, { key, done: conflict, note })
    }
    default:
      return outcome
  }
}

const NAMES_GONE = sayMoreReply(
  'I do not keep the names that you search for. Please press the button on the list, or say which list you mean.',
  'export the band 3s',
)

/** Does something with the filter that a message means, unless it narrows one with a name in it, which was not kept. */
export const withFilter = async (
  { turn }: ReviewContext,
  { filter, refine }: Narrowed,
  act: (filter: InterestFilter) => Promise<CommandResult>,
): Promise<CommandResult> => {
  const { list } = reviewTable(turn.memory)
  const within = refine && list ? filterOf(list) : {}
  return within ? act({ ...within, ...filter }) : respond(NAMES_GONE)
}

/** A filter narrowed by another: what both say of a place must hold together where that finds anybody. */
export const narrowed = async (
  { service, actor }: ReviewContext,
  base: InterestFilter,
  more: InterestFilter,
): Promise<InterestFilter> => {
  if (!base.team || !more.team || base.team === more.team) return { ...base, ...more }
  const both = { ...base, ...more, team: `${base.team} ${more.team}` }
  const found = await service.keysOf(actor, both)
  return found.kind === 'keys' && found.keys.length > 0 ? both : { ...base, ...more }
}

/** The filter of a list that was shown; nothing where it had a name in it and not all of it was shown. */
export const filterOf = ({ filter, named, next, keys }: ShownList): InterestFilter | undefined => {
  if (!named) return filter
  return next ? undefined : { ...filter, keys }
}
