import { runAction } from './cardActions.js'
import { registerCharts } from './chartElements.js'
import { element } from './dom.js'
import { hostConfig } from './hostConfig.js'
import { toHtml } from './markdown.js'

/** Microsoft's renderer, loaded before this module as a plain script. */
const { AdaptiveCard, HostConfig } = window.AdaptiveCards

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text)
  result.didProcess = true
}
registerCharts(window.AdaptiveCards)

const config = new HostConfig(hostConfig)
// HostConfig's constructor overwrites what it was given for this one.
config.inputs.label.requiredInputs.suffix = ' (required)'
config.inputs.label.requiredInputs.suffixColor = window.AdaptiveCards.TextColor.Default

/** A card, with the line under it that says what became of the button last pressed. */
export const adaptiveCardBlock = (conversationId, shown, attachment, attachmentIndex) => {
  const outcome = element('div', { className: 'card-outcome' })
  const block = element('div', { className: 'card' })
  const card = new AdaptiveCard()
  card.hostConfig = config
  card.onExecuteAction = (action) =>
    runAction({ conversationId, replyToId: shown.id, attachmentIndex, block, outcome }, action)
  try {
    card.parse(attachment.content)
    block.append(card.render())
  } catch {
    block.append(element('p', { className: 'problem' }, 'This card cannot be shown.'))
  }
  for (const link of block.querySelectorAll('a')) link.rel = 'noopener noreferrer'
  block.append(outcome)
  return block
}
