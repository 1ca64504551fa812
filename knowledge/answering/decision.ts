import type { Entry } from '../content/knowledge.ts'

/** The role of the person who asks, as far as the content depends on it. */
export type Audience = 'staff' | 'manager' | 'hr'

/** The dialogue history that a message may refer to. */
export interface Previous {
  /** The entry or action of the last turn that had one; empty when there was none yet. */
  id: string
  /** Those of the turns before it, the latest first. */
  before?: readonly string[]
  /** The entries and actions of the last turn's clarification question, in their order. */
  offered?: readonly string[]
}

/** Turns before the last that the history keeps. */
const HISTORY_LENGTH = 8

/** The entries and actions of the turns so far, the latest first. */
export const historyOf = (previous: Previous | undefined): string[] =>
  previous?.id ? [previous.id, ...(previous.before ?? [])] : []

/** The history after a turn about this entry or action. */
export const rememberTopic = (previous: Previous | undefined, id: string): Previous => {
  if (!previous?.id) return { id }
  const before = previous.id === id ? (previous.before ?? []) : historyOf(previous)
  return { id, before: before.slice(0, HISTORY_LENGTH) }
}

/** The history after a turn that asked to choose from these. */
export const rememberChoices = (previous: Previous | undefined, choices: readonly Choice[]): Previous => ({
  id: '',
  ...previous,
  offered: choices.map(({ id }) => id),
})

/** An entry or action with the probability that it is what the person means. */
export interface Scored {
  id: string
  confidence: number
}

interface Common {
  /** The segment of the message that this part answers. */
  text: string
  /** The best candidates, best first, also when none was good enough. */
  candidates: readonly Scored[]
  /** What a follow-up asks of the last answer: its source, more on it, to repeat it, or another answer instead. */
  followUp?: 'source' | 'more' | 'again' | 'other'
}

/** What the bot makes of one segment of a message. */
export type Part = Common &
  (
    | { outcome: 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused'; entry: Entry }
    | { outcome: 'action'; action: string }
    | { outcome: 'clarify'; choices: readonly Choice[] }
    | {
        outcome: 'unknown'
        /** The reply to a message that is not in English or has no words; such a message is not counted as a question. */
        say?: string
      }
  )

/** One "did you mean": its id is an entry's or an action's. */
export interface Choice {
  id: string
  label: string
}

/** What the bot makes of a message: one part, or two or three when it held as many questions. */
export interface Decision {
  parts: readonly [Part] | readonly [Part, Part] | readonly [Part, Part, Part]
}
