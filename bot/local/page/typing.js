import { byId } from './dom.js'

const longest = 20_000

/** "The bot is typing", until a message comes, the turn ends, or 20 seconds have passed. */
export const createTyping = () => {
  const line = byId('typing')
  let timer
  const hide = () => {
    clearTimeout(timer)
    line.textContent = ''
    line.classList.remove('on')
  }
  return {
    hide,
    show() {
      hide()
      line.textContent = 'The bot is typing'
      line.classList.add('on')
      timer = setTimeout(hide, longest)
    },
  }
}
