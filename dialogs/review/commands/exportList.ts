import * as z from 'zod'
import { replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { choiceInput, textInput } from '../../cards/elements.ts'
import type { Reply } from '../../reply.ts'
import { isEmpty } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { counted, inputs, leaveButton, present } from '../cards/parts.ts'
import { button, type Prompt, pending, type ReviewCommand } from '../command.ts'
import type { ExportAsked } from '../export/exporting.ts'
import type { ExportFormat } from '../export/exportTicket.ts'
import { type FilterAsked, withFilter } from '../filterAsked.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { WorkFilter } from '../workFilter.ts'
import { offerFile } from './fileConsent.ts'

interface Wanted {
  filter: WorkFilter
  format: ExportFormat
}

/** What the file is for, before there is one. */
function purposeReply({ filter, words: inWords, count }: ExportAsked, format: ExportFormat, kept: Kept = {}): Reply {
  const purpose = { isRequired: true, errorMessage: 'Say what the file is for.', value: kept.purpose ?? '' }
  const formats = [
    { title: 'Excel (XLSX)', value: 'xlsx' },
    { title: 'CSV', value: 'csv' },
  ]
  return replyOf({
    title: 'What is the file for?',
    blocks: present(
      kept.problem && strong(kept.problem),
      words(`It would hold ${counted(count)}: `, userText(inWords), '.'),
      subtle(
        'The purpose, your name and the time are kept in the register of exports. The file must be deleted within 30 days.',
      ),
      inputs(
        'Tell me the purpose in a few words.',
        textInput('purpose', 'Purpose', { maxLength: 300, ...purpose }),
        choiceInput('format', 'Kind of file', formats, { value: format }),
      ),
    ),
    actions: [
      { title: 'Make the file', verb: 'review/export-make', data: { filter }, style: 'positive' },
      {
        ...{ title: 'Write to them instead', verb: 'review/write', data: { filter } },
        ...{ submitsInputs: false, typedAlternative: 'write to them' },
      },
      {
        ...{ title: 'Register of exports', verb: 'review/exports' },
        ...{ submitsInputs: false, typedAlternative: 'register of exports' },
      },
      leaveButton('Cancel', 'cancel'),
    ],
  })
}

interface Kept {
  purpose?: string
  problem?: string
}

const whatPurpose: Prompt<Wanted> = {
  kind: 'purpose',
  action: 'export',
  answered: (context, { filter, format }, purpose) =>
    makeExport(context, { filter, purpose, format: /\bcsv\b/i.test(purpose) ? 'csv' : format }),
}

const askPurpose = async (context: ReviewContext, { filter, format }: Wanted, kept?: Kept): Promise<CommandResult> => {
  const asked = await context.service.askExport(context.turn.actor, filter)
  if (asked.kind !== 'ask') return asked
  return respond(purposeReply(asked, format, kept), pending(whatPurpose, { filter, format }))
}

/** Promises the file for a purpose, and offers it. */
async function makeExport(context: ReviewContext, request: Wanted & { purpose: string }): Promise<CommandResult> {
  const ready = await context.service.requestExport(context.turn.actor, request)
  if (ready.kind === 'ready') return offerFile(context, ready)
  if (ready.kind !== 'invalid') return ready
  return askPurpose(context, request, { problem: ready.message, purpose: request.purpose })
}

const made = z.object({
  filter: fields.filter,
  purpose: fields.optionalText(2000),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
})

const WHOLE = /(?<!\bit )\ball\b(?! (?:of )?(?:these|those|them|this))|\b(everything|everyone|everybody|whole)\b/i

/** Takes a list out of the bot as a file, once its purpose is said. */
export const exportList: ReviewCommand<FilterAsked & { format: ExportFormat }> = {
  name: 'export',
  buttons: {
    'review/export': button(z.object({ filter: fields.filter }), (context, { filter }) =>
      askPurpose(context, { filter, format: 'xlsx' }),
    ),
    'review/export-make': button(made, makeExport),
  },
  recognise: ({ plain, filter, refine }) => ({
    filter,
    refine: !WHOLE.test(plain) && (refine || isEmpty(filter)),
    format: /\bcsv\b/i.test(plain) ? 'csv' : 'xlsx',
  }),
  run: (context, { format, ...asked }) =>
    withFilter(context, asked, (filter) => askPurpose(context, { filter, format })),
  prompts: [whatPurpose],
}
