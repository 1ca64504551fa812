import * as z from 'zod'
import { replyOf, strong, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import { commandOf } from '../../interest/command.ts'
import type { Reply } from '../../reply.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { inputs, leaveButton, present } from '../cards/parts.ts'
import { button, type ReviewCommand } from '../command.ts'
import { showChanged, withOne } from '../interestActions.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'

/** The form by which a hold is put on an interest. */
const holdReply = (key: string, reference: string, problem?: string): Reply =>
  replyOf({
    title: `Put ${reference} on hold`,
    blocks: [
      ...present(problem && strong(problem)),
      words('A hold stops erasure and retention. The person is told of it when they ask for erasure.'),
      inputs(
        'Say why, and I hold it without an end.',
        textInput('why', 'Why', { maxLength: 500, isRequired: true, errorMessage: 'Say why it is held.' }),
        { type: 'Input.Date', id: 'until', label: 'Until (leave empty for no end)' },
      ),
    ],
    actions: [{ title: 'Hold', verb: 'review/hold', data: { key } }, leaveButton()],
    typedAlternatives: [`put ${reference} on hold because of a grievance`],
  })

const askWhy = async ({ service, turn }: ReviewContext, key: string, problem?: string): Promise<CommandResult> => {
  const opened = await service.open(turn.actor, { key })
  return opened.kind === 'opened' ? respond(holdReply(key, opened.interest.reference, problem)) : opened
}

const pressed = z.object({ key: fields.key, why: fields.optionalText(5000), until: fields.text(20).optional() })

const HOLD = /\b(put|place) (?:a |on )?(?:legal )?hold\b|\bon hold\b/i
const WHY = /\bhold\b[\s:,–-]*(?:because(?: of)?|due to|for)\s+(.+)$/i

/** Stops erasure and retention of an interest. */
export const hold: ReviewCommand<{ target: TargetRef; why: string }> = {
  name: 'hold',
  buttons: {
    'review/hold': button(pressed, async (context, { key, why, until }) => {
      const { service, turn } = context
      const outcome = await service.hold(turn.actor, key, { why, until: until || null }, commandOf(turn))
      return outcome.kind === 'invalid'
        ? askWhy(context, key, outcome.message)
        : showChanged(context, key, outcome, 'It is on hold.')
    }),
  },
  recognise: ({ text, plain, target }) =>
    HOLD.test(plain) ? { target, why: WHY.exec(text)?.[1]?.trim() ?? '' } : undefined,
  run: (context, { target, why }) =>
    withOne(context, target, async (key) => {
      if (!why) return askWhy(context, key)
      const { service, turn } = context
      const outcome = await service.hold(turn.actor, key, { why, until: null }, commandOf(turn))
      return showChanged(context, key, outcome, 'It is on hold, without an end.')
    }),
}
