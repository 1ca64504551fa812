import * as z from 'zod'
import { commandOf } from '../../interest/command.ts'
import type { Status } from '../../interest/interest.ts'
import { statusSaid } from '../asking/askedFilter.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { whichStatusReply } from '../cards/plain.ts'
import { conflictReply, previewReply, statusSetReply } from '../cards/statusCards.ts'
import { button, type Prompt, pending, type ReviewCommand } from '../command.ts'
import { openInterest } from '../interestActions.ts'
import { memoryOf, type ReviewContext } from '../reviewContext.ts'
import { keyOf, type Seen, seenOf } from '../reviewDeps.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import { resolveTarget } from '../targetResolver.ts'

interface NewStatus {
  to: Status
  reason: string
}

const whichStatus = async ({ service }: ReviewContext) => respond(whichStatusReply(await service.wording()))

const confirmStatus: Prompt<NewStatus & { seen: Seen[] }> = {
  kind: 'confirm-status',
  action: 'update-status',
  yes: /^\W*(all the same|change them)\b/i,
  answered: (context, { seen, ...status }) => changeStatus(context, seen, status),
}

/** Shows exactly what would change. */
const previewStatus = async (context: ReviewContext, keys: readonly string[], { to, reason }: NewStatus) => {
  const preview = await context.service.previewStatus(context.turn.actor, keys, to, reason)
  if (preview.kind === 'forbidden') return preview
  if (preview.kind === 'unknown-status') return whichStatus(context)
  const seen = preview.changes.map(seenOf)
  return respond(previewReply(preview), seen.length > 0 ? pending(confirmStatus, { seen, to, reason }) : undefined)
}

/**
 * Sets it. What others did meanwhile is told, with what was typed kept.
 * @param opens whether the one that is set is opened then
 */
export async function changeStatus(
  context: ReviewContext,
  seen: readonly Seen[],
  { to, reason }: NewStatus,
  opens = false,
): Promise<CommandResult> {
  const { service, turn } = context
  const set = await service.setStatus(turn.actor, seen, to, reason, commandOf(turn))
  if (set.kind === 'unknown-status') return whichStatus(context)
  if (set.kind !== 'set') return set
  const changed = set.changed.map(keyOf)
  if (changed.length > 0) memoryOf(context).changed = changed
  if (opens && changed[0]) return openInterest(context, changed[0], { done: 'The status is set.' })
  if (set.conflicts.length === 0) return respond(statusSetReply(set))
  const latest = set.conflicts.map(({ interest }) => seenOf(interest))
  return respond(conflictReply(set), pending(confirmStatus, { seen: latest, to, reason }))
}

const reason = fields.optionalText(5000)
const chosen = z.object({ chosen: fields.optionalText(20_000), to: fields.optionalText(100), reason })
const confirmed = z.object({ seen: z.array(fields.seen).max(200), to: fields.text(100), reason })

const CHANGE = /^\W*(?:please |can you |could you )?(?:mark|set|put|move|change|update|shortlist|reopen|close)\b/i

/** Says where interests stand: of one at once, of several once the officer has seen what will change. */
export const setStatus: ReviewCommand<{ target: TargetRef; status?: Status; reason: string }> = {
  name: 'set-status',
  buttons: {
    'review/status': button(fields.seen.extend({ to: fields.text(100), reason }), (context, { to, reason, ...seen }) =>
      changeStatus(context, [seen], { to, reason }, true),
    ),
    'review/preview': button(chosen, async (context, { chosen: several, ...status }) => {
      const keys = several.split(',').filter(Boolean).slice(0, 200)
      return keys.length > 0 && status.to
        ? previewStatus(context, keys, status)
        : respond('Choose at least one person and a new status, then try again.')
    }),
    'review/status-confirm': button(confirmed, (context, { seen, ...status }) => changeStatus(context, seen, status)),
  },
  recognise({ action, text, plain, slots, target, statuses }) {
    const updates = action === 'update-status'
    if (!updates && !(CHANGE.test(plain) && slots.status && target.kind !== 'nobody')) return undefined
    const status = slots.status ?? (updates ? statusSaid(text, statuses) : undefined)
    return { target, reason: slots.reason ?? '', ...(status && { status }) }
  },
  async run(context, { target, status: to, reason }) {
    if (to) context.turn.trace.slots.status = to
    const found = await resolveTarget(context, target, to ? { verb: 'status', to, reason } : { verb: 'open' })
    if (!('keys' in found)) return found
    const [one] = found.several ? [] : found.keys
    if (!to) return one ? openInterest(context, one) : whichStatus(context)
    if (!one) return previewStatus(context, found.keys, { to, reason })
    memoryOf(context).opened = one
    return changeStatus(context, [{ key: one }], { to, reason })
  },
  prompts: [confirmStatus],
}
