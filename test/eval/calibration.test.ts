import { expect } from 'chai'
import { brier, calibrationOf, equalMass, equalWidth, expectedError, type Forecast } from './calibration.ts'

const forecasts: Forecast[] = [
  { confidence: 0.95, right: true },
  { confidence: 0.93, right: false },
  { confidence: 1, right: true },
  { confidence: 0.3, right: false },
  { confidence: 0.25, right: true },
]

describe('the calibration', () => {
  it('puts each confidence into its tenth, the upper end into the last', () => {
    const bins = equalWidth(forecasts)
    expect(bins.map(({ count, right }) => [count, right])).to.deep.equal([
      [1, 1],
      [1, 0],
      [3, 2],
    ])
    expect(bins.at(-1)?.confidence).to.be.closeTo(0.96, 1e-12)
  })

  it('gives bins of equal mass as many questions each, in the order of confidence', () => {
    const many = Array.from(
      { length: 25 },
      (_, i): Forecast => ({ confidence: ((i * 7) % 25) / 25, right: i % 2 === 0 }),
    )
    const bins = equalMass(many, 5)
    expect(bins.map(({ count }) => count)).to.deep.equal([5, 5, 5, 5, 5])
    expect(bins.map(({ confidence }) => confidence)).to.deep.equal(
      [...bins].map(({ confidence }) => confidence).sort((a, b) => a - b),
    )
  })

  it('takes the expected error by the count of each bin', () => {
    // |0.25 − 1| · 1/5 + |0.3 − 0| · 1/5 + |0.96 − 2/3| · 3/5
    expect(expectedError(equalWidth(forecasts))).to.be.closeTo(0.75 / 5 + 0.3 / 5 + (0.96 - 2 / 3) * 0.6, 1e-12)
  })

  it('has no error when what is said to be so sure is right so often', () => {
    const fair = Array.from({ length: 10 }, (_, i): Forecast => ({ confidence: 0.7, right: i < 7 }))
    const { eceWidth, brier: square } = calibrationOf(fair)
    expect(eceWidth).to.be.closeTo(0, 1e-12)
    expect(square).to.be.closeTo(0.7 * 0.3, 1e-12)
  })

  it('squares what a confidence was off by', () => {
    const squares = [0.05 ** 2, 0.93 ** 2, 0, 0.3 ** 2, 0.75 ** 2]
    expect(brier(forecasts)).to.be.closeTo(squares.reduce((a, b) => a + b) / 5, 1e-12)
  })

  it('says nothing was off when nothing was asked', () => {
    expect(calibrationOf([])).to.deep.equal({ count: 0, width: [], mass: [], eceWidth: 0, eceMass: 0, brier: 0 })
  })
})
