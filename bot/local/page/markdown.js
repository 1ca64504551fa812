import markdownIt from '/local/vendor/markdown-it.js'

const markdown = markdownIt({ html: false, linkify: true, breaks: true }).disable('image')

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index].attrSet('target', '_blank')
  tokens[index].attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, index, options)
}

/** `[1]` is a citation when the message cites something at 1. */
markdown.inline.ruler.before('link', 'citation', (state, silent) => {
  const [marker, position] = /^\[(\d{1,2})\](?!\()/.exec(state.src.slice(state.pos, state.posMax)) ?? []
  const name = state.env?.citations?.get(Number(position))
  if (marker === undefined || name === undefined) return false
  if (!silent) Object.assign(state.push('citation', '', 0), { meta: { position, name } })
  state.pos += marker.length
  return true
})

markdown.renderer.rules.citation = (tokens, index) => {
  const { position, name } = tokens[index].meta
  const label = markdown.utils.escapeHtml(`Source ${position}: ${name}`)
  return (
    `<button type="button" class="citation" data-position="${position}" aria-haspopup="dialog" aria-label="${label}">` +
    `${position}</button>`
  )
}

/** Markdown as HTML; HTML in it stays text. `citations` maps a position to the name of its source. */
export const toHtml = (text, citations = new Map()) => markdown.render(text, { citations })

const policy = window.trustedTypes?.createPolicy('chat-markdown', {
  createHTML: (text, citations) => toHtml(text, citations),
})

/** A block of rendered Markdown. */
export const markdownBlock = (text, citations) => {
  const block = document.createElement('div')
  block.className = 'words'
  block.innerHTML = policy ? policy.createHTML(text, citations) : toHtml(text, citations)
  for (const table of block.querySelectorAll('table')) {
    const frame = document.createElement('div')
    frame.className = 'table-frame'
    frame.tabIndex = 0
    table.replaceWith(frame)
    frame.append(table)
  }
  return block
}
