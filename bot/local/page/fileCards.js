import { answerFileConsent } from './api.js'
import { button, element, isSafeLink } from './dom.js'

const size = (bytes) => (bytes >= 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${bytes} bytes`)

const download = (href, name) => element('a', { href, download: name, className: 'file-link' }, `Download ${name}`)

const answered = ({ answer, href }, name) => {
  if (answer === 'decline') return element('p', { className: 'quiet' }, 'You declined this file.')
  return href ? download(href, name) : element('p', { className: 'quiet' }, 'You accepted this file.')
}

const question = (conversationId, id, name) => {
  const problem = element('p', { className: 'problem', role: 'alert' })
  const reply = async (answer) => {
    problem.textContent = ''
    const outcome = await answerFileConsent(conversationId, id, answer).catch((error) => ({ problem: error.message }))
    if (!outcome.ok) problem.textContent = `${outcome.problem} Try again.`
  }
  return element(
    'div',
    { className: 'file-answer' },
    button('Allow', () => reply('accept'), { className: 'primary', 'aria-label': `Allow ${name}` }),
    button('Decline', () => reply('decline'), { 'aria-label': `Decline ${name}` }),
    problem,
  )
}

/** The bot asks to give the person a file. */
export const fileConsentBlock = (conversationId, { id, consent }, { name = 'file', content = {} }) =>
  element(
    'div',
    { className: 'card file' },
    element('p', { className: 'file-name' }, name),
    element(
      'p',
      { className: 'quiet' },
      [content.description, size(content.sizeInBytes ?? 0)].filter(Boolean).join(' · '),
    ),
    consent ? answered(consent, name) : question(conversationId, id, name),
  )

/** The file is there. */
export const fileInfoBlock = (_conversationId, _shown, { name = 'file', contentUrl = '' }) =>
  element(
    'div',
    { className: 'card file' },
    element('p', { className: 'file-name' }, name),
    isSafeLink(contentUrl) && download(contentUrl, name),
  )
