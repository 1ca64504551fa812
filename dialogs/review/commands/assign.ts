import * as fields from '../buttonFields.ts'
import { NOBODY } from '../cards/interestCard.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, button, type CommandResult, type ReviewCommand, respond, type Targeted } from '../command.ts'
import { openInterest, showChanged } from '../interestActions.ts'
import { type Seen, seenOf } from '../reviewDeps.ts'
import { resolveTarget } from '../targetResolver.ts'

const assignTo: Act<Seen & { officer: string | null }> = async (context, { officer, ...seen }) => {
  const outcome = await context.service.assign(context.actor, seen, officer, context.command)
  return showChanged(context, seen.key, outcome, officer ? 'It is assigned.' : 'It is assigned to nobody.')
}

const ASSIGN = /^\W*(?:please |can you |could you )?(assign\b|give\b.* to \w)/i

/** "me", a colleague's name, or null for nobody. */
const assigneeIn = (message: string): string | null => {
  const to = /\b(?:assign(?:ed)?|give)\b.*?\bto (.+?)(?: to deal with.*|[.,].*)?$/i.exec(message)?.[1]?.trim() ?? 'me'
  if (/^(me|myself)$/i.test(to)) return 'me'
  return /^(nobody|no one|none)$/i.test(to) ? null : to
}

/** Gives interests to oneself, to a colleague by name, or to nobody. */
export const assign: ReviewCommand<Targeted & { to: string | null }> = {
  name: 'assign',
  buttons: {
    'review/assign': button(
      fields.seen.extend({ assignTo: fields.optionalText(100) }),
      (context, { assignTo: to, ...seen }) =>
        assignTo(context, { ...seen, officer: to === NOBODY || to === '' ? null : to }),
    ),
  },
  recognise: ({ text, plain, target }) => (ASSIGN.test(plain) ? { target, to: assigneeIn(text) } : undefined),
  async run(context, { target, to }) {
    const { service, actor } = context
    const found = await resolveTarget(context, target, { verb: 'open' })
    if (!('keys' in found)) return found
    let last: CommandResult = { kind: 'gone' }
    for (const key of found.keys) {
      const opened = await service.open(actor, { key })
      if (opened.kind !== 'opened') return opened
      const named = opened.officers.filter(({ name }) => to !== null && name.toLowerCase().includes(to.toLowerCase()))
      const officer = to === 'me' ? actor : named.length === 1 ? named[0] : undefined
      const done = 'I do not know that colleague. Please choose one below, under Note or assign.'
      if (to !== null && !officer) return openInterest(context, { key, done })
      last = await assignTo(context, { ...seenOf(opened.interest), officer: officer?.objectId ?? null })
    }
    if (found.keys.length < 2) return last
    context.memory.changed = [...found.keys]
    return respond(sayMoreReply(`${found.keys.length} are assigned.`, 'undo'))
  },
}
