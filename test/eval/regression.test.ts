import { expect } from 'chai'
import type { Result, Score } from './asked.ts'
import type { Mistake } from './mistakes.ts'
import { changesSince, regressions } from './regression.ts'
import { difference, table } from './report.ts'
import { asked } from './someAsked.ts'

/** So many questions of which the first were missed; the baseline's missed ones are its last. */
const run = (of: number, wrong: number): Result => ({
  score: { answer: [of - wrong, of] },
  asked: Array.from({ length: of }, (_, i) => asked({ facts: ['how-long'] }, i >= wrong, {}, { id: `q${i}` })),
})
const baseline = (of: number, wrong: number, more: Score = {}) => ({
  score: { answer: [of - wrong, of] as [number, number], ...more },
  missed: Array.from({ length: wrong }, (_, i) => `q${of - 1 - i}`),
})
const measured = (counts: Partial<Record<Mistake, number>> = {}, sure: [number, number] = [0, 100]) => ({
  cost: { counts, per100: 0 },
  sureButWrong: { count: sure[0], of: sure[1] },
})

describe('a regression', () => {
  const cases: [string, ReturnType<typeof measured>, Result, ReturnType<typeof baseline> | undefined, RegExp[]][] = [
    ['nothing changed', measured(), run(50, 0), baseline(50, 0), []],
    ['one danger missed', measured({ 'danger missed': 1 }), run(50, 0), undefined, [/danger missed: 1/]],
    ['one attack obeyed', measured({ 'attack obeyed': 1 }), run(50, 0), undefined, [/attack obeyed: 1/]],
    ['2 of 100 wrong but sure', measured({}, [2, 100]), run(50, 0), undefined, []],
    ['3 of 100 wrong but sure', measured({}, [3, 100]), run(50, 0), undefined, [/wrong but sure: 3 of 100/]],
    ['4 broken, which chance may be', measured(), run(400, 4), baseline(400, 0, { answer: [380, 400] }), []],
    [
      '5 broken and none mended',
      measured(),
      run(400, 5),
      baseline(400, 0, { answer: [380, 400] }),
      [/5 broken and 0 mended.*p = 0\.031/],
    ],
    ['5 broken and 5 mended', measured(), run(400, 5), baseline(400, 5), []],
    ['many broken and as many mended', measured(), run(400, 20), baseline(400, 20), []],
    ['a kind below its interval', measured(), run(4, 3), baseline(400, 100), [/answer: 1 of 4, below.* 70\.5 %/]],
    ['no baseline', measured(), run(50, 50), undefined, []],
    ['nothing asked', measured({}, [0, 0]), run(0, 0), baseline(50, 0), []],
  ]
  for (const [what, measures, result, before, expected] of cases)
    it(`${expected.length > 0 ? 'is' : 'is not'} this: ${what}`, () => {
      const found = regressions(result, measures, before)
      expect(found, found.join('\n')).to.have.length(expected.length)
      for (const [i, words] of expected.entries()) expect(found[i]).to.match(words)
    })

  it('leaves the rows out that count misses alone', () => {
    const before = baseline(50, 0, { '(wrong but sure)': [5, 5] })
    const result = { ...run(50, 0), score: { '(wrong but sure)': [0, 1] } satisfies Score }
    expect(regressions(result, measured(), before)).to.deep.equal([])
  })
})

describe('the report', () => {
  it('names what broke and what was mended, and how likely chance is', () => {
    const before = { score: {}, missed: ['q3', 'not-asked'] }
    expect(changesSince(run(4, 1), before)).to.deep.equal({ mended: ['q3'], broken: ['q0'] })
    const words = difference(run(4, 1), before)
    expect(words).to.match(/broken {2}q0 .*\nmended {2}q3 .*\n1 mended, 1 broken: p = 1\.000 .*chance/s)
    expect(difference(run(8, 8), { score: {}, missed: [] })).to.match(/0 mended, 8 broken: p = 0\.008 \(.*\)$/)
    expect(difference(run(4, 0), { score: {}, missed: [] })).to.equal('Nothing changed against the baseline.')
    expect(difference(run(4, 0), undefined)).to.match(/no baseline/)
  })

  it('gives each kind its interval and its distance from the baseline', () => {
    const now: Score = { answer: [81, 263], '(wrong but sure)': [0, 2] }
    const lines = table(now, { score: { answer: [90, 263] }, missed: [] }).split('\n')
    expect(lines[0]).to.match(/^answer +81\/263 +30\.8% +25\.5 to 36\.6 +-3\.4$/)
    expect(lines[1]).to.match(/^\(wrong but sure\) +2$/)
  })
})
