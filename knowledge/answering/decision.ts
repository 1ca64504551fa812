import type { Entry } from '../content/knowledge.ts'

/** Who asks, as far as the content needs to know. */
export type Audience = 'staff' | 'manager' | 'hr'

/** What the turn before was about. */
export interface Previous {
  /** The entry or action that the turn before ended with. */
  id: string
}

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
}

/** What the bot makes of one piece of a message. */
export type Part = Common &
  (
    | { outcome: 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused'; entry: Entry }
    | { outcome: 'action'; action: string }
    | { outcome: 'clarify'; choices: readonly Choice[] }
    | { outcome: 'unknown' }
  )

/** One "did you mean": its id is an entry's or an action's. */
export interface Choice {
  id: string
  label: string
}

/** What the bot makes of a message: one part, or two when it held two questions. */
export interface Decision {
  parts: readonly [Part] | readonly [Part, Part]
}
