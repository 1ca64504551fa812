import { postMessage } from './api.js'
import { banner } from './banner.js'
import { byId } from './dom.js'

/**
 * The message box. What was typed stays until the connector has it, and each person's draft is kept apart;
 * trying again sends the same message, not a second one.
 */
export const createComposer = (currentConversation) => {
  const form = byId('composer')
  const box = byId('say')
  const drafts = new Map()
  const attempts = new Map()

  const grow = () => {
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`
  }

  /** Posts what was said by box or by button; true once the connector has it. */
  const say = async (said) => {
    const conversationId = currentConversation()
    const key = JSON.stringify([conversationId, said])
    const clientId = attempts.get(key) ?? crypto.randomUUID()
    attempts.set(key, clientId)
    try {
      await postMessage(conversationId, { clientId, ...said })
    } catch (error) {
      banner.show('send', `Your message was not sent. ${error.message}`, () => again(said))
      return false
    }
    attempts.delete(key)
    banner.clear('send')
    return true
  }

  const send = async () => {
    const conversationId = currentConversation()
    const typed = box.value
    if (typed.trim() === '') return
    if (!(await say({ text: typed.trim() }))) return
    drafts.delete(conversationId)
    if (currentConversation() === conversationId && box.value === typed) {
      box.value = ''
      grow()
    }
  }

  const again = (said) => (said.text === box.value.trim() ? send() : say(said))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })
  box.addEventListener('input', () => {
    drafts.set(currentConversation(), box.value)
    grow()
  })

  return {
    say,
    restoreDraft() {
      banner.clear('send')
      box.value = drafts.get(currentConversation()) ?? ''
      grow()
    },
  }
}
