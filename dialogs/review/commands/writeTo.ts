import * as z from 'zod'
import { type CardBlock, heading, replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import * as fields from '../buttonFields.ts'
import { cancelButton, counted, inputs, present } from '../cards/parts.ts'
import { type Act, button, type Narrowed, type Prompt, pending, type ReviewCommand, respond } from '../command.ts'
import type { ExportAsked } from '../export/exporting.ts'
import { withFilter } from '../interestActions.ts'
import type { WritePreview, Writing } from '../writeTo.ts'

type ToFilter = Pick<WritePreview, 'filter'>
type Message = Pick<WritePreview, 'filter' | 'text' | 'stamp'>

/** What HR writes to everybody of a list. */
const writeReply = ({ filter, words: inWords, count }: ExportAsked, value = '', problem = '') =>
  replyOf({
    title: 'Write to these people',
    blocks: present(
      problem && strong(problem),
      words(
        `Each person gets it in a chat of their own. The list holds ${count}: `,
        userText(inWords),
        '. You see who cannot be reached before anything is sent.',
      ),
      inputs(
        'Tell me the message.',
        textInput('text', 'Message', {
          isMultiline: true,
          maxLength: 2000,
          isRequired: true,
          errorMessage: 'Write the message.',
          value,
        }),
      ),
    ),
    actions: [
      { title: 'Show who gets it', verb: 'review/write-preview', data: { filter }, style: 'positive' },
      cancelButton('cancel'),
    ],
  })

const UNREACHED = 20

const unreachedBlocks = (all: WritePreview['unreached']): CardBlock[] =>
  present(
    all.length > 0 && heading(`Cannot be reached here: ${all.length}`),
    ...all
      .slice(0, UNREACHED)
      .map(({ name, email }) => words(userText(name), ': ', email ? userText(email) : 'no e-mail address')),
    all.length > UNREACHED && words(`And ${all.length - UNREACHED} more. Export the list for all addresses.`),
  )

/** How many a message reaches, who cannot be reached, and the message itself. */
const previewReply = (
  { reached, unreached, text, filter, stamp, words: inWords, own }: WritePreview,
  changed = false,
) =>
  replyOf({
    title: reached === 0 ? 'Nobody can be reached' : `Write to ${counted(reached, 'person', 'people')}?`,
    blocks: present(
      changed && strong('The list changed meanwhile. Nothing was sent. Please look again.'),
      words('List: ', userText(inWords), '.'),
      words('Message: ', userText(text)),
      own && subtle('You are on the list yourself, and are left out.'),
      ...unreachedBlocks(unreached),
    ),
    actions: present(
      reached > 0 && {
        title: 'Send',
        verb: 'review/write-send',
        data: { filter, text, stamp },
        style: 'positive',
        typedAlternative: 'yes',
      },
      cancelButton('no'),
    ),
  })

const writtenReply = ({ sent, unreached }: Extract<Writing, { kind: 'sent' }>) =>
  replyOf({
    title: 'On its way',
    blocks: [
      words(`${sent} ${sent === 1 ? 'person gets' : 'people get'} it, each in a chat of their own, in working hours.`),
      ...unreachedBlocks(unreached),
    ],
    typedAlternatives: ['show the list'],
  })

const askMessage: Act<ToFilter & { text?: string; problem?: string }> = async (context, { filter, text, problem }) => {
  const asked = await context.service.askExport(context.actor, filter)
  return asked.kind === 'ask' ? respond(writeReply(asked, text, problem), pending(whatMessage, { filter })) : asked
}

const preview: Act<Omit<Message, 'stamp'>> = async (context, { filter, text }) => {
  const shown = await context.service.previewWriting(context.actor, filter, text)
  if (shown.kind === 'forbidden') return shown
  if (shown.kind === 'invalid') return askMessage(context, { filter, text, problem: shown.message })
  const message = { filter, text: shown.text, stamp: shown.stamp }
  return respond(previewReply(shown), shown.reached > 0 ? pending(confirmMessage, message) : undefined)
}

const send: Act<Message> = async (context, { filter, text, stamp }) => {
  const written = await context.service.write(context.actor, filter, text, stamp, context.command)
  switch (written.kind) {
    case 'forbidden':
      return written
    case 'invalid':
      return askMessage(context, { filter, text, problem: written.message })
    case 'changed':
      return respond(previewReply(written.preview, true))
    case 'sent':
      return respond(writtenReply(written))
  }
}

const whatMessage: Prompt<ToFilter> = {
  kind: 'write',
  left: 'nothing was sent',
  again: 'What is the message to them? Tell me, or say “cancel”.',
  action: 'review',
  answered: (context, { filter, message }) => preview(context, { filter, text: message }),
}
const confirmMessage: Prompt<Message> = {
  kind: 'confirm-write',
  action: 'review',
  yes: /^\W*send\b/i,
  answered: send,
}

const pressed = z.object({
  filter: fields.filter,
  text: fields.optionalText(10_000),
  stamp: fields.optionalText(100),
})

const WRITE = /\b(write|message|send (?:a )?message|e-?mail) (?:to )?(?:all|everyone|everybody|them|these|the)\b/i

/** Writes to everybody of a list, each privately, once HR has seen whom it reaches. */
export const writeTo: ReviewCommand<Narrowed> = {
  name: 'write-to',
  buttons: {
    'review/write': button(z.object({ filter: fields.filter }), askMessage),
    'review/write-preview': button(pressed, preview),
    'review/write-send': button(pressed, send),
  },
  recognise: ({ plain, filter, refine }) =>
    WRITE.test(plain) ? { filter, refine: refine || isEmpty(filter) } : undefined,
  run: (context, asked) => withFilter(context, asked, (filter) => askMessage(context, { filter })),
  prompts: [whatMessage, confirmMessage],
}
