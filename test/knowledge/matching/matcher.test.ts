import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { type Matcher, openMatcher } from '../../../knowledge/matching/matcher.ts'
import { tokens } from '../../../knowledge/matching/text.ts'
import type { TrainingSet } from '../../../knowledge/matching/trainingSet.ts'

const phrasings = {
  length: ['how long does it take', 'how many months is it', 'duration of the course'],
  bands: ['which bands can apply', 'is it open to band 3', 'what band do i need'],
  pay: ['what will i be paid', 'what is the salary', 'do i get more money'],
}

const setOf = (by: Record<string, string[]>): TrainingSet => ({
  classes: Object.keys(by).map((id) => ({ id, kind: 'answer' })),
  texts: Object.values(by).flat(),
  labels: Object.values(by).flatMap((texts, label) => texts.map(() => label)),
  normalise: (text) => tokens(text).join(' '),
})

const questions = ['how long is the course', 'can band 3 apply', 'is the money good', '', 'zebra']

describe('the matcher', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'fit-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  const open = (by: Record<string, string[]> = phrasings, vectors = false): Promise<Matcher> =>
    openMatcher(setOf(by), { shipped: path.join(dir, 'shipped'), cache: path.join(dir, 'cache'), vectors })
  const weights = () => globSync('*/*/weights-*.bin', { cwd: dir })

  for (const vectors of [false, true])
    describe(vectors ? 'with sentence vectors' : 'with words and characters', () => {
      it('ranks every class, best first', async () => {
        const [length = [], bands = [], pay = []] = await (await open(phrasings, vectors)).rank(questions)
        expect([length[0]?.id, bands[0]?.id, pay[0]?.id]).to.deep.equal(['length', 'bands', 'pay'])
        for (const ranking of [length, bands, pay]) {
          expect(ranking.map(({ id }) => id)).to.have.members(Object.keys(phrasings))
          expect(ranking.map(({ score }) => score)).to.deep.equal(
            ranking.map(({ score }) => score).sort((a, b) => b - a),
          )
        }
      })

      it('scores a phrasing itself near 1', async () => {
        const [ranking] = await (await open(phrasings, vectors)).rank(['what is the salary'])
        expect(ranking?.[0]?.id).to.equal('pay')
        expect(ranking?.[0]?.score).to.be.within(0.7, 1.1)
      })

      it('takes the fit that it kept, with the same scores', async () => {
        const first = await (await open(phrasings, vectors)).rank(questions)
        const [file = ''] = weights()
        const made = statSync(path.join(dir, file)).mtimeMs
        const second = await (await open(phrasings, vectors)).rank(questions)
        expect(second).to.deep.equal(first)
        expect(statSync(path.join(dir, file)).mtimeMs).to.equal(made)
      })
    })

  it('gives one question alone and among others the same scores', async () => {
    const matcher = await open()
    const together = await matcher.rank(questions)
    for (const [i, question] of questions.entries()) expect(await matcher.rank([question])).to.deep.equal([together[i]])
  })

  it('fits anew when a phrasing changed, and drops the fit before', async () => {
    await open()
    const before = weights()
    const changed = await open({ ...phrasings, pay: ['what will i be paid', 'what are the wages'] })
    expect(weights()).to.have.length(1).and.not.deep.equal(before)
    const [ranking] = await changed.rank(['what are the wages'])
    expect(ranking?.[0]?.id).to.equal('pay')
  })

  it('fits anew when the fit that it kept was cut short', async () => {
    const first = await (await open()).rank(questions)
    writeFileSync(path.join(dir, weights()[0] ?? ''), 'half')
    expect(await (await open()).rank(questions)).to.deep.equal(first)
  })

  it('leaves no half-written file', async () => {
    await open()
    expect(globSync('**/*.part', { cwd: dir })).to.deep.equal([])
  })
})
