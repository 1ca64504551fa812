import * as z from 'zod'
import { type CardBlock, heading, replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import { commandOf } from '../../interest/command.ts'
import type { Reply } from '../../reply.ts'
import { isEmpty } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { counted, inputs, leaveButton, present } from '../cards/parts.ts'
import { button, type Prompt, pending, type ReviewCommand } from '../command.ts'
import type { ExportAsked } from '../export/exporting.ts'
import { type FilterAsked, withFilter } from '../filterAsked.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { WritePreview, Writing } from '../writeTo.ts'

const people = (count: number): string => counted(count, 'person', 'people')

/** What HR writes to everybody of a list. */
const writeReply = ({ filter, words: inWords, count }: ExportAsked, kept: { text?: string; problem?: string }): Reply =>
  replyOf({
    title: 'Write to these people',
    blocks: present(
      kept.problem && strong(kept.problem),
      words(
        `Each person gets it in a chat of their own. The list holds ${count}: `,
        userText(inWords),
        '. You see who cannot be reached before anything is sent.',
      ),
      inputs(
        'Tell me the message.',
        textInput('text', 'Message', {
          ...{ isMultiline: true, maxLength: 2000, value: kept.text ?? '' },
          ...{ isRequired: true, errorMessage: 'Write the message.' },
        }),
      ),
    ),
    actions: [
      { title: 'Show who gets it', verb: 'review/write-preview', data: { filter }, style: 'positive' },
      leaveButton('Cancel', 'cancel'),
    ],
  })

const UNREACHED = 20

const unreachedBlocks = (unreached: WritePreview['unreached']): CardBlock[] =>
  present(
    unreached.length > 0 && heading(`Cannot be reached here: ${unreached.length}`),
    ...unreached
      .slice(0, UNREACHED)
      .map(({ name, email }) => words(userText(name), ': ', email ? userText(email) : 'no e-mail address')),
    unreached.length > UNREACHED &&
      words(`And ${unreached.length - UNREACHED} more. Export the list for all addresses.`),
  )

/** How many a message reaches, who cannot be reached, and the message itself. */
const previewReply = (preview: WritePreview, changed = false): Reply => {
  const { reached, unreached, text, filter, stamp, words: inWords, own } = preview
  const data = { filter, text, stamp }
  return replyOf({
    title: reached === 0 ? 'Nobody can be reached' : `Write to ${people(reached)}?`,
    blocks: [
      ...present(
        changed && strong('The list changed meanwhile. Nothing was sent. Please look again.'),
        words('List: ', userText(inWords), '.'),
        words('Message: ', userText(text)),
        own && subtle('You are on the list yourself, and are left out.'),
      ),
      ...unreachedBlocks(unreached),
    ],
    actions: present(
      reached > 0 && { title: 'Send', verb: 'review/write-send', data, style: 'positive', typedAlternative: 'yes' },
      leaveButton('Cancel', 'no'),
    ),
  })
}

const writtenReply = ({ sent, unreached }: Extract<Writing, { kind: 'sent' }>): Reply =>
  replyOf({
    title: 'On its way',
    blocks: [
      words(`${sent} ${sent === 1 ? 'person gets' : 'people get'} it, each in a chat of their own, in working hours.`),
      ...unreachedBlocks(unreached),
    ],
    typedAlternatives: ['show the list'],
  })

interface Message {
  filter: WorkFilter
  text: string
  stamp: string
}

const whatMessage: Prompt<{ filter: WorkFilter }> = {
  kind: 'write',
  action: 'review',
  answered: (context, { filter }, text) => preview(context, { filter, text }),
}

const confirmMessage: Prompt<Message> = {
  kind: 'confirm-write',
  action: 'review',
  yes: /^\W*send\b/i,
  answered: (context, message) => send(context, message),
}

const askMessage = async (
  { service, turn }: ReviewContext,
  filter: WorkFilter,
  kept: { text?: string; problem?: string } = {},
): Promise<CommandResult> => {
  const asked = await service.askExport(turn.actor, filter)
  return asked.kind === 'ask' ? respond(writeReply(asked, kept), pending(whatMessage, { filter })) : asked
}

async function preview(context: ReviewContext, { filter, text }: Omit<Message, 'stamp'>): Promise<CommandResult> {
  const shown = await context.service.previewWriting(context.turn.actor, filter, text)
  if (shown.kind === 'forbidden') return shown
  if (shown.kind === 'invalid') return askMessage(context, filter, { text, problem: shown.message })
  const message = { filter, text: shown.text, stamp: shown.stamp }
  return respond(previewReply(shown), shown.reached > 0 ? pending(confirmMessage, message) : undefined)
}

async function send(context: ReviewContext, { filter, text, stamp }: Message): Promise<CommandResult> {
  const { service, turn } = context
  const written = await service.write(turn.actor, filter, text, stamp, commandOf(turn))
  switch (written.kind) {
    case 'forbidden':
      return written
    case 'invalid':
      return askMessage(context, filter, { text, problem: written.message })
    case 'changed':
      return respond(previewReply(written.preview, true))
    case 'sent':
      return respond(writtenReply(written))
  }
}

const WRITE = /\b(write|message|send (?:a )?message|e-?mail) (?:to )?(?:all|everyone|everybody|them|these|the)\b/i
const written = z.object({
  filter: fields.filter,
  text: fields.optionalText(10_000),
  stamp: fields.optionalText(100),
})

/** Writes to everybody of a list, each privately, once HR has seen whom it reaches. */
export const writeTo: ReviewCommand<FilterAsked> = {
  name: 'write-to',
  buttons: {
    'review/write': button(z.object({ filter: fields.filter }), (context, { filter }) => askMessage(context, filter)),
    'review/write-preview': button(written, preview),
    'review/write-send': button(written, send),
  },
  recognise: ({ plain, filter, refine }) =>
    WRITE.test(plain) ? { filter, refine: refine || isEmpty(filter) } : undefined,
  run: (context, asked) => withFilter(context, asked, (filter) => askMessage(context, filter)),
  prompts: [whatMessage, confirmMessage],
}
