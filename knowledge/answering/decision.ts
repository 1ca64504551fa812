import type { Entry } from '../content/knowledge.ts'

/** Who asks, as far as the content needs to know. */
export type Audience = 'staff' | 'manager' | 'hr'

/** What the turn before was about. */
export interface Previous {
  /** The entry or action that the turn before ended with; empty when there was none yet. */
  id: string
  /** What the turns before that were about, the latest first. */
  before?: readonly string[]
  /** The entries and actions that the turn before asked to choose from. */
  offered?: readonly string[]
}

/** Turns before the last that are kept in mind. */
const REMEMBERED = 8

/** What the next turn comes after, when this one was about `id`. */
export const following = (previous: Previous | undefined, id: string): Previous => {
  if (!previous?.id) return { id }
  const before = previous.id === id ? (previous.before ?? []) : [previous.id, ...(previous.before ?? [])]
  return { id, before: before.slice(0, REMEMBERED) }
}

/** What the next turn comes after, when this one asked to choose from these. */
export const offering = (previous: Previous | undefined, choices: readonly Choice[]): Previous => ({
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
  /** The piece of the message that this part is about. */
  text: string
  /** The best candidates, best first, also when none was good enough. */
  candidates: readonly Scored[]
  /** Set when it is about the answer before: where that is from, whether there is more, to hear it again, or that it was not it. */
  of?: 'source' | 'more' | 'again' | 'other'
}

/** What the bot makes of one piece of a message. */
export type Part = Common &
  (
    | { outcome: 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused'; entry: Entry }
    | { outcome: 'action'; action: string }
    | { outcome: 'clarify'; choices: readonly Choice[] }
    | {
        outcome: 'unknown'
        /** What to say to a message that is not in English, or that has no words. It is nobody's question to count. */
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
