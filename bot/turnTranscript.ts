import type { Activity } from 'botbuilder'

/** The decision trace as it is on the wire. */
interface TracedDecision {
  outcome?: string
  outcomes?: string[]
  entries?: { id: string; confidence: number }[]
  action?: string | null
  step?: string
  slots?: Record<string, unknown>
  mode?: string
  ms?: number
}

interface TranscriptCitation {
  position: number
  appearance: { name: string; abstract: string; url?: string }
}

/** What one turn said: the words of its messages and cards, the decision, the citations, the suggested replies. */
export interface TurnTranscript {
  messages: readonly Partial<Activity>[]
  said: string
  decision: TracedDecision
  outcomes: readonly string[]
  citations: readonly TranscriptCitation[]
  suggestions: readonly string[]
}

/** The transcript of the activities that a turn sent. */
export function transcriptOf(activities: readonly Partial<Activity>[]): TurnTranscript {
  const messages = activities.filter(({ type }) => type === 'message')
  const traces = activities.filter(({ type, name }) => type === 'trace' && name === 'decision')
  const decision: TracedDecision = traces.at(-1)?.value ?? {}
  return {
    messages,
    said: messages.map(wordsOf).join('\n'),
    decision,
    outcomes: decision.outcomes ?? (decision.outcome ? [decision.outcome] : []),
    citations: messages.flatMap(({ entities = [] }) => entities.flatMap((entity) => entity.citation ?? [])),
    suggestions: messages.flatMap(({ suggestedActions }) =>
      (suggestedActions?.actions ?? []).map(({ title }) => title),
    ),
  }
}

const wordsOf = ({ text = '', attachments = [] }: Partial<Activity>): string =>
  [text, ...attachments.map(({ content }) => cardWords(content).join('\n'))].join('\n')

const WORDS = ['text', 'title', 'value', 'label', 'altText', 'speak', 'subtitle', 'inlines']

/** The words that a card shows, in its order; not what its fields are filled with. */
function cardWords(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(cardWords)
  if (typeof part !== 'object' || part === null) return []
  const isInput = 'type' in part && String(part.type).startsWith('Input')
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' && WORDS.includes(name) && !(name === 'value' && isInput) ? [value] : cardWords(value),
  )
}
