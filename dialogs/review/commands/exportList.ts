import * as z from 'zod'
import { replyOf, strong, subtle, userText, words } from '../../cards/cardContent.ts'
import { choiceInput, openUrl, textInput } from '../../cards/elements.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { LINK_MINUTES } from '../../oneTimeLinks.ts'
import type { FileCard, Reply } from '../../reply.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import * as fields from '../buttonFields.ts'
import { cancelButton, counted, inputs, linkButton, present } from '../cards/parts.ts'
import { type Act, button, type Narrowed, type Prompt, pending, type ReviewCommand, respond } from '../command.ts'
import type { ExportFormat } from '../export/exportFile.ts'
import type { ExportAsked, ExportReady, ExportRequest } from '../export/exporting.ts'
import { withFilter } from '../interestActions.ts'

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent'
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info'

/** Where the file is to be had, once. */
const linkReply = ({ count, purpose, words: inWords }: ExportReady, link?: string, consent?: boolean) =>
  replyOf({
    title: 'Your file is ready to be made',
    blocks: present(
      words(`About ${counted(count)}: `, userText(inWords), '. Purpose: ', userText(purpose), '.'),
      consent && words('Allow it below, and Teams puts it in your OneDrive.'),
      link &&
        words(
          `${consent ? 'Or open' : 'Open'} the link and press Download. It works once, for ${LINK_MINUTES} minutes, and is for you alone: do not pass it on.`,
        ),
      link && inputs(link, openUrl('Open the download page', link)),
      subtle('Nothing has left the bot yet. It is in the register of exports when it does.'),
    ),
  })

const fileReply = (fileCard: FileCard): Reply => ({ text: '', fileCard })

/** Offers a file. In Teams it goes to the person's OneDrive, once they agree; the link is for everywhere. */
const offerFile: Act<ExportReady> = async ({ inTeams, exportLink }, ready) => {
  const { token, count, bytes: sizeInBytes, fileName: name } = ready
  const link = exportLink(token)
  if (!inTeams && !link) return respond('I cannot give you a file here. Please use Teams.')
  const description = `${counted(count)}. Delete it within 30 days.`
  const content = { description, sizeInBytes, acceptContext: { token }, declineContext: { token: '' } }
  const consent = inTeams && fileReply({ contentType: CONSENT, name, content })
  return { replies: present(linkReply(ready, link, inTeams), consent) }
}

const answer = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ token: fields.text(200) }),
  uploadInfo: z
    .object({
      uploadUrl: z.url(),
      contentUrl: z.url().optional(),
      name: fields.text(300).optional(),
      uniqueId: fields.text(300).optional(),
      fileType: fields.text(50).optional(),
    })
    .optional(),
})

const deliver: Act<z.output<typeof answer>> = async (
  { service, actor, wording, upload },
  { action, context, uploadInfo },
) => {
  if (action === 'decline') return respond('No file was made.')
  const made = await service.redeem(actor, context.token)
  if (made.kind === 'forbidden') return made
  if (made.kind !== 'file') return respond('That file is not to be had any more. You can say “export this” again.')
  if (!uploadInfo || !(await upload(uploadInfo.uploadUrl, made.bytes)))
    return respond('The file could not be put in your OneDrive. You can say “export this” again.')
  const { uniqueId, fileType, contentUrl, name = made.fileName } = uploadInfo
  const deleteBy = (await wording()).day(made.deleteBy)
  const replies = present<Reply>(
    contentUrl && fileReply({ contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } }),
    { text: `The file holds ${counted(made.count)}. Please delete it by ${deleteBy}.` },
  )
  return { replies }
}

/** What the person said to a file in Teams: it is made when they agree, and put into their OneDrive. */
export const fileConsent: ReviewCommand = {
  name: 'file-consent',
  buttons: { 'review/file-consent': button(answer, deliver) },
}

type Wanted = Pick<ExportRequest, 'filter' | 'format'>

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
          maxLength: 300,
          isRequired: true,
          errorMessage: 'Say what the file is for.',
          value: purpose,
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

const askPurpose: Act<Partial<Wanted> & { filter: InterestFilter; purpose?: string; problem?: string }> = async (
  context,
  given,
) => {
  const { filter, format = 'xlsx', purpose, problem } = given
  const asked = await context.service.askExport(context.actor, filter)
  if (asked.kind !== 'ask') return asked
  return respond(purposeReply(asked, format, purpose, problem), pending(whatPurpose, { filter, format }))
}

/** Promises the file for a purpose, and offers it. */
const makeExport: Act<Wanted & { purpose: string }> = async (context, request) => {
  const ready = await context.service.requestExport(context.actor, request)
  if (ready.kind === 'ready') return offerFile(context, ready)
  return ready.kind === 'invalid' ? askPurpose(context, { ...request, problem: ready.message }) : ready
}

const whatPurpose: Prompt<Wanted> = {
  kind: 'purpose',
  left: 'no file was made',
  again: 'What is the file for? Tell me the purpose, or say “cancel”.',
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
