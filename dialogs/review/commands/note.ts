import * as z from 'zod'
import * as fields from '../buttonFields.ts'
import { type Act, button, type Prompt, pending, type ReviewCommand, respond, type Targeted } from '../command.ts'
import { doTo, type OneInterest, showChanged } from '../interestActions.ts'

export const addNote: Act<OneInterest & { note: string }> = async (context, { key, note: text }) => {
  const outcome = await context.service.note(context.actor, key, text, context.command)
  return showChanged(context, key, outcome, 'Your note is added.', text)
}

const whatNote: Prompt<OneInterest> = {
  kind: 'note',
  action: 'review',
  left: 'no note was added',
  again: 'What is the note? Tell me, or say “cancel”.',
  answered: (context, { key, message }) => addNote(context, { key, note: message }),
}

/** Adds the note, or asks for it. */
export const noteOrAsk: typeof addNote = (context, given) =>
  given.note
    ? addNote(context, given)
    : Promise.resolve(respond('What is the note?', pending(whatNote, { key: given.key })))

const NOTE = /\bnotes?\b/i
const AFTER_NOTE =
  /\bnotes?\b(?: (?:to|on|for|about) (?:this(?: one)?|that(?: one)?|it|her|him|the (?:first|second|third|last) one|AP-\S+))?[\s:,–-]*(.*)$/i

const noteIn = (message: string): string =>
  (AFTER_NOTE.exec(message)?.[1] ?? '')
    .trim()
    .replace(/^(?:on|down|in)[\s]*[,:–-]\s*/iu, '')
    .replace(/^(?:to|on|for|about) [\p{L}’'.]+(?: [\p{L}’'.]+){0,3}(?:[:,–]| -)\s*/u, '')
    .trim()

/** Adds a note to an interest. */
export const note: ReviewCommand<Targeted & { text: string }> = {
  name: 'note',
  buttons: { 'review/note': button(z.object({ key: fields.key, note: fields.optionalText(5000) }), addNote) },
  recognise: ({ action, text, plain, slots, target }) =>
    NOTE.test(plain) && !(action === 'update-status' && slots.status) ? { target, text: noteIn(text) } : undefined,
  run: (context, { target, text }) => doTo(context, { target }, { verb: 'note', note: text }),
  prompts: [whatNote],
}
