import * as z from 'zod'
import { markdownText } from '../../cards/escape.ts'
import type { Status } from '../../interest/interest.ts'
import { fold } from '../../reading/normalise.ts'
import { statusSaid } from '../asking/askedFilter.ts'
import { within } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { leftReply, sayMoreReply } from '../cards/plain.ts'
import { conflictReply, previewReply, statusSetReply } from '../cards/statusCards.ts'
import {
  type Act,
  button,
  type Found,
  type Prompt,
  pending,
  type ReviewCommand,
  respond,
  type Targeted,
} from '../command.ts'
import { openInterest } from '../interestActions.ts'
import { interestKey, type Seen, seenOf } from '../reviewDeps.ts'
import { putRecord } from '../reviewMemory.ts'
import { someOf } from '../someOf.ts'
import { resolveTarget } from '../targetResolver.ts'

interface NewStatus {
  to: Status
  reason: string
}

/** To which status, when the message names none that the list has. */
const whichStatus: Act<{ keys?: readonly string[]; several?: boolean }> = async (
  context,
  { keys = [], several = false },
) => {
  const { statuses } = await context.wording()
  const labels = statuses.map(({ label }) => label.toLowerCase())
  const names: string[] = []
  for (const key of keys.slice(0, NAMED)) {
    const opened = await context.service.open(context.actor, { key })
    if (opened.kind !== 'opened') return opened
    names.push(
      `${markdownText(opened.interest.name)} (now ${statuses.find(({ id }) => id === opened.interest.status)?.label.toLowerCase()})`,
    )
  }
  const whose = names.length > 0 ? ` for ${names.join(', ')}${keys.length > NAMED ? ' and the others' : ''}` : ''
  const prompt = keys.length > 0 ? pending(statusAsked, { keys, several }) : undefined
  return respond(
    { ...sayMoreReply(`Which status${whose}? There are: ${labels.join(', ')}.`, 'reviewed'), personal: true },
    prompt,
  )
}

const statusAsked: Prompt<Found> = {
  kind: 'which-status',
  action: 'update-status',
  answers: (message) => message.trim().split(/\s+/).length <= 3,
  async answered(context, { keys, several, message }) {
    const said = fold(message)
    const to = context.statuses.find(({ id, label, phrasings }) =>
      [id, label, ...phrasings].some((way) => said === fold(way) || said.endsWith(` ${fold(way)}`)),
    )?.id
    return to
      ? context.perform({ keys, several }, { verb: 'status', to, reason: '' })
      : whichStatus(context, { keys, several })
  },
}

const NAMED = 8

/** Shows exactly what would change. */
const previewStatus: Act<NewStatus & { keys: readonly string[] }> = async (context, { keys, to, reason }) => {
  const preview = await context.service.previewStatus(context.actor, keys, to, reason)
  if (preview.kind === 'forbidden') return preview
  if (preview.kind === 'unknown-status') return whichStatus(context, {})
  const seen = preview.changes.map(seenOf)
  const prompt = seen.length > 0 ? pending(confirmStatus, { seen, to, reason }) : undefined
  return respond(previewReply(preview, await context.wording()), prompt)
}

/** Sets it, and opens it afterwards where that is wished. What others did meanwhile is told, with what was typed kept. */
const changeStatus: Act<NewStatus & { seen: readonly Seen[]; opens?: boolean }> = async (context, given) => {
  const { seen, to, reason, opens = false } = given
  const set = await context.service.setStatus(context.actor, seen, to, reason, context.command)
  if (set.kind === 'unknown-status') return whichStatus(context, {})
  if (set.kind !== 'set') return set
  const changed = set.changed.map(interestKey)
  if (changed.length > 0) context.memory.changed = changed
  if (changed[0] && !changed[1]) putRecord(context.turn.memory, changed[0])
  if (opens && changed[0]) return openInterest(context, { key: changed[0], done: 'The status is set.' })
  const wording = await context.wording()
  if (set.conflicts.length === 0) return respond(statusSetReply(set, wording))
  const latest = set.conflicts.map(({ interest }) => seenOf(interest))
  return respond(conflictReply(set, wording), pending(confirmStatus, { seen: latest, to, reason }))
}

const confirmStatus: Prompt<NewStatus & { seen: readonly Seen[] }> = {
  kind: 'confirm-status',
  action: 'update-status',
  yes: /^\W*(all the same|change them)\b/i,
  ofSome: true,
  async answered(context, { seen, message, ...given }) {
    const some = await someOf(
      context,
      seen.map(({ key }) => key),
    )
    if (some?.length === 0) return respond(leftReply())
    return changeStatus(context, { ...given, seen: some ? seen.filter(({ key }) => some.includes(key)) : seen })
  },
}

const reason = fields.optionalText(5000)
const chosen = z.object({ chosen: fields.optionalText(20_000), to: fields.optionalText(100), reason })
const confirmed = z.object({ seen: z.array(fields.seen).max(200), to: fields.text(100), reason })

const CHANGE =
  /^\W*(?:please |can you |could you )?(?:mark|set|put|move|change|update|shortlist|reopen|close|turn|reject|decline|withdraw|invite|offer|contact)\b/i

/** Says where interests stand: of one at once, of several once the officer has seen what will change. */
export const setStatus: ReviewCommand<Targeted & { status?: Status; reason: string }> = {
  name: 'set-status',
  buttons: {
    'review/status': button(
      fields.seen.extend({ to: fields.text(100), reason }),
      (context, { key, lines, ...status }) => changeStatus(context, { ...status, seen: [{ key, lines }], opens: true }),
    ),
    'review/preview': button(chosen, async (context, { chosen: several, ...status }) => {
      const keys = several.split(',').filter(Boolean).slice(0, 200)
      if (keys.length > 0 && status.to) return previewStatus(context, { ...status, keys })
      return respond('Choose at least one person and a new status, then try again.')
    }),
    'review/status-confirm': button(confirmed, changeStatus),
  },
  recognise({ action, text, plain, slots, target, statuses, table }) {
    const updates = action === 'update-status'
    if (!updates && !(CHANGE.test(plain) && slots.status && target.kind !== 'nobody')) return undefined
    const status = slots.status ?? (updates ? statusSaid(text, statuses) : undefined)
    const some = /\bones?\b/i.test(plain) ? within(target, table) : target
    return { target: some, reason: slots.reason ?? '', ...(status && { status }) }
  },
  async run(context, { target, status: to, reason: why }) {
    if (to) context.turn.trace.slots.status = to
    const found = await resolveTarget(context, target, to ? { verb: 'status', to, reason: why } : { verb: 'open' })
    if (!('keys' in found)) return found
    return to ? context.perform(found, { verb: 'status', to, reason: why }) : whichStatus(context, found)
  },
  prompts: [confirmStatus, statusAsked],
}

/** Sets the status of one at once; of several, once the officer has seen what will change. */
export const setStatusOf: Act<NewStatus & Found> = (context, { keys, several, to, reason: why }) => {
  const [key] = several ? [] : keys
  if (!key) return previewStatus(context, { keys, to, reason: why })
  putRecord(context.turn.memory, key)
  return changeStatus(context, { seen: [{ key }], to, reason: why })
}
