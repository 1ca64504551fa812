import { expect } from 'chai'
import { characterGrams, InvertedIndex, TfIdf, wordGrams } from '../../../knowledge/matching/features.ts'

type SparseVector = ReturnType<TfIdf['vector']>

const texts = ['how long is it', 'how long is the course', 'who can apply', 'can a band 3 apply', 'is it far']

const lengthOf = ({ weights }: SparseVector): number => Math.hypot(...weights)

const cosine = (a: SparseVector, b: SparseVector): number =>
  a.indices.reduce((sum, index, i) => {
    const at = b.indices.indexOf(index)
    return at < 0 ? sum : sum + (a.weights[i] as number) * (b.weights[at] as number)
  }, 0)

describe('features', () => {
  it('are unigrams and bigrams of stems', () => {
    expect(wordGrams('how terms end')).to.deep.equal(['how', 'term', 'end', 'how term', 'term end'])
    expect(wordGrams('')).to.deep.equal([])
  })

  it('are character n-grams inside a word, its boundaries marked', () => {
    expect(characterGrams('ap is')).to.deep.equal(['_ap', 'ap_', '_ap_', '_is', 'is_', '_is_'])
  })

  it('weigh a rare word more than a common one', () => {
    const words = new TfIdf(wordGrams, texts)
    const weightOf = (word: string, of: string) => {
      const [index] = words.vector(word).indices
      const vector = words.vector(of)
      return vector.weights[vector.indices.indexOf(index as number)] as number
    }
    expect(weightOf('course', 'how long is the course')).to.be.greaterThan(weightOf('how', 'how long is the course'))
  })

  it('are a vector of length 1, or of none when no word is known', () => {
    const words = new TfIdf(wordGrams, texts)
    expect(lengthOf(words.vector('how long'))).to.be.closeTo(1, 1e-12)
    expect(words.vector('zebra')).to.deep.include({ coverage: 0, indices: new Int32Array() })
    expect(words.vector('')).to.deep.include({ coverage: 0 })
  })

  it('say what share of a text the vocabulary holds', () => {
    const words = new TfIdf(wordGrams, texts)
    expect(words.vector('how long is it').coverage).to.equal(1)
    expect(words.vector('how long is zebra').coverage).to.be.within(0.3, 0.95)
  })
})

describe('the inverted index', () => {
  for (const extract of [wordGrams, characterGrams])
    it(`gives the cosine to every text, by ${extract.name}`, () => {
      const features = new TfIdf(extract, texts)
      const vectors = texts.map((text) => features.vector(text))
      const index = new InvertedIndex(vectors, features.size)
      for (const question of [...texts, 'how long can it be', 'zebra', '']) {
        const query = features.vector(question)
        const sums = new Float64Array(texts.length).fill(1)
        index.addCosines(query, 2, sums)
        for (const [i, vector] of vectors.entries()) expect(sums[i]).to.be.closeTo(1 + 2 * cosine(query, vector), 1e-12)
      }
    })
})
