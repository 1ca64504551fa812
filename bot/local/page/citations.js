import { button, byId, element, outsideLink } from './dom.js'

/** Teams' entity of a message, which has its citations. */
const messageEntity = ({ entities = [] }) => entities.find(({ type }) => type === 'https://schema.org/Message')

/** What the message cites, by the number in its text. */
export const citationsOf = (activity) =>
  new Map((messageEntity(activity)?.citation ?? []).map(({ position, appearance }) => [position, appearance]))

const body = ({ name, abstract, url, usageInfo }, close) => [
  element('h2', { id: 'citation-name' }, name ?? 'Source'),
  abstract && element('p', {}, abstract),
  usageInfo?.name && element('p', { className: 'quiet' }, usageInfo.name),
  url && element('p', {}, outsideLink(url, 'Open the source (new tab)')),
  button('Close', close, { className: 'primary', autofocus: true }),
]

/** Shows a source; Escape, Close or a press beside it puts the focus back where it was. */
const openCitation = (appearance) => {
  const dialog = byId('citation')
  const close = () => dialog.close()
  dialog.replaceChildren(...body(appearance, close).filter(Boolean))
  dialog.onclick = ({ target }) => target === dialog && close()
  dialog.showModal()
}

/** Makes the numbers in a message's words open their sources. */
export const listenForCitations = (block, citations) => {
  block.addEventListener('click', ({ target }) => {
    const marker = target.closest('button.citation')
    const appearance = marker && citations.get(Number(marker.dataset.position))
    if (appearance) openCitation(appearance)
  })
}
