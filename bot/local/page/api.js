/** The connector's routes for the page. Each throws `Unreachable` when nothing answers. */

class Unreachable extends Error {}

const call = async (path, body) => {
  const request = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  let response
  try {
    response = await fetch(path, request)
  } catch (cause) {
    throw new Unreachable('The connection to the bot is lost.', { cause })
  }
  const answer = await response.json().catch(() => undefined)
  if (!response.ok) throw new Error(answer?.error?.message ?? `The bot could not answer (error ${response.status}).`)
  return answer
}

const chat = (conversationId, rest) => `/local/chat/${encodeURIComponent(conversationId)}/${rest}`

export const readPeople = () => call('/local/people')

/** `message` is `{ clientId, text?, displayText?, value?, replyToId? }`. */
export const postMessage = (conversationId, message) => call(chat(conversationId, 'messages'), message)

export const redeliver = (conversationId, activityId) =>
  call(chat(conversationId, `messages/${encodeURIComponent(activityId)}/redeliver`), {})

/** `invoke` is `{ name, value, replyToId, attachmentIndex? }`; answers `{ ok, status, body, problem }`. */
export const postInvoke = (conversationId, invoke) => call(chat(conversationId, 'invokes'), invoke)

export const answerFileConsent = (conversationId, replyToId, answer) =>
  call(chat(conversationId, 'file-consents'), { replyToId, answer })

export const eventsUrl = (conversationId) => chat(conversationId, 'events')
