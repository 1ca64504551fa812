import path from 'node:path'
import { expect } from 'chai'
import { wordsIn } from '../../../knowledge/content/check/bodyLength.ts'
import { checkContent } from '../../../knowledge/content/check/index.ts'
import { faultLine } from '../../../knowledge/content/fault.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'

const shipped = path.resolve(import.meta.dirname, '../../../knowledge')

describe('the content that ships', () => {
  it('has no fault', function () {
    this.timeout(30_000)
    expect(checkContent(shipped, new Date()).faults.map(faultLine)).to.deep.equal([])
  })

  it('answers in 25 to 45 words, and again in 10 to 20 plainer ones', () => {
    const told = [...loadKnowledge(shipped).entries.values()].filter(({ kind }) => /^(answer|not-stated)$/.test(kind))
    const isBetween = (text: string, least: number, most: number) => {
      const words = wordsIn(text)
      return words >= least && words <= most
    }
    const answers = told.filter(({ kind }) => kind === 'answer')
    expect(told.filter(({ body }) => !isBetween(body, 25, 45)).map(({ id }) => id)).to.deep.equal([])
    expect(answers.filter(({ plainer = '' }) => !isBetween(plainer, 10, 20)).map(({ id }) => id)).to.deep.equal([])
  })
})
