import { type CardBlock, replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { textInput } from '../../cards/elements.ts'
import type { Reply } from '../../reply.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { WritePreview, Writing } from '../writeTo.ts'

export interface WriteShown {
  filter: WorkFilter
  words: string
  count: number
  text?: string
  problem?: string
}

/** What HR writes to everybody of a list. */
export const writeReply = ({ filter, words: inWords, count, text = '', problem }: WriteShown): Reply =>
  replyOf({
    title: 'Write to these people',
    blocks: [
      ...(problem ? [strong(problem)] : []),
      words(
        `Each person gets it in a chat of their own. The list holds ${count}: `,
        userText(inWords),
        '. You see who cannot be reached before anything is sent.',
      ),
      {
        kind: 'element',
        elements: [
          textInput('text', 'Message', {
            isMultiline: true,
            maxLength: 2000,
            isRequired: true,
            errorMessage: 'Write the message.',
            value: text,
          }),
        ],
        text: 'Tell me the message.',
      },
    ],
    actions: [
      { title: 'Show who gets it', verb: 'review/write-preview', data: { filter }, style: 'positive' },
      { title: 'Cancel', verb: 'review/leave', submitsInputs: false, typedAlternative: 'cancel' },
    ],
  })

const UNREACHED = 20

const unreachedParts = (unreached: WritePreview['unreached']): CardBlock[] =>
  unreached.length === 0
    ? []
    : [
        { kind: 'heading', text: `Cannot be reached here: ${unreached.length}` },
        ...unreached
          .slice(0, UNREACHED)
          .map(({ name, email }) => words(userText(name), ': ', email ? userText(email) : 'no e-mail address')),
        ...(unreached.length > UNREACHED
          ? [words(`And ${unreached.length - UNREACHED} more. Export the list for all addresses.`)]
          : []),
      ]

/** How many a message reaches, who cannot be reached, and the message itself. */
export function writePreviewReply(preview: WritePreview, changed = false): Reply {
  const { reached, unreached, text, filter, stamp, words: inWords, own } = preview
  return replyOf({
    title: reached === 0 ? 'Nobody can be reached' : `Write to ${reached} ${reached === 1 ? 'person' : 'people'}?`,
    blocks: [
      ...(changed
        ? [
            {
              kind: 'words' as const,
              runs: ['The list changed meanwhile. Nothing was sent. Please look again.'],
              strong: true,
            },
          ]
        : []),
      words('List: ', userText(inWords), '.'),
      words('Message: ', userText(text)),
      ...(own ? [subtle('You are on the list yourself, and are left out.')] : []),
      ...unreachedParts(unreached),
    ],
    actions: [
      ...(reached > 0
        ? [
            {
              title: 'Send',
              verb: 'review/write-send' as const,
              data: { filter, text, stamp },
              style: 'positive' as const,
              typedAlternative: 'yes',
            },
          ]
        : []),
      { title: 'Cancel', verb: 'review/leave', submitsInputs: false, typedAlternative: 'no' },
    ],
  })
}

export const writtenReply = ({ sent, unreached }: Extract<Writing, { kind: 'sent' }>): Reply =>
  replyOf({
    title: 'On its way',
    blocks: [
      words(`${sent} ${sent === 1 ? 'person gets' : 'people get'} it, each in a chat of their own, in working hours.`),
      ...unreachedParts(unreached),
    ],
    typedAlternatives: ['show the list'],
  })
