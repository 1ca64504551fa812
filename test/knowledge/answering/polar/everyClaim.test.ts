import { expect } from 'chai'
import { straightAnswers } from '../../../../knowledge/answering/polar/straightAnswer.ts'
import type { Claim } from '../../../../knowledge/content/claims.ts'
import { loadKnowledge } from '../../../../knowledge/content/load.ts'
import { SHIPPED } from '../../../support/shippedFit.ts'

const knowledge = loadKnowledge(SHIPPED)
const straightAnswer = straightAnswers(knowledge)

const wordings: readonly ((fact: string) => string)[] = [
  (fact) => `is it ${fact}`,
  (fact) => `so its ${fact} yeah?`,
  (fact) => `i thought it was ${fact}`,
]
const first = (ways: string | number | undefined): string => String(ways).split('|')[0] ?? ''
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const dateInWords = (date: string): string => {
  const [year, second = '', day = ''] = date.split('-')
  return `${day} ${MONTHS[Number(second) - 1] ?? second} ${year}`.trim()
}

/** A claim in words, as it is and with its value altered; the words that name it stand beside it. */
function factsOf({ is, unit, named, others, range, within }: Claim): { true: string[]; false: string[] } {
  const beside = (fact: string): string => [named[0] && typeof is !== 'boolean' ? named[0] : '', fact].join(' ').trim()
  const values = Array.isArray(is) ? is : [is]
  if (typeof is === 'boolean')
    return { true: within ? [`${named[0]} in ${first(within[0])}`] : named.slice(0, 3), false: [] }
  if (values.every((value) => typeof value === 'number')) {
    const counted = (numbers: number[]): string =>
      beside(
        /^band/.test(unit ?? '') ? `bands ${numbers.join(' and ')}` : `${numbers.join(' to ')} ${first(unit ?? '')}`,
      )
    return {
      true: [counted(values)],
      false: range ? [counted([0, 19])] : values.map((_, i) => counted(values.map((n, j) => (i === j ? n + 3 : n)))),
    }
  }
  if (typeof is === 'string' && /^\d{4}/.test(is))
    return {
      true: [beside(dateInWords(is))],
      false: [beside(dateInWords(is.replace(/^\d{4}/, (year) => String(Number(year) + 2))))],
    }
  return {
    true: values.map((value) => beside(first(value as string))),
    false: others.map((other) => beside(first(other))),
  }
}

describe('every claim of the shipped content', () => {
  let straight = 0
  let asked = 0
  for (const entry of knowledge.entries.values())
    for (const [i, claim] of entry.claims.entries())
      it(`${entry.id} ${i + 1} (${claim.about}) gets no wrong yes or no`, () => {
        const facts = factsOf(claim)
        for (const say of wordings) {
          for (const fact of facts.true) {
            const answer = straightAnswer(say(fact), entry)
            expect(answer ?? '', say(fact)).not.to.match(/^(No|Neither)\b/)
            if (answer) straight++
            asked++
          }
          for (const fact of facts.false) {
            const answer = straightAnswer(say(fact), entry)
            expect(answer ?? '', say(fact)).not.to.match(/^Yes\b/)
            if (answer) straight++
            asked++
          }
        }
      })

  it('most of them straight', () => {
    expect(asked).to.be.above(600)
    expect(straight / asked).to.be.above(0.9)
  })
})
