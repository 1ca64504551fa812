import { type CardBlock, replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { choiceInput, openUrl, textInput } from '../../cards/elements.ts'
import { markdownText } from '../../cards/escape.ts'
import type { Reply } from '../../reply.ts'
import type { CountsSheet } from '../countsSheet.ts'
import type { ExportAsked, ExportReady } from '../export/exporting.ts'
import type { RegisteredExport } from '../export/exportRegister.ts'
import type { Wording } from '../wording.ts'

/** What the file is for, before there is one. */
export function purposeReply(
  asked: ExportAsked,
  kept: { purpose?: string; problem?: string; format?: string } = {},
): Reply {
  const { filter, words: inWords, count } = asked
  return replyOf({
    title: 'What is the file for?',
    blocks: [
      ...(kept.problem ? [strong(kept.problem)] : []),
      words(`It would hold ${count} ${count === 1 ? 'interest' : 'interests'}: `, userText(inWords), '.'),
      subtle(
        'The purpose, your name and the time are kept in the register of exports. The file must be deleted within 30 days.',
      ),
      {
        kind: 'element',
        elements: [
          textInput('purpose', 'Purpose', {
            maxLength: 300,
            isRequired: true,
            errorMessage: 'Say what the file is for.',
            value: kept.purpose ?? '',
          }),
          choiceInput(
            'format',
            'Kind of file',
            [
              { title: 'Excel (XLSX)', value: 'xlsx' },
              { title: 'CSV', value: 'csv' },
            ],
            { value: kept.format ?? 'xlsx' },
          ),
        ],
        text: 'Tell me the purpose in a few words.',
      },
    ],
    actions: [
      { title: 'Make the file', verb: 'review/export-make', data: { filter }, style: 'positive' },
      {
        title: 'Write to them instead',
        verb: 'review/write',
        data: { filter },
        submitsInputs: false,
        typedAlternative: 'write to them',
      },
      {
        title: 'Register of exports',
        verb: 'review/exports',
        submitsInputs: false,
        typedAlternative: 'register of exports',
      },
      { title: 'Cancel', verb: 'review/leave', submitsInputs: false, typedAlternative: 'cancel' },
    ],
  })
}

/** Where the file is to be had, once. */
export function linkReply(
  { count, purpose, words: inWords, minutes }: ExportReady,
  link: string | undefined,
  consent: boolean,
): Reply {
  const ways = [
    ...(consent ? ['Allow it below, and Teams puts it in your OneDrive.'] : []),
    ...(link
      ? [
          `${consent ? 'Or open' : 'Open'} the link and press Download. It works once, for ${minutes} minutes, and is for you alone: do not pass it on.`,
        ]
      : []),
  ]
  return replyOf({
    title: 'Your file is ready to be made',
    blocks: [
      words(
        `About ${count} ${count === 1 ? 'interest' : 'interests'}: `,
        userText(inWords),
        '. Purpose: ',
        userText(purpose),
        '.',
      ),
      ...ways.map((way) => words(way)),
      ...(link
        ? [
            {
              kind: 'element' as const,
              elements: [openUrl('Open the download page', link)],
              text: link,
            },
          ]
        : []),
      subtle('Nothing has left the bot yet. It is in the register of exports when it does.'),
    ],
  })
}

const FORMATS = { csv: 'CSV', xlsx: 'XLSX', sheet: 'sheet of counts' }

const exportPart = (
  { at, actor, purpose, format, count, words: inWords, deleteBy, erasedSince }: RegisteredExport,
  { day }: Wording,
): CardBlock[] => [
  words(
    `${day(at)}, `,
    userText(actor.name),
    `: ${count} ${count === 1 ? 'interest' : 'interests'}, ${FORMATS[format]}. `,
    userText(inWords),
    '. Purpose: ',
    userText(purpose),
    `. Delete by ${day(deleteBy)}.`,
  ),
  ...(erasedSince.length > 0
    ? [
        {
          kind: 'words' as const,
          runs: [
            `Somebody in it was erased on ${day(erasedSince.at(-1) ?? '')}. Delete the file, or take them out of it.`,
          ],
          strong: true,
        },
      ]
    : []),
]

/** The register of exports. */
export const registerReply = (exports: readonly RegisteredExport[], wording: Wording, next?: string): Reply =>
  replyOf({
    title: 'Register of exports',
    blocks:
      exports.length > 0 ? exports.flatMap((one) => exportPart(one, wording)) : [words('Nothing has been exported.')],
    actions: next ? [{ title: 'Earlier ones', verb: 'review/exports', data: { next } }] : [],
  })

/** Suppressed counts, as text that can be copied. */
export function sheetReply({ asAt, asAtWords, total, tables }: CountsSheet): Reply {
  return replyOf({
    title: `Counts of interest as at ${asAtWords}`,
    blocks: [
      words(
        'For a person to check before it leaves the trust. Counts are rounded to the nearest 5, and small ones are not shown. Totals are rounded by themselves. Those erased since are not in it.',
      ),
      words(`Interest registered: ${total}.`),
      ...tables.flatMap(({ title, rows }): CardBlock[] => [
        { kind: 'heading', text: title },
        { kind: 'facts', facts: rows.map(({ what, count }) => ({ label: markdownText(what), value: count })) },
      ]),
      { kind: 'element', elements: [{ type: 'Input.Date', id: 'asAt', label: 'As at another day', value: asAt }] },
    ],
    actions: [{ title: 'Show', verb: 'review/counts-sheet' }],
  })
}
