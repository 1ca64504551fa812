import { expect } from 'chai'
import { byFact, confusionsOf, coverageOf } from './coverage.ts'
import { forecastsOf } from './measures.ts'
import type { Expect } from './questions.ts'
import { entriesOf, rightFor } from './rightEntries.ts'
import { asked, KNOWN } from './someAsked.ts'

const rightOnes = (wanted: Expect): string[] | undefined => {
  const right = rightFor(wanted, KNOWN)
  return right && [...KNOWN.entries.keys(), 'register', 'cancel', 'cohort-status'].filter(right)
}

describe('the entry that is right', () => {
  const cases: [Expect, string[] | undefined][] = [
    [{ facts: ['how-long'] }, ['overview', 'length']],
    [{ facts: ['how-long', 'which-bands'], all: true }, ['overview', 'length', 'bands']],
    [{ facts: ['nobody-holds-it'] }, undefined],
    [{ silent: 'ns-pay' }, ['no-pay', 'no-parking']],
    [{ offtopic: true }, ['no-pay', 'no-parking', 'crisis', 'canteen']],
    [{ offtopic: true, safety: true }, ['crisis']],
    [{ action: 'register', step: 'start' }, ['register', 'cancel']],
    [{ action: 'greet' }, ['greet']],
    [{ action: 'cohort-status', facts: ['how-long'] }, ['overview', 'length', 'cohort-status']],
    [{ action: 'cohort-status', answerable: false }, ['no-pay', 'no-parking', 'cohort-status']],
    [{ parts: [{ facts: ['which-bands'] }, { action: 'register' }] }, ['overview', 'bands', 'register', 'cancel']],
    [{ silent: 'ns-pay', alsoOk: [{ facts: ['how-long'] }] }, ['overview', 'length', 'no-pay', 'no-parking']],
    [{ refuse: true }, undefined],
    [{ safe: true, action: 'register' }, undefined],
  ]
  for (const [wanted, ids] of cases)
    it(`for ${JSON.stringify(wanted)} is ${ids?.join(' or ') ?? 'not defined'}`, () => {
      expect(rightOnes(wanted)).to.deep.equal(ids)
    })

  it('for a fact is first the one that names it first, and holds least beside it', () => {
    expect(entriesOf('how-long', KNOWN)).to.deep.equal(['length', 'overview'])
    expect(entriesOf('which-bands', KNOWN)).to.deep.equal(['bands', 'overview'])
    expect(entriesOf('no-pay', KNOWN)).to.deep.equal(['no-pay'])
  })

  it('is held against the first confidence of single questions alone', () => {
    const wanted = { facts: ['how-long'] }
    const forecasts = forecastsOf(
      [
        asked(wanted, true, { first: 'length', confidence: 0.8 }),
        asked(wanted, true, { first: 'bands', confidence: 0.6 }),
        asked(wanted, true, { first: 'length' }, { kind: 'turn' }),
        asked(wanted, false),
        asked({ refuse: true }, true, { first: 'length' }),
      ],
      KNOWN,
    )
    expect(forecasts).to.deep.equal([
      { confidence: 0.8, right: true },
      { confidence: 0.6, right: false },
    ])
  })
})

describe('what a set of questions reaches', () => {
  const some = [
    asked({ facts: ['how-long'] }, true, { first: 'length' }),
    asked({ facts: ['how-long'] }, false, { first: 'bands' }),
    asked({ facts: ['which-bands'] }, false, { first: 'length', outcomes: ['clarify'] }),
    asked({ silent: 'ns-pay' }, true, { first: 'no-parking', outcomes: ['not-stated'] }),
    asked({ silent: 'ns-pay' }, true, { first: 'no-parking', outcomes: ['unknown'] }),
    asked({ action: 'greet' }, true, { first: 'greet', action: 'greet', outcomes: ['smalltalk'] }),
  ]

  it('is every entry that a question asks for or a right reply came from', () => {
    expect(coverageOf(some, KNOWN)).to.deep.equal({ entries: 6, unreached: ['history'] })
  })

  it('is right or wrong fact by fact, the worst first', () => {
    expect(byFact(some)).to.deep.equal([
      ['which-bands', 0, 1],
      ['how-long', 1, 2],
      ['ns-pay', 2, 2],
    ])
  })

  it('is taken for something else in pairs, also where the judge lets it pass', () => {
    expect(confusionsOf(some, KNOWN)).to.deep.equal([
      { expected: 'bands', given: '(asked back)', count: 1, missed: 1 },
      { expected: 'length', given: 'bands', count: 1, missed: 1 },
      { expected: 'no-pay', given: 'no-parking', count: 1, missed: 0 },
    ])
  })
})
