import path from 'node:path'
import { loadKnowledge } from '../../knowledge/content/load.ts'
import { fitKey, readVectors, readWeights } from '../../knowledge/matching/fitFiles.ts'
import { openUniversalSentenceEncoder } from '../../knowledge/matching/sentenceEncoder.ts'
import { trainingSet } from '../../knowledge/matching/trainingSet.ts'
import { ROOT } from './sources.ts'

export const SHIPPED = path.join(ROOT, 'knowledge')

/** What is wrong with the fit that ships, and the cure; nothing when it is that of the content that ships. */
export async function faultOfShippedFit(): Promise<string | undefined> {
  const encoder = await openUniversalSentenceEncoder()
  const set = trainingSet(loadKnowledge(SHIPPED))
  const dir = path.join(SHIPPED, 'fitted', 'vectors')
  const weights = readWeights(dir, fitKey(set, encoder), set.texts.length * set.classes.length)
  const vectors = readVectors(dir, encoder.dimensions)
  if (weights && set.texts.every((text) => vectors.has(text))) return undefined
  return 'The content that ships changed since it was fitted. Run: npm run knowledge:build'
}
