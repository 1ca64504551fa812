import { button } from './dom.js'

const most = 3

/** The message a suggestion stands for. */
const saidBy = ({ type, title, value, text, displayText }) => {
  if (type === 'messageBack') return { text: text ?? title, displayText: displayText ?? title, value }
  return { text: String(value ?? title) }
}

/** Under the last message alone, and at most three, as in Teams. */
export const showSuggestions = (container, last, say) => {
  const actions = last?.author === 'bot' ? (last.activity.suggestedActions?.actions ?? []) : []
  const buttons = actions
    .filter(({ type }) => type === 'imBack' || type === 'messageBack')
    .slice(0, most)
    .map((action) => button(action.title ?? String(action.value), () => say(saidBy(action))))
  container.replaceChildren(...buttons)
  container.hidden = buttons.length === 0
}
