import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'
import { type TargetRef, within } from '../asking/reviewMessage.ts'
import { namesIn } from '../asking/reviewTarget.ts'
import type { AfterChoice, ReviewCommand, ReviewContext, ReviewResponse, Targeted } from '../command.ts'
import { resolveTarget } from '../targetResolver.ts'
import { undoChanges } from './undo.ts'

const CHANGES = ['status', 'note', 'hold', 'assign', 'release']

/** What was done last, to be done to another: what was typed for it is looked up where it was written. */
const lastDone = async ({ service, actor, memory }: ReviewContext): Promise<AfterChoice | undefined> => {
  const { did, changed: [key] = [] } = memory
  if (!did) return undefined
  switch (did.verb) {
    case 'status':
      return { ...did, reason: '' }
    case 'note':
    case 'hold': {
      const opened = key ? await service.open(actor, { key }) : undefined
      const { notes = [], hold } = opened?.kind === 'opened' ? opened.interest : {}
      const note = notes.findLast(({ by }) => by.objectId === actor.objectId)?.text ?? ''
      return did.verb === 'note' ? { verb: 'note', note } : { verb: 'hold', why: hold?.why ?? '' }
    }
    default:
      return did as AfterChoice
  }
}

const hasTarget = ({ kind }: TargetRef, text: string): boolean =>
  kind !== 'nobody' && kind !== 'all-of' && (kind !== 'this' || /\b(him|her|it|them|this one|that one)\b/.test(text))

/** What was done last, done to another as well: "him too", "same for lucy". */
export const sameAgain: ReviewCommand<Targeted> = {
  name: 'same-again',
  recognise({ text, target: meant, slots }) {
    const said = normalise(text)
    const length = said.split(' ').length
    const names = namesIn(text).map((words) => words.join(' '))
    const [first = ''] = names
    const bare = meant.kind === 'keys' && names.join(' ').split(' ').length === length
    const another = !slots.status && length <= 5 && /^(and|what about|how about|also|then)\b/.test(said)
    if (another && first && (meant.kind === 'nobody' || meant.kind === 'names'))
      return { target: { kind: 'names', names } }
    const alone = length <= 6 && !slots.status && says(said, 'sameAgain')
    const beside = meant.kind === 'beside' && /^(and|then|next|the next|previous)\b/.test(said)
    const target: TargetRef = meant.kind === 'this' ? { kind: 'other' } : meant
    return (alone || bare || beside || (another && meant.kind === 'keys')) && hasTarget(meant, said)
      ? { target }
      : undefined
  },
  async run(context, { target }) {
    const done = await lastDone(context)
    const asks = context.turn.message.trim().endsWith('?') && done?.verb !== 'tell'
    const after = asks || !done ? ({ verb: 'open' } as const) : done
    const found = await resolveTarget(context, target, after)
    return 'keys' in found ? context.perform(found, after) : found
  },
}

/** What was done last, taken back and done to the one that was meant: "wrong one, i meant number 4". */
export const wrongOne: ReviewCommand<Targeted> = {
  name: 'wrong-one',
  recognise({ text, target, slots, memory, table }) {
    const said = normalise(text)
    const corrects = says(said, 'wrongOne') || (says(said, 'putsRight') && said.split(' ').length <= 7)
    const whom = target.kind !== 'nobody' && target.kind !== 'this'
    return corrects && !slots.status && !beginsWith(said, 'asksWho') && memory.did && whom
      ? { target: within(target, table) }
      : undefined
  },
  async run(context, { target }) {
    const { changed = [], did } = context.memory
    const after = (await lastDone(context)) ?? { verb: 'open' }
    const found = await resolveTarget(context, target, after)
    if (!('keys' in found)) return found
    const right = changed.length > 0 && changed.every((key) => found.keys.includes(key))
    if (right && found.keys.length === changed.length) return context.perform(found, { verb: 'open' })
    const others = changed.filter((key) => !found.keys.includes(key))
    if (others.length < changed.length && others.length > 0) return undoChanges(context, { keys: others })
    const changes = did !== undefined && CHANGES.includes(did.verb) && changed.length > 0
    const undone = changes ? await undoChanges(context, { keys: changed }) : undefined
    if (undone && 'kind' in undone) return undone
    const done = await context.perform(found, after)
    if ('kind' in done) return done
    return { ...done, replies: [...(undone?.replies ?? []), ...done.replies] } satisfies ReviewResponse
  },
}
