import type { Weighed } from '../knowledge/answering/arbiter.ts'
import type { Decision, Part, Scored } from '../knowledge/answering/decision.ts'
import type { Table } from '../knowledge/answering/table.ts'
import type { Actor } from './access.ts'
import type { Reply } from './reply.ts'

/** What a card's button sent: the verb and everything with it. Forged as easily as typed: services check it. */
export interface Submission {
  verb: string
  data: Readonly<Record<string, unknown>>
}

/** One turn, as the abilities see it. Made once, at the door. */
export interface Turn {
  id: string
  actor: Actor
  /** The person's addresses as the channel gives them, asked for when they are needed; none when it gives none. */
  emails: () => Promise<readonly string[]>
  /** What was typed, trimmed; empty when a button was pressed. */
  message: string
  submission?: Submission
  /** What the message was taken for; none when a button was pressed. */
  decision?: Decision
  conversation: { id: string; personal: boolean }
  /** The activity that began it: the same again is the same command. */
  activityId: string
  /** What this conversation was last about. Dialogs write to it; it is kept with the conversation. */
  memory: TurnMemory
  /** Whether the person erased what is held: then nothing of the conversation is kept after this turn. */
  forgets?: boolean
  /** What the turn says, in its order; the bot sends it when the turn is over. */
  replies: Reply[]
  /** What the turn leaves behind for the trace. */
  trace: DecisionTrace
}

/**
 * Kept from turn to turn of a conversation. None of it is anybody's words. An ability that keeps something adds its own
 * property by declaring it in this module.
 */
export interface TurnMemory {
  /** What the latest replies put on the table. */
  table?: Table
  /** The question counted last, which the person may send as theirs. */
  unansweredId?: string
  /** The bot's latest answers, so that a thumb finds what it is about. */
  answers?: { activityId: string; turnId: string; entries: string[] }[]
  /** The bot's messages that hold something personal, so that an erasure can blank them. */
  personalCards?: string[]
}

export type Outcome = Part['outcome']

/** The decision trace of a turn. */
export interface DecisionTrace {
  outcomes: Outcome[]
  entries: readonly Scored[]
  action: string | null
  step?: string
  slots: Record<string, unknown>
  mode: 'curated' | 'model'
  /** How the message was read, and how else it might have been. */
  reading?: Weighed
}

export const newTrace = (): DecisionTrace => ({ outcomes: [], entries: [], action: null, slots: {}, mode: 'curated' })

/** The trace as it goes out: one outcome by name, two as a list beside the first. */
export function traceValue(trace: DecisionTrace, ms: number): Record<string, unknown> {
  const { outcomes, step, ...rest } = trace
  return {
    outcome: outcomes[0] ?? 'unknown',
    ...(outcomes.length > 1 && { outcomes }),
    ...rest,
    ...(step && { step }),
    ms: Math.round(ms * 10) / 10,
  }
}
