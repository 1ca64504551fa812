/**
 * An element with its properties and children. A property with a dash, or `role`, is set as an attribute;
 * children that are strings become text, never HTML.
 */
export const element = (tag, properties = {}, ...children) => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (name.includes('-') || name === 'role') node.setAttribute(name, value)
    else node[name] = value
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false))
  return node
}

export const button = (label, onClick, properties = {}) => {
  const node = element('button', { type: 'button', ...properties }, label)
  node.addEventListener('click', onClick)
  return node
}

export const byId = (id) => document.getElementById(id)

/** A link that opens beside the chat, or only its words where the address is neither of the web, of mail nor ours. */
export const outsideLink = (href, label, properties = {}) => {
  if (!isSafeLink(href)) return element('span', properties, label)
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer', ...properties }, label)
}

export const isSafeLink = (href) => {
  const url = URL.canParse(href, location.href) ? new URL(href, location.href) : undefined
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url?.protocol)
}
