import { markdownText } from '../../cards/escape.ts'
import * as fields from '../buttonFields.ts'
import { NOBODY } from '../cards/interestCard.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, button, type CommandResult, type ReviewCommand, respond, type Targeted } from '../command.ts'
import { doTo, openInterest, showChanged } from '../interestActions.ts'
import { type Seen, seenOf } from '../reviewDeps.ts'

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
  run: (context, { target, to }) => doTo(context, { target }, { verb: 'assign', to }),
}

/** Gives each to one officer, to oneself ("me"), or to nobody. */
export const assignAll: Act<{ keys: readonly string[]; to: string | null }> = async (context, { keys, to }) => {
  const { service, actor } = context
  let last: CommandResult = { kind: 'gone' }
  const names: string[] = []
  for (const key of keys) {
    const opened = await service.open(actor, { key })
    if (opened.kind !== 'opened') return opened
    const { interest, officers } = opened
    const named = officers.filter(
      ({ name, objectId }) => objectId === to || (to !== null && name.toLowerCase().includes(to.toLowerCase())),
    )
    const officer = to === 'me' ? actor : named.length === 1 ? named[0] : undefined
    const known = [...new Set(officers.map(({ name }) => name))].join(', ')
    const done = `I do not know that colleague. I know ${known}. Nothing was changed. Say “assign this to” and the name.`
    if (to !== null && !officer) return openInterest(context, { key, done })
    last = await assignTo(context, { ...seenOf(interest), officer: officer?.objectId ?? null })
    context.memory.did = { verb: 'assign', to: officer?.objectId ?? null }
    names.push(markdownText(interest.name))
  }
  if (keys.length < 2) return last
  context.memory.changed = [...keys]
  return respond(sayMoreReply(`${keys.length} are assigned: ${names.join(', ')}.`, 'undo'))
}
