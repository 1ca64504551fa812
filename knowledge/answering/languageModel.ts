/** Why a model gave nothing. None of these is a fault of the program: the curated answer stands. */
export const noAnswerReasons = [
  /** It declined to answer. */
  'refused',
  /** It was cut off before it was done. */
  'truncated',
  /** What came is not what was asked for. */
  'malformed',
  /** The deadline passed. */
  'slow',
  /** It cannot be reached, or says that it cannot serve now. */
  'unavailable',
  /** The tokens of the day are spent. */
  'over-budget',
  /** It failed so often of late that it is left alone for a while. */
  'circuit-open',
] as const
export type NoAnswer = (typeof noAnswerReasons)[number]

export type FromModel<T> = { kind: 'given'; value: T } | { kind: 'none'; why: NoAnswer }

export const given = <T>(value: T): FromModel<T> => ({ kind: 'given', value })
export const none = (why: NoAnswer): FromModel<never> => ({ kind: 'none', why })

/** What is left of the time that a turn may take. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Milliseconds, 0 when it has passed. */
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

/** One question that was answered before, in the curator's words: nobody's own are kept. */
export interface Said {
  question: string
  answer: string
}

/** An entry as a model sees it. */
export interface Readable {
  id: string
  question: string
  answer: string
}

/**
 * What a model may be asked. It reads and words; it never acts, and it is never told who asks. No member throws for
 * anything that a model or a network does, and each ends by its deadline.
 */
export interface LanguageModel {
  /** The one question that a message asks, made to stand alone; empty when it asks none. */
  rewrite(asked: { said: readonly Said[]; message: string }, deadline: Deadline): Promise<FromModel<string>>
  /** The id of the candidate that answers the question; `undefined` when none does. */
  choose(
    asked: { question: string; candidates: readonly Readable[] },
    deadline: Deadline,
  ): Promise<FromModel<string | undefined>>
  /** An answer in the question's shape, each sentence with the `[n]` of the entry that says it; empty when there is none. */
  phrase(asked: { question: string; entries: readonly Readable[] }, deadline: Deadline): Promise<FromModel<string>>
}
