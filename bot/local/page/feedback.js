import { postInvoke } from './api.js'
import { svg } from './chartSvg.js'
import { button, element } from './dom.js'

/** Whether the bot asked for thumbs under this message. */
export const takesFeedback = ({ channelData }) =>
  Boolean(channelData?.feedbackLoop ?? channelData?.feedbackLoopEnabled ?? false)

const send = (conversationId, replyToId, reaction, feedbackText) =>
  postInvoke(conversationId, {
    name: 'message/submitAction',
    replyToId,
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText }) },
    },
  })

const reasonForm = (conversationId, id, reaction, onCancel) => {
  const question = reaction === 'like' ? 'What was helpful?' : 'What could be better?'
  const reason = element('textarea', { id: `reason-${id}`, rows: 2 })
  const problem = element('p', { className: 'problem', role: 'alert' })
  const form = element(
    'form',
    { className: 'reason' },
    element('label', { htmlFor: reason.id }, `${question} (you can leave this empty)`),
    reason,
    problem,
    element('button', { type: 'submit', className: 'primary' }, 'Send feedback'),
    button('Cancel', onCancel),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await send(conversationId, id, reaction, reason.value.trim()).catch((error) => ({
      problem: error.message,
    }))
    problem.textContent = answer.ok ? '' : `Your feedback was not sent. ${answer.problem} Try again.`
  })
  return { form, reason }
}

const outline = 'M7 10v10H3V10zm0 0 4-8c2 0 3 1 3 3v4h5.5c1.2 0 2 1 1.8 2.2l-1.3 7c-.2 1-1 1.8-2 1.8H7'

const thumbSign = (name) =>
  svg(
    'svg',
    { viewBox: '0 0 24 24', width: 22, height: 22, 'aria-hidden': 'true', class: `sign ${name}` },
    svg('path', { d: outline }),
  )

/** Thumbs, then a short form for the reason, then thanks (when the connector says that the bot took it). */
export const feedbackRow = (conversationId, { id, reaction }) => {
  const row = element('div', { className: 'feedback' })
  if (reaction) {
    row.append(element('p', { className: 'thanks' }, 'Thank you for your feedback'))
    return row
  }
  const thumb = (name, label) => {
    const press = button(thumbSign(name), () => open(name), {
      className: 'thumb',
      'aria-label': label,
      'aria-expanded': 'false',
      title: label,
    })
    press.dataset.reaction = name
    return press
  }
  const thumbs = [thumb('like', 'Helpful'), thumb('dislike', 'Not helpful')]
  let form
  const show = (name) => {
    form?.remove()
    for (const press of thumbs) press.setAttribute('aria-expanded', String(press.dataset.reaction === name))
  }
  const open = (name) => {
    show(name)
    const opened = reasonForm(conversationId, id, name, () => {
      show(undefined)
      thumbs.find((press) => press.dataset.reaction === name).focus()
    })
    form = opened.form
    row.append(form)
    opened.reason.focus()
    form.scrollIntoView({ block: 'nearest' })
  }
  row.append(...thumbs)
  return row
}
