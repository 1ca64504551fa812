import * as z from 'zod'
import { type CardBlock, heading, replyOf, words } from '../../cards/cardContent.ts'
import { markdownText } from '../../cards/escape.ts'
import * as fields from '../buttonFields.ts'
import { inputs } from '../cards/parts.ts'
import { type Act, button, type ReviewCommand, respond } from '../command.ts'
import type { CountsSheet } from '../countsSheet.ts'

/** Suppressed counts, as text that can be copied. */
const sheetReply = ({ asAt, asAtWords, total, tables }: CountsSheet) =>
  replyOf({
    title: `Counts of interest as at ${asAtWords}`,
    blocks: [
      words(
        'For a person to check before it leaves the trust. Counts are rounded to the nearest 5, and small ones are not shown. Totals are rounded by themselves. Those erased since are not in it.',
      ),
      words(`Interest registered: ${total}.`),
      ...tables.flatMap(({ title, rows }): CardBlock[] => [
        heading(title),
        { kind: 'facts', facts: rows.map(({ what, count }) => ({ label: markdownText(what), value: count })) },
      ]),
      inputs(undefined, { type: 'Input.Date', id: 'asAt', label: 'As at another day', value: asAt }),
    ],
    actions: [{ title: 'Show', verb: 'review/counts-sheet' }],
  })

const showSheet: Act<{ asAt?: string }> = async ({ service, actor }, { asAt }) => {
  const sheet = await service.sheet(actor, asAt)
  if (sheet.kind === 'forbidden') return sheet
  return respond(sheet.kind === 'sheet' ? sheetReply(sheet) : sheet.message)
}

const SHEET = /\bfreedom.of.information\b|\bfoi\b/i

/** The sheet of counts for a freedom-of-information request. */
export const countsSheet: ReviewCommand = {
  name: 'counts-sheet',
  buttons: { 'review/counts-sheet': button(z.object({ asAt: fields.text(20).optional() }), showSheet) },
  recognise: ({ plain }) => (SHEET.test(plain) ? {} : undefined),
  run: showSheet,
}
