import { button, byId, element } from './dom.js'

/** One line above the message box that says what is wrong, with what to do about it. */
const show = (kind, words, retry) => {
  const banner = byId('banner')
  if (banner.dataset.kind === kind && banner.dataset.words === words && !banner.hidden) return
  banner.dataset.kind = kind
  banner.dataset.words = words
  banner.replaceChildren(element('p', {}, words), button('Retry', retry))
  banner.hidden = false
}

/** Takes the banner away, if it is still about that. */
const clear = (kind) => {
  const banner = byId('banner')
  if (banner.dataset.kind !== kind) return
  const hadFocus = banner.contains(document.activeElement)
  banner.hidden = true
  banner.replaceChildren()
  if (hadFocus) byId('say').focus()
}

export const banner = { show, clear }
