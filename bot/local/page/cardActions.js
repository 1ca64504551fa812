import { postInvoke, postMessage } from './api.js'
import { button, element, isSafeLink } from './dom.js'

const asObject = (value) => {
  if (typeof value !== 'string') return value ?? {}
  try {
    return JSON.parse(value)
  } catch {
    return { value }
  }
}

/** The message that an Action.Submit stands for: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
const submitted = (data) => {
  if (typeof data === 'string') return { text: data }
  const { msteams, ...value } = data ?? {}
  if (msteams?.type === 'imBack') return { text: String(msteams.value) }
  if (msteams?.type === 'messageBack') {
    const { text, displayText } = msteams
    return { text: text ?? '', displayText: displayText ?? text, value: { ...value, ...asObject(msteams.value) } }
  }
  return { value }
}

const submit = async ({ conversationId, replyToId }, data) => {
  const answer = await postMessage(conversationId, { clientId: data.clientId, replyToId, ...submitted(data.data) })
  return answer.ok === false ? answer.problem : ''
}

/**
 * What an Action.Execute came to, in words; a card that replaces this one arrives as an event. An error that the bot
 * words itself comes with its status as the whole answer's, and is no reason to try again.
 */
const told = ({ ok, problem, body }) => {
  if (body?.type === 'application/vnd.microsoft.error') {
    const settled = (body.statusCode ?? 400) < 500
    return { problem: body.value?.message ?? 'The bot could not do that.', settled }
  }
  if (!ok || (body?.statusCode ?? 200) >= 400) return { problem: problem || 'The bot could not do that.' }
  return body?.type === 'application/vnd.microsoft.activity.message' ? { words: body.value } : {}
}

const execute = async ({ conversationId, replyToId, attachmentIndex }, { id, verb, data }) => {
  const action = { type: 'Action.Execute', ...(id && { id }), verb, data: data ?? {} }
  const value = { action, trigger: 'manual' }
  return told(await postInvoke(conversationId, { name: 'adaptiveCard/action', value, replyToId, attachmentIndex }))
}

const attempt = async (place, run) => {
  const { block, outcome } = place
  if (block.getAttribute('aria-busy') === 'true') return
  block.setAttribute('aria-busy', 'true')
  outcome.replaceChildren()
  const { problem, words, settled } = await run().catch((error) => ({ problem: error.message }))
  block.setAttribute('aria-busy', 'false')
  if (words) outcome.replaceChildren(element('p', { role: 'status' }, words))
  if (problem) {
    const retry = settled ? '' : button('Retry', () => attempt(place, run))
    outcome.replaceChildren(element('p', { className: 'problem', role: 'alert' }, `${problem} `, retry))
  }
}

/** Does what a card's button says. What was filled in stays on the card, and goes again with Retry. */
export const runAction = (place, action) => {
  const { data } = action
  switch (action.getJsonTypeName()) {
    case 'Action.OpenUrl':
      if (isSafeLink(action.url)) window.open(action.url, '_blank', 'noopener,noreferrer')
      return
    case 'Action.Submit': {
      const clientId = crypto.randomUUID()
      void attempt(place, async () => ({ problem: await submit(place, { clientId, data }) }))
      return
    }
    case 'Action.Execute': {
      const { id, verb } = action
      void attempt(place, () => execute(place, { id, verb, data }))
    }
  }
}
