import type { FrameKind } from './table.ts'

/**
 * One way to read a message: as a fresh question, or against something on the table. The evidence for it is the
 * probability that the person means it so, as far as its reader can tell: 1 when it was said outright, 0.9 when the words
 * name the frame and something of it, 0.7 when they lean on it and say what of it, 0.5 when they only could be meant so.
 */
export interface Reading {
  of: 'fresh' | FrameKind
  /** What on the table, or in the content: an id. */
  on: string
  /** Why, in words about the message and never in its own. */
  because: string
  evidence: number
}

/** What goes to the trace: the reading that won, and the one that came next. */
export interface Weighed<R extends Reading = Reading> {
  won: R
  runnerUp?: Reading
}

/**
 * The arbiter of all readings, the abilities' and the answers': the one with the most evidence wins; of two with as much,
 * the one that is named first.
 */
export function weigh<R extends Reading>(readings: readonly [R, ...R[]]): Weighed<R> {
  const [won, runnerUp] = [...readings].sort((a, b) => b.evidence - a.evidence) as [R, R?]
  return { won, ...(runnerUp && { runnerUp: readingOf(runnerUp) }) }
}

/** A reading without what it leads to. */
export const readingOf = ({ of, on, because, evidence }: Reading): Reading => ({
  of,
  on,
  because,
  evidence: Math.round(100 * evidence) / 100,
})
