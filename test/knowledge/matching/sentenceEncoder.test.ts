import { expect } from 'chai'
import { openUniversalSentenceEncoder, type SentenceEncoder } from '../../../knowledge/matching/sentenceEncoder.ts'

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, d) => sum + x * (b[d] as number), 0) / (Math.hypot(...a) * Math.hypot(...b))

describe('the sentence encoder', function () {
  this.timeout(20000)
  let encoder: SentenceEncoder
  before(async () => {
    encoder = await openUniversalSentenceEncoder()
  })

  it('gives two halves of length 1 for each text, also for an empty one', async () => {
    const vectors = await encoder.embed(['How long is the course?', ''])
    for (const vector of vectors) {
      expect(vector).to.have.length(encoder.dimensions)
      for (const half of [vector.subarray(0, 512), vector.subarray(512)])
        expect(Math.hypot(...half)).to.be.closeTo(1, 1e-4)
    }
    expect(await encoder.embed([])).to.deep.equal([])
  })

  it('brings what means the same nearer than what shares words', async () => {
    const [asked, same, other] = await encoder.embed([
      'How much will I earn?',
      'What is the salary?',
      'How much is left?',
    ])
    for (const [from, end] of [
      [0, 512],
      [0, 1024],
    ]) {
      const part = (vector: Float32Array | undefined) => (vector as Float32Array).subarray(from, end)
      expect(cosine(part(asked), part(same))).to.be.greaterThan(cosine(part(asked), part(other)))
    }
  })

  it('gives a text the same vector alone and among others, to within rounding', async () => {
    const texts = ['Can I apply?', 'I work nights on a ward and my manager said no, what now?']
    const [together] = await encoder.embed(texts)
    const [alone] = await encoder.embed(texts.slice(0, 1))
    expect(cosine(together as Float32Array, alone as Float32Array)).to.be.closeTo(1, 1e-5)
  })
})
