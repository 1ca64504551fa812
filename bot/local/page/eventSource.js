import { eventsUrl } from './api.js'

const pause = 3000

/** Receives the events of one conversation at a time; reconnects by itself when the connection is lost. */
export const createEventSource = ({ onEvent, onLost, onFound }) => {
  let source
  let timer
  let conversationId

  const stop = () => {
    clearTimeout(timer)
    source?.close()
  }
  const connect = () => {
    stop()
    source = new EventSource(eventsUrl(conversationId))
    source.addEventListener('open', onFound)
    source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)))
    source.addEventListener('error', () => {
      stop()
      onLost()
      timer = setTimeout(connect, pause)
    })
  }
  window.addEventListener('pagehide', stop)
  window.addEventListener('pageshow', ({ persisted }) => persisted && connect())

  return {
    listen(id) {
      conversationId = id
      connect()
    },
    retry: connect,
  }
}
