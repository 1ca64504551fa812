import { expect } from 'chai'
import fc from 'fast-check'
import { auroc, mcNemar, quantile, signTest, wilson } from './statistics.ts'

describe('the statistics of the evaluation', () => {
  describe("Wilson's interval", () => {
    // Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
    const published: [right: number, of: number, low: number, high: number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ]
    for (const [right, of, low, high] of published)
      it(`is that of the literature for ${right} of ${of}`, () => {
        const [lower, upper] = wilson(right, of)
        expect(lower).to.be.closeTo(low, 5e-5)
        expect(upper).to.be.closeTo(high, 5e-5)
      })

    it('says nothing about what was not asked', () => {
      expect(wilson(0, 0)).to.deep.equal([0, 1])
    })
  })

  describe('the sign test', () => {
    it('counts the throws of a coin', () => {
      for (const thrown of [0, 1, 5, 12])
        for (let heads = 0; heads <= thrown; heads++) {
          const throws = Array.from({ length: 2 ** thrown }, (_, bits) => bits.toString(2).replaceAll('0', '').length)
          const asMany = throws.filter((ones) => ones >= heads).length / throws.length
          expect(signTest(heads, thrown), `${heads} of ${thrown}`).to.be.closeTo(asMany, 1e-12)
        }
    })

    it('holds for many questions', () => {
      expect(signTest(500, 1000)).to.be.closeTo(0.5126, 1e-4)
    })

    it("is McNemar's, two-sided", () => {
      expect(mcNemar(10, 2)).to.be.closeTo((2 * (1 + 12 + 66)) / 4096, 1e-12)
      expect(mcNemar(2, 10)).to.equal(mcNemar(10, 2))
      expect(mcNemar(3, 3)).to.equal(1)
      expect(mcNemar(0, 0)).to.equal(1)
    })
  })

  it('counts every pair for the area under the curve, ties half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(scores, scores, (higher, lower) => {
        const pairs = higher.flatMap((a) => lower.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        const counted = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length
        expect(auroc(higher, lower)).to.be.closeTo(counted, 1e-12)
      }),
    )
  })

  it('has no area without somebody on either side', () => {
    expect(auroc([1], [])).to.be.NaN
    expect(auroc([], [1])).to.be.NaN
  })

  it('takes a quantile from the numbers themselves', () => {
    const numbers = [5, 1, 4, 2, 3]
    expect([0, 0.5, 0.99, 1].map((share) => quantile(numbers, share))).to.deep.equal([1, 3, 5, 5])
    expect(quantile([], 0.5)).to.be.NaN
  })
})
