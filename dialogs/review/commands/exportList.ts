import * as z from 'zod'
import { replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { choiceInput, textInput } from '../../cards/elements.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { isEmpty } from '../asking/reviewMessage.ts'
import * as fields from '../buttonFields.ts'
import { cancelButton, counted, inputs, linkButton, present } from '../cards/parts.ts'
import { type Act, button, type Narrowed, type Prompt, pending, type ReviewCommand, respond } from '../command.ts'
import type { ExportFormat } from '../export/exportFile.ts'
import type { ExportAsked } from '../export/exporting.ts'
import { withFilter } from '../interestActions.ts'
import { offerFile } from './fileConsent.ts'

interface Wanted {
  filter: InterestFilter
  format?: ExportFormat
}

const FORMATS = [
  { title: 'Excel (XLSX)', value: 'xlsx' },
  { title: 'CSV', value: 'csv' },
]

/** What the file is for, before there is one. */
const purposeReply = ({ filter, words: inWords, count }: ExportAsked, format: string, purpose = '', problem = '') =>
  replyOf({
    title: 'What is the file for?',
    blocks: present(
      problem && strong(problem),
      words(`It would hold ${counted(count)}: `, userText(inWords), '.'),
      subtle(
        'The purpose, your name and the time are kept in the register of exports. The file must be deleted within 30 days.',
      ),
      inputs(
        'Tell me the purpose in a few words.',
        textInput('purpose', 'Purpose', {
          ...{ maxLength: 300, isRequired: true, errorMessage: 'Say what the file is for.', value: purpose },
        }),
        choiceInput('format', 'Kind of file', FORMATS, { value: format }),
      ),
    ),
    actions: [
      { title: 'Make the file', verb: 'review/export-make', data: { filter }, style: 'positive' },
      linkButton('Write to them instead', 'review/write', 'write to them', { filter }),
      linkButton('Register of exports', 'review/exports', 'register of exports'),
      cancelButton('cancel'),
    ],
  })

const askPurpose: Act<Wanted & { purpose?: string; problem?: string }> = async (context, given) => {
  const { filter, format = 'xlsx', purpose, problem } = given
  const asked = await context.service.askExport(context.actor, filter)
  if (asked.kind !== 'ask') return asked
  return respond(purposeReply(asked, format, purpose, problem), pending(whatPurpose, { filter, format }))
}

/** Promises the file for a purpose, and offers it. */
const makeExport: Act<Required<Wanted> & { purpose: string }> = async (context, request) => {
  const ready = await context.service.requestExport(context.actor, request)
  if (ready.kind === 'ready') return offerFile(context, ready)
  return ready.kind === 'invalid' ? askPurpose(context, { ...request, problem: ready.message }) : ready
}

const whatPurpose: Prompt<Required<Wanted>> = {
  kind: 'purpose',
  action: 'export',
  answered: (context, { filter, format, message: purpose }) =>
    makeExport(context, { filter, purpose, format: /\bcsv\b/i.test(purpose) ? 'csv' : format }),
}

const made = z.object({
  filter: fields.filter,
  purpose: fields.optionalText(2000),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
})

const WHOLE = /(?<!\bit )\ball\b(?! (?:of )?(?:these|those|them|this))|\b(everything|everyone|everybody|whole)\b/i

/** Takes a list out of the bot as a file, once its purpose is said. */
export const exportList: ReviewCommand<Narrowed & { format: ExportFormat }> = {
  name: 'export',
  buttons: {
    'review/export': button(z.object({ filter: fields.filter }), askPurpose),
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
