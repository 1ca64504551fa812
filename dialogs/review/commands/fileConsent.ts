import * as z from 'zod'
import { replyOf, subtle, userText, words } from '../../cards/cardContent.ts'
import { openUrl } from '../../cards/elements.ts'
import { LINK_MINUTES } from '../../oneTimeLinks.ts'
import type { FileCard, Reply } from '../../reply.ts'
import * as fields from '../buttonFields.ts'
import { counted, inputs, present } from '../cards/parts.ts'
import { type Act, button, type ReviewCommand, respond } from '../command.ts'
import type { ExportReady } from '../export/exporting.ts'

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
export const offerFile: Act<ExportReady> = async ({ inTeams, exportLink }, ready) => {
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
