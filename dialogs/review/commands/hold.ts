import * as z from 'zod'
import { replyOf, strong, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import type { Interest } from '../../interest/interest.ts'
import * as fields from '../buttonFields.ts'
import { cancelButton, inputs, present } from '../cards/parts.ts'
import { type Act, button, type Prompt, pending, type ReviewCommand, respond, type Targeted } from '../command.ts'
import { doTo, type OneInterest, showChanged } from '../interestActions.ts'

/** The form by which a hold is put on an interest. */
const holdReply = (key: string, { reference, name }: Interest, problem?: string) =>
  replyOf({
    title: `Put ${reference} on hold`,
    blocks: present(
      problem && strong(problem),
      strong(userText(name)),
      words('A hold stops erasure and retention. The person is told of it when they ask for erasure.'),
      inputs(
        'Say why, and I hold it without an end.',
        textInput('why', 'Why', { maxLength: 500, isRequired: true, errorMessage: 'Say why it is held.' }),
        { type: 'Input.Date', id: 'until', label: 'Until (leave empty for no end)' },
      ),
    ),
    actions: [{ title: 'Hold', verb: 'review/hold', data: { key } }, cancelButton()],
    typedAlternatives: [`put ${reference} on hold because of a grievance`],
  })

const askWhy: Act<OneInterest & { problem?: string }> = async ({ service, actor }, { key, problem }) => {
  const opened = await service.open(actor, { key })
  if (opened.kind !== 'opened') return opened
  return respond(holdReply(key, opened.interest, problem), pending(whyHeld, { key }))
}

const putOnHold: Act<OneInterest & { why: string; until?: string; done?: string }> = async (context, given) => {
  const { key, why, until, done = 'It is on hold.' } = given
  const outcome = await context.service.hold(context.actor, key, { why, until: until || null }, context.command)
  if (outcome.kind === 'invalid') return askWhy(context, { key, problem: outcome.message })
  return showChanged(context, key, outcome, done)
}

const whyHeld: Prompt<OneInterest> = {
  kind: 'hold',
  action: 'review',
  left: 'it is not on hold',
  again: 'Why is it held? Tell me, or say “cancel”.',
  answered: (context, { key, message }) => putOrAskHold(context, { key, why: message }),
}

/** Puts it on hold, or asks why. */
export const putOrAskHold: Act<OneInterest & { why: string }> = (context, { key, why }) =>
  why ? putOnHold(context, { key, why, done: 'It is on hold, without an end.' }) : askWhy(context, { key })

const pressed = z.object({ key: fields.key, why: fields.optionalText(5000), until: fields.text(20).optional() })

const HOLD =
  /^\W*(?:(?:please|can you|could you|ok|an|and|now|then|right|lets|just|first one) )*(?:put|place|stick|pop|leave|hold)\b.*\bhold\b|\b(?:put|place) (?:a |on )?(?:legal )?hold\b|\bon hold\b(?=.*\b(?:because|due to|until|till|til)\b)|^\W*hold (?:on to )?(?:this|that|it|her|him|them|number)\b/i
const WHY =
  /\bhold\b(?: on (?:this|that|it|her|him|them|number \d+|\d+)(?: one)?)?[\s:,–-]*(?:(?:because|cos)(?: of)?|due to|for|as|since|(?=(?:says?|said|he|she|hes|shes|they|theyre|till?|until|off)\b))\s*(.+)$/i

/** Stops erasure and retention of an interest. */
export const hold: ReviewCommand<Targeted & { why: string }> = {
  name: 'hold',
  buttons: { 'review/hold': button(pressed, putOnHold) },
  recognise: ({ text, plain, target }) =>
    HOLD.test(plain) ? { target, why: WHY.exec(text)?.[1]?.trim() ?? '' } : undefined,
  run: (context, { target, why }) => doTo(context, { target }, { verb: 'hold', why }),
  prompts: [whyHeld],
}
