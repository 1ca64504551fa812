/** Why a model gave no answer. None of these is an error of the program: the curated answer stands. */
export const noAnswerReasons = [
  /** The model declined to answer. */
  'refused',
  /** The answer was cut off. */
  'truncated',
  /** The answer does not have the shape that was asked for. */
  'malformed',
  /** The deadline passed. */
  'slow',
  /** The service cannot be reached, or says that it cannot serve now. */
  'unavailable',
  /** The day's token budget is spent. */
  'over-budget',
  /** The circuit breaker is open after repeated failures. */
  'circuit-open',
] as const
export type NoAnswer = (typeof noAnswerReasons)[number]

export type FromModel<T> = { kind: 'given'; value: T } | { kind: 'none'; why: NoAnswer }

export const given = <T>(value: T): FromModel<T> => ({ kind: 'given', value })
export const none = (why: NoAnswer): FromModel<never> => ({ kind: 'none', why })

/** The deadline of a turn. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Milliseconds until then, 0 when it has passed. */
  left(): number
}

/** A deadline that many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  return {
    signal: AbortSignal.timeout(Math.max(0, Math.round(milliseconds))),
    left: () => Math.max(0, end - performance.now()),
  }
}

/** An earlier question with its answer, both in the curator's words: a person's own are not kept. */
export interface Exchange {
  question: string
  answer: string
}

/** An entry as a model sees it. */
export interface ModelEntry {
  id: string
  question: string
  answer: string
}

/**
 * What a model may be asked. It rewrites and chooses; none of its words is said, it never acts, and it is never told who
 * asks. No member throws for anything that a model or a network does, and each ends by its deadline.
 */
export interface LanguageModel {
  /** The one standalone question that a message asks; empty when it asks none. */
  rewrite(asked: { said: readonly Exchange[]; message: string }, deadline: Deadline): Promise<FromModel<string>>
  /** The id of the candidate that answers the question; `undefined` when none does. */
  choose(
    asked: { question: string; candidates: readonly ModelEntry[] },
    deadline: Deadline,
  ): Promise<FromModel<string | undefined>>
}
