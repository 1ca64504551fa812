import * as z from 'zod'
import { commandOf } from '../../interest/command.ts'
import type { TargetRef } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { button, type Prompt, pending, type ReviewCommand } from '../command.ts'
import { showChanged, withOne } from '../interestActions.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { respond } from '../reviewResponse.ts'

export const addNote = async (context: ReviewContext, key: string, text: string) => {
  const { service, turn } = context
  const outcome = await service.note(turn.actor, key, text, commandOf(turn))
  return showChanged(context, key, outcome, 'Your note is added.', text)
}

const NOTE = /\bnotes?\b/i
const AFTER_NOTE =
  /\bnotes?\b(?: (?:to|on|for|about) (?:this(?: one)?|that(?: one)?|it|her|him|the (?:first|second|third|last) one|AP-\S+))?[\s:,–-]*(.*)$/i

const noteText = (message: string): string =>
  (AFTER_NOTE.exec(message)?.[1] ?? '')
    .trim()
    .replace(/^(?:to|on|for|about) [\p{L}’'. -]{2,40}[:,–]\s*/u, '')
    .trim()

const whatNote: Prompt<{ key: string }> = {
  kind: 'note',
  action: 'review',
  answered: (context, { key }, text) => addNote(context, key, text),
}

export const note: ReviewCommand<{ target: TargetRef; text: string }> = {
  name: 'note',
  buttons: {
    'review/note': button(z.object({ key: fields.key, note: fields.optionalText(5000) }), (context, data) =>
      addNote(context, data.key, data.note),
    ),
  },
  recognise: ({ action, text, plain, slots, target }) =>
    NOTE.test(plain) && !(action === 'update-status' && slots.status) ? { target, text: noteText(text) } : undefined,
  run: (context, { target, text }) =>
    withOne(
      context,
      target,
      async (key) => (text ? addNote(context, key, text) : respond('What is the note?', pending(whatNote, { key }))),
      text ? { verb: 'note', note: text } : undefined,
    ),
  prompts: [whatNote],
}
