import { type Part, subtle, typed, words } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'
import type { WorkFilter } from '../workFilter.ts'
import type { WritePreview, Writing } from '../writeTo.ts'
import { input, replyOf } from './reviewSaid.ts'

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
    parts: [
      ...(problem ? [{ kind: 'words' as const, runs: [problem], strong: true }] : []),
      words(
        `Each person gets it in a chat of their own. The list holds ${count}: `,
        typed(inWords),
        '. You see who cannot be reached before anything is sent.',
      ),
      {
        kind: 'element',
        elements: [
          input('text', 'Message', {
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
    acts: [
      { title: 'Show who gets it', verb: 'review/write-preview', data: { filter }, style: 'positive' },
      { title: 'Cancel', verb: 'review/leave', bare: true, say: 'cancel' },
    ],
  })

const UNREACHED = 20

const unreachedParts = (unreached: WritePreview['unreached']): Part[] =>
  unreached.length === 0
    ? []
    : [
        { kind: 'heading', text: `Cannot be reached here: ${unreached.length}` },
        ...unreached
          .slice(0, UNREACHED)
          .map(({ name, email }) => words(typed(name), ': ', email ? typed(email) : 'no e-mail address')),
        ...(unreached.length > UNREACHED
          ? [words(`And ${unreached.length - UNREACHED} more. Export the list for all addresses.`)]
          : []),
      ]

/** How many a message reaches, who cannot be reached, and the message itself. */
export function writePreviewReply(preview: WritePreview, changed = false): Reply {
  const { reached, unreached, text, filter, stamp, words: inWords, own } = preview
  return replyOf({
    title: reached === 0 ? 'Nobody can be reached' : `Write to ${reached} ${reached === 1 ? 'person' : 'people'}?`,
    parts: [
      ...(changed
        ? [
            {
              kind: 'words' as const,
              runs: ['The list changed meanwhile. Nothing was sent. Please look again.'],
              strong: true,
            },
          ]
        : []),
      words('List: ', typed(inWords), '.'),
      words('Message: ', typed(text)),
      ...(own ? [subtle('You are on the list yourself, and are left out.')] : []),
      ...unreachedParts(unreached),
    ],
    acts: [
      ...(reached > 0
        ? [
            {
              title: 'Send',
              verb: 'review/write-send' as const,
              data: { filter, text, stamp },
              style: 'positive' as const,
              say: 'yes',
            },
          ]
        : []),
      { title: 'Cancel', verb: 'review/leave', bare: true, say: 'no' },
    ],
  })
}

export const writtenReply = ({ sent, unreached }: Extract<Writing, { kind: 'sent' }>): Reply =>
  replyOf({
    title: 'On its way',
    parts: [
      words(`${sent} ${sent === 1 ? 'person gets' : 'people get'} it, each in a chat of their own, in working hours.`),
      ...unreachedParts(unreached),
    ],
    ways: ['show the list'],
  })
