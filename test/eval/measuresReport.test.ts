import { expect } from 'chai'
import { measuresOf } from './measures.ts'
import { measuresInWords } from './measuresReport.ts'
import { asked, FACTS, KNOWN } from './someAsked.ts'

const result = {
  score: { answer: [1, 3] as [number, number], silent: [0, 1] as [number, number] },
  asked: [
    asked({ facts: ['how-long'] }, true, { first: 'length', confidence: 0.9 }),
    asked({ facts: ['how-long'] }, false, { first: 'bands', confidence: 0.7 }),
    asked({ facts: ['which-bands'] }, false, { first: 'bands', confidence: 0.45, outcomes: ['clarify'] }),
    asked({ silent: 'ns-pay' }, false, { first: 'history', confidence: 0.8 }, { kind: 'silent' }),
  ],
}
const measures = measuresOf(result, FACTS, KNOWN)

describe('the measures', () => {
  it('count what is answered as if known where silence is due', () => {
    expect(measures.sureButWrong).to.deep.equal({ count: 1, of: 1 })
    expect(measures.cost).to.deep.equal({
      counts: { 'wrong answer': 1, 'needless asking back': 1, 'wrong but sure': 1 },
      per100: (100 * (10 + 1 + 20)) / 4,
    })
    expect(measures.intervals.answer?.map((end) => Number(end.toFixed(3)))).to.deep.equal([0.061, 0.792])
  })

  it('are told in a few lines', () => {
    const lines = measuresInWords(measures, { full: false }).split('\n')
    expect(lines).to.have.length(5)
    expect(lines[0]).to.match(/4 questions: expected error 0\.\d{3} in bins of equal width.*Brier score 0\.\d{3}$/)
    expect(lines[1]).to.match(/775\.0 \(wrong but sure 1 × 20, wrong answer 1 × 10, needless asking back 1 × 1\)$/)
    expect(lines[2]).to.match(/asked for: 3, always right: 0: ns-pay 0\/1, which-bands 0\/1, how-long 1\/2$/)
    expect(lines[3]).to.match(/reached: 4 of 6$/)
    expect(lines[4]).to.match(/3 pairs: bands → \(asked back\) 1, length → bands 1, no-pay → history 1$/)
  })

  it('are told whole on demand', () => {
    const words = measuresInWords(measures, { full: true })
    for (const line of ['  no-parking', '  history', '  how-long 1/2', '  no-pay → history 1'])
      expect(words.split('\n')).to.include(line)
    expect(words).to.match(/equal width +questions +confidence +right\n +1 +0\.45 +1\.00\n/)
  })

  it('stand beside those of the baseline', () => {
    const calibration = { width: [], eceWidth: 0.111, eceMass: 0.222, brier: 0.333 }
    const words = measuresInWords(measures, { full: false, baseline: { score: {}, missed: [], calibration } })
    expect(words).to.include('(baseline 0.111, 0.222, 0.333)')
  })
})
