import { redeliver } from './api.js'
import { attachmentBlocks } from './attachments.js'
import { citationsOf, listenForCitations } from './citations.js'
import { button, element } from './dom.js'
import { feedbackRow, takesFeedback } from './feedback.js'
import { markdownBlock } from './markdown.js'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const words = ({ author, activity }) => {
  if (!activity.text) return undefined
  if (author === 'member' || activity.textFormat === 'plain') {
    return element('p', { className: 'words plain' }, activity.text)
  }
  const citations = citationsOf(activity)
  const names = new Map([...citations].map(([position, { name }]) => [position, name ?? 'source']))
  const block = markdownBlock(activity.text, names)
  listenForCitations(block, citations)
  return block
}

const meta = ({ author, activity, edited }) =>
  element(
    'p',
    { className: 'meta' },
    element('span', { className: 'author' }, author === 'bot' ? 'Bot' : 'You'),
    element('time', { dateTime: activity.timestamp }, clock.format(new Date(activity.timestamp))),
    edited && element('span', {}, 'Edited'),
  )

const drawBody = (conversationId, shown) =>
  element('div', { className: 'bubble' }, words(shown), ...attachmentBlocks(conversationId, shown))

const drawFoot = (conversationId, shown) => {
  const foot = element('div', { className: 'foot' })
  if (shown.author === 'bot' && takesFeedback(shown.activity)) foot.append(feedbackRow(conversationId, shown))
  if (shown.delivery === 'failed') {
    const retry = button('Retry', () => redeliver(conversationId, shown.id).catch(() => undefined))
    foot.append(element('p', { className: 'problem' }, `Not answered. ${shown.problem ?? ''} `, retry))
  }
  return foot
}

/** What the drawing of each part depends on: a part is drawn again only when its own changes. */
const bodyKey = ({ activity, consent }) => JSON.stringify([activity, consent])
const footKey = ({ delivery, problem, reaction }) =>
  JSON.stringify([delivery === 'failed', delivery === 'failed' && problem, reaction])

/** One message on the page: an article that can be brought up to date in place. */
export const createMessage = (conversationId, first) => {
  const article = element('article', { className: `message ${first.author}`, tabIndex: -1 })
  article.dataset.id = first.id
  const parts = { meta: element('p'), body: element('div'), foot: element('div') }
  article.append(parts.meta, parts.body, parts.foot)
  let drawn = {}

  const replace = (part, node) => {
    const hadFocus = parts[part].contains(document.activeElement)
    parts[part].replaceWith(node)
    parts[part] = node
    if (hadFocus) article.focus({ preventScroll: true })
  }

  const update = (shown) => {
    if (drawn.revision === shown.revision) return
    const next = { revision: shown.revision, body: bodyKey(shown), foot: footKey(shown), edited: shown.edited }
    if (next.body !== drawn.body || next.edited !== drawn.edited) replace('meta', meta(shown))
    if (next.body !== drawn.body) replace('body', drawBody(conversationId, shown))
    if (next.foot !== drawn.foot) replace('foot', drawFoot(conversationId, shown))
    const time = clock.format(new Date(shown.activity.timestamp))
    article.setAttribute('aria-label', `${shown.author === 'bot' ? 'Bot' : 'You'}, ${time}`)
    drawn = next
  }

  update(first)
  return { article, update }
}
