import { adaptiveCardBlock } from './adaptiveCard.js'
import { element, outsideLink } from './dom.js'
import { fileConsentBlock, fileInfoBlock } from './fileCards.js'
import { heroAsAdaptive } from './heroCard.js'

const drawers = {
  'application/vnd.microsoft.card.adaptive': adaptiveCardBlock,
  'application/vnd.microsoft.card.hero': (conversationId, shown, attachment, index) =>
    adaptiveCardBlock(conversationId, shown, { ...attachment, content: heroAsAdaptive(attachment.content) }, index),
  'application/vnd.microsoft.teams.card.file.consent': fileConsentBlock,
  'application/vnd.microsoft.teams.card.file.info': fileInfoBlock,
}
drawers['application/vnd.microsoft.card.thumbnail'] = drawers['application/vnd.microsoft.card.hero']

const picture = ({ contentUrl, name }) => element('img', { className: 'picture', src: contentUrl, alt: name ?? '' })

const other = ({ contentUrl, name, contentType }) =>
  contentUrl
    ? outsideLink(contentUrl, name ?? contentUrl)
    : element('p', { className: 'quiet' }, `This page cannot show ${name ?? contentType}.`)

/** What hangs on a message, in order: cards, files, pictures. */
export const attachmentBlocks = (conversationId, shown) =>
  (shown.activity.attachments ?? []).map((attachment, index) => {
    const { contentType = '' } = attachment
    if (drawers[contentType]) return drawers[contentType](conversationId, shown, attachment, index)
    return contentType.startsWith('image/') ? picture(attachment) : other(attachment)
  })
