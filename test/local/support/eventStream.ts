import type { ConversationEvent } from '../../../bot/local/conversations.ts'

export interface EventStream {
  /** The next event that `wanted` accepts; those before it are passed over. */
  next<Type extends ConversationEvent['type']>(
    type: Type,
    wanted?: (event: Extract<ConversationEvent, { type: Type }>) => boolean,
  ): Promise<Extract<ConversationEvent, { type: Type }>>
  close(): void
}

/** Listens to a conversation as the page does. */
export const openEvents = async (url: string, conversationId: string): Promise<EventStream> => {
  const abort = new AbortController()
  const response = await fetch(`${url}/local/chat/${encodeURIComponent(conversationId)}/events`, {
    signal: abort.signal,
  })
  if (!response.body) throw new Error(`No events: ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const queue: ConversationEvent[] = []
  let rest = ''
  const read = async (): Promise<void> => {
    const { value, done } = await reader.read()
    if (done) throw new Error('The stream of events ended.')
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) if (block.startsWith('data: ')) queue.push(JSON.parse(block.slice(6)))
  }
  return {
    async next(type, wanted = () => true) {
      for (;;) {
        for (let event = queue.shift(); event; event = queue.shift()) {
          if (event.type === type && wanted(event as never)) return event as never
        }
        await read()
      }
    },
    close: () => abort.abort(),
  }
}
