import path from 'node:path'
import { type Answerer, createAnswerer } from '../knowledge/answering/answerer.ts'
import type { Knowledge } from '../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../knowledge/content/load.ts'
import { openMatcher } from '../knowledge/matching/matcher.ts'
import { trainingSet } from '../knowledge/matching/trainingSet.ts'
import type { Config } from './config.ts'

interface KnowledgeBase {
  knowledge: Knowledge
  /** Resolves when the fit is complete; rejects when it cannot be had. */
  answerer: () => Promise<Answerer>
  ready: () => boolean
}

/**
 * Reads the content, and opens or makes its fit in the background.
 * @throws ContentError when the content cannot be served
 */
export function openKnowledgeBase({
  knowledgeDir,
  dataDir,
  sentenceVectors,
}: Pick<Config, 'knowledgeDir' | 'dataDir' | 'sentenceVectors'>): KnowledgeBase {
  const knowledge = loadKnowledge(knowledgeDir)
  let ready = false
  const opening = openMatcher(trainingSet(knowledge), {
    shipped: path.join(knowledgeDir, 'fitted'),
    cache: path.join(dataDir, 'fitted'),
    vectors: sentenceVectors,
  }).then((matcher) => {
    ready = true
    return createAnswerer(knowledge, matcher)
  })
  opening.catch(() => undefined)
  return { knowledge, answerer: () => opening, ready: () => ready }
}
