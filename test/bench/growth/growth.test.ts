import { expect } from 'chai'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { tokenString } from '../../../knowledge/matching/text.ts'
import { trainingSet } from '../../../knowledge/matching/trainingSet.ts'
import { SHIPPED } from '../../support/shippedFit.ts'
import { grownTo, varied } from './phrasings.ts'
import { growthTable, SIZES, sizesOf } from './run.ts'

const shipped = loadKnowledge(SHIPPED)
const all = trainingSet(shipped)
const textsOf = (size: number): readonly string[] => trainingSet(grownTo(size, shipped)).texts

describe('growing knowledge', () => {
  it('has the size that is asked for and the name of each class, give or take the duplicates', () => {
    for (const size of [1000, 5000, 30_000])
      expect(textsOf(size).length).to.be.within(0.97 * size, size + all.classes.length)
  })

  it('is the same each time, and a larger one holds the smaller', () => {
    expect(textsOf(2000)).to.deep.equal(textsOf(2000))
    const larger = new Set(textsOf(5000).map(tokenString))
    expect(textsOf(2000).filter((text) => !larger.has(tokenString(text)))).to.deep.equal([])
  })

  it('has every entry and action, however small', () => {
    const { classes, labels } = trainingSet(grownTo(0, shipped))
    expect(classes).to.deep.equal(all.classes)
    expect(new Set(labels)).to.have.property('size', classes.length)
  })

  it('says the same in other words when the content is used up', () => {
    const said = Array.from({ length: 9 }, (_, round) => varied('how long does it take', round))
    expect(said[0]).to.equal('how long does it take')
    expect(said[1]).to.equal('hi how long does it take')
    expect(said[2]).to.equal('how long does it take thanks')
    expect(new Set(said)).to.have.property('size', said.length)
  })

  const sizes: [string | undefined, readonly number[] | RegExp][] = [
    [undefined, SIZES],
    ['500,1000', [500, 1000]],
    ['1000,500', /rising order/],
    ['1000,many', /rising order/],
  ]
  for (const [given, expected] of sizes)
    it(`${expected instanceof RegExp ? 'refuses' : 'takes'} ${given ?? 'no'} sizes`, () => {
      if (expected instanceof RegExp) expect(() => sizesOf(given)).to.throw(expected)
      else expect(sizesOf(given)).to.deep.equal(expected)
    })

  it('is told as a table', () => {
    const times = { queries: 9, failed: 0, median: 1.44, p99: 6 }
    const step = {
      phrasings: 1000,
      fitSeconds: 2.25,
      memoryMb: { before: 90, peak: 120 },
      query: { quiet: times, during: times, after: times },
    }
    expect(growthTable({ words: [step], vectors: [] })).to.include(
      '| without vectors | 1,000 | 2.3 s | 90, 120 MB | 1.4, 6.0 ms | 1.4, 6.0 ms | 1.4, 6.0 ms |',
    )
  })
})
