import type { Entry } from '../content/knowledge.ts'
import type { Weighed } from './arbiter.ts'
import type { Figure } from './table.ts'

/** The role of the person who asks, as far as the content depends on it. */
export type Audience = 'staff' | 'manager' | 'hr'

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
  /** What a follow-up asks of the last answer: its source, more on it, to repeat it, plainer words, a yes or no, or another answer instead. */
  followUp?: 'source' | 'more' | 'again' | 'plainer' | 'verdict' | 'other'
  /** The yes, no or correction that a question expects, said before what the entry says. */
  straight?: string
  /** What of its entry's subjects and aspects it told. */
  about?: { subject?: string; told?: readonly string[] }
}

/** A reply put together from the content where no entry is it: a sum of figures, or that something is not published. */
export interface Composed {
  /** What it says, for the trace and for HR's count: `assessment-centre/how-long`. */
  id: string
  /** Markdown, without its source. */
  say: string
  /** The entry that it rests on, which is cited. */
  beside?: Entry
  /** The figures that it leaves on the table. */
  figures?: readonly Figure[]
}

/** What the bot makes of one segment of a message. */
export type Part = Common &
  (
    | { outcome: 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused'; entry: Entry }
    | { outcome: 'answered' | 'not-stated'; composed: Composed }
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
  /** How the message was read: as a fresh question, or against something on the table. */
  reading?: Weighed
}
