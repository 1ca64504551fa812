import path from 'node:path'
import { expect } from 'chai'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { fitKey, readVectors, readWeights } from '../../../knowledge/matching/fittedModel.ts'
import { trainingSet } from '../../../knowledge/matching/phrasings.ts'
import { openUniversalSentenceEncoder } from '../../../knowledge/matching/sentenceVectors.ts'
import { SHIPPED } from '../../support/conversation.ts'

const MEND = 'The content changed since it was fitted. Run: npm run knowledge:build'

describe('the fit that ships', () => {
  it('is that of the content that ships', async () => {
    const encoder = await openUniversalSentenceEncoder()
    const set = trainingSet(loadKnowledge(SHIPPED))
    const dir = path.join(SHIPPED, 'fitted', 'vectors')
    const key = fitKey(set, encoder)
    expect(readWeights(dir, key, set.texts.length * set.classes.length) !== undefined, MEND).to.equal(true)
    const vectors = readVectors(dir, encoder.dimensions)
    expect(
      set.texts.filter((text) => !vectors.has(text)),
      MEND,
    ).to.deep.equal([])
  })
})
