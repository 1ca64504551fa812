import { byId } from './dom.js'
import { createMessage } from './message.js'

const near = 120

/** The log: keeps what is on the page the same as what the connector has, and nothing else. */
export const createConversationView = () => {
  const log = byId('log')
  const messages = new Map()
  let conversationId
  let epoch

  let movedTo = 0

  /** Shows what is new: the end, or the beginning of a message that is taller than the log. */
  const follow = (article) => {
    const tall = article.offsetHeight > Math.min(log.clientHeight, window.innerHeight)
    log.scrollTop = tall ? article.offsetTop : log.scrollHeight
    article.scrollIntoView({ block: tall ? 'start' : 'nearest' })
    movedTo = log.scrollTop
  }
  /** Whether the person reads on: at the end, or where the page itself last went. */
  const follows = () => log.scrollTop === movedTo || log.scrollHeight - log.scrollTop - log.clientHeight < near

  // Suggestions and the box below take from the log's height: what was followed stays in sight.
  new ResizeObserver(() => {
    if (log.lastElementChild && log.scrollTop === movedTo) follow(log.lastElementChild)
  }).observe(log)

  const put = (shown) => {
    const known = messages.get(shown.id)
    if (known) {
      known.shown = shown
      known.view.update(shown)
      return
    }
    const view = createMessage(conversationId, shown)
    messages.set(shown.id, { shown, view })
    log.append(view.article)
  }

  const remove = (id) => {
    messages.get(id)?.view.article.remove()
    messages.delete(id)
  }

  const empty = () => {
    log.replaceChildren()
    messages.clear()
  }

  return {
    open(id) {
      conversationId = id
      epoch = undefined
      empty()
    },
    /** All there is, on opening and after a lost connection; another epoch is another conversation. */
    snapshot(next, all) {
      if (next !== epoch) empty()
      epoch = next
      for (const id of [...messages.keys()]) if (!all.some((shown) => shown.id === id)) remove(id)
      for (const shown of all) put(shown)
      if (log.lastElementChild) follow(log.lastElementChild)
    },
    show(shown) {
      const isNew = !messages.has(shown.id)
      const goes = isNew && (shown.author === 'member' || follows())
      put(shown)
      if (goes) follow(log.lastElementChild)
    },
    remove,
    last: () => [...messages.values()].at(-1)?.shown,
    failed: () => [...messages.values()].map(({ shown }) => shown).filter(({ delivery }) => delivery === 'failed'),
  }
}
