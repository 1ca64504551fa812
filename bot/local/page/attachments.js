import { adaptiveCardBlock } from './adaptiveCard.js'
import { element, outsideLink } from './dom.js'
import { fileConsentBlock, fileInfoBlock } from './fileCards.js'

const drawers = {
  'application/vnd.microsoft.card.adaptive': adaptiveCardBlock,
  'application/vnd.microsoft.teams.card.file.consent': fileConsentBlock,
  'application/vnd.microsoft.teams.card.file.info': fileInfoBlock,
}

const other = ({ contentUrl, name, contentType }) =>
  contentUrl
    ? outsideLink(contentUrl, name ?? contentUrl)
    : element('p', { className: 'quiet' }, `This page cannot show ${name ?? contentType}.`)

/** The attachments of a message, in order: cards and files. */
export const attachmentBlocks = (conversationId, shown) =>
  (shown.activity.attachments ?? []).map((attachment, index) => {
    const draw = drawers[attachment.contentType] ?? (() => other(attachment))
    return draw(conversationId, shown, attachment, index)
  })
