import path from 'node:path'
import { type Answerer, createAnswerer } from '../../knowledge/answering/answerer.ts'
import type { Knowledge } from '../../knowledge/content/knowledge.ts'
import { openMatcher } from '../../knowledge/matching/matcher.ts'
import type { SentenceEncoder } from '../../knowledge/matching/sentenceEncoder.ts'
import { trainingSet } from '../../knowledge/matching/trainingSet.ts'
import type { Logger } from '../logger.ts'
import { ModelFailure } from './modelFailure.ts'

/** The pause before a vendor whose vectors could not be had is asked again. */
const RETRY_MS = 10 * 60_000

export interface CloserReadingOptions {
  knowledge: Knowledge
  /** Where the vectors and the fit are kept. */
  cache: string
  /** Opens the vendor's vectors. Throws when it cannot be had. */
  vectors: () => Promise<SentenceEncoder>
  /** Removes from a message what identifies its writer. */
  mask: (text: string) => string
  log: Logger
}

/**
 * The curated engine once more, on a vendor's sentence vectors, for what it is not sure of by its own. It is made in the
 * background; until then, and whenever the vendor fails, it has no opinion.
 * @returns message → its decision; undefined when it has none
 */
export function openCloserReading({ knowledge, cache, vectors, mask, log }: CloserReadingOptions) {
  let ready: Answerer | undefined
  const make = async (): Promise<void> => {
    try {
      const encoder = await vectors()
      const set = trainingSet(knowledge)
      const matcher = await openMatcher(set, { shipped: path.join(cache, 'none'), cache, vectors: true, encoder })
      ready = createAnswerer(knowledge, matcher)
    } catch (error) {
      log.warn(reasonOf(error), 'The sentence vectors of the model could not be had yet')
      setTimeout(make, RETRY_MS).unref()
    }
  }
  void make()
  return async (message: string, asked: Parameters<Answerer['decide']>[1]) => {
    try {
      return await ready?.decide(mask(message), asked)
    } catch (error) {
      log.info(reasonOf(error), 'The sentence vectors of the model were not there')
      return undefined
    }
  }
}

/** Never the error itself: a vendor may echo what it was sent. */
const reasonOf = (error: unknown): object =>
  error instanceof ModelFailure ? { why: error.why } : { why: error instanceof Error ? error.name : 'unknown' }
