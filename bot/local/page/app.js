import { readPeople, redeliver } from './api.js'
import { banner } from './banner.js'
import { createComposer } from './composer.js'
import { createConversationView } from './conversationView.js'
import { byId } from './dom.js'
import { createEventSource } from './eventSource.js'
import { fillPeople } from './people.js'
import { showSuggestions } from './suggestions.js'
import { createTyping } from './typing.js'

const select = byId('person')
const current = () => select.value
const view = createConversationView()
const composer = createComposer(current)
const typing = createTyping()

const retryFailed = () => {
  for (const { id } of view.failed()) redeliver(current(), id).catch(() => undefined)
}

const refresh = () => {
  showSuggestions(byId('suggestions'), view.last(), composer.say)
  const problem = view.failed().at(-1)?.problem
  if (problem) banner.show('bot', problem, retryFailed)
  else banner.clear('bot')
}

const handlers = {
  snapshot({ epoch, shown }) {
    view.snapshot(epoch, shown)
    refresh()
  },
  shown({ shown }) {
    if (shown.author === 'bot') typing.hide()
    view.show(shown)
    refresh()
  },
  removed({ id }) {
    view.remove(id)
    refresh()
  },
  typing: () => typing.show(),
  turnEnded: () => typing.hide(),
}

const events = createEventSource({
  onEvent: (event) => handlers[event.type]?.(event),
  onFound: () => banner.clear('connection'),
  onLost() {
    typing.hide()
    banner.show('connection', 'The connection to the bot is lost. What you typed is kept.', () => events.retry())
  },
})

const openConversation = () => {
  typing.hide()
  banner.clear('bot')
  view.open(current())
  refresh()
  composer.restoreDraft()
  events.listen(current())
}

const start = async () => {
  try {
    const { bot, people } = await readPeople()
    document.querySelector('h1').textContent = bot
    fillPeople(select, people)
  } catch (error) {
    banner.show('connection', `The bot cannot be reached. ${error.message}`, start)
    return
  }
  banner.clear('connection')
  select.addEventListener('change', openConversation)
  openConversation()
  byId('say').focus()
}

void start()
