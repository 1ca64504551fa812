import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { trainingSet } from '../../../knowledge/matching/trainingSet.ts'
import { measurePublic, rowOf } from './measurePublic.ts'
import { byIntent, idsOf, type Labelled, writeKnowledge } from './publicSet.ts'
import { readPeers, runPublic } from './run.ts'

const train: Labelled[] = [
  ['how long does it take', 'Length?'],
  ['yes: "12" months', 'Length?'],
  ['duration of the course', 'Length?'],
  ['what is the pay', 'pay/money'],
  ['how much money do i get', 'pay/money'],
  ['what salary is it', 'pay/money'],
  ['can i have a uniform', 'pay_money'],
]
const test: Labelled[] = [
  ['how long is the course', 'Length?'],
  ['is the money good', 'pay/money'],
  ['do i get a uniform', 'pay_money'],
]
const out: Labelled[] = [['who won the match', 'oos']]
const tiny = { train, val: [], test, oos_val: [], oos_test: out }

describe('a public question set', () => {
  it('becomes a knowledge base with one entry an intent', () => {
    const texts = byIntent(train)
    const dir = writeKnowledge(texts, idsOf(texts.keys()))
    try {
      const knowledge = loadKnowledge(dir)
      expect([...knowledge.entries.values()].map(({ id, phrasings }) => [id, phrasings])).to.deep.equal([
        ['length', train.slice(0, 3).map(([text]) => text)],
        ['pay-money-2', ['can i have a uniform']],
        ['pay-money', train.slice(3, 6).map(([text]) => text)],
      ])
      expect(trainingSet(knowledge).texts, 'and the name of each intent').to.have.length(train.length + texts.size)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })

  it('trains on the first few phrasings of each intent on demand', () => {
    expect([...byIntent(train, 2).values()].map(({ length }) => length)).to.deep.equal([2, 2, 1])
  })

  it('gives names that say nothing an id of their own', () => {
    expect([...idsOf(['???', '!!!', 'Éclair 2']).values()]).to.deep.equal(['intent', 'intent-2', 'eclair-2'])
  })

  it('is asked through the matcher and the answerer that serve staff', async () => {
    const row = await measurePublic(tiny, { vectors: false })
    expect(row.matcher).to.equal(1)
    expect(row.answerer).to.equal(1)
    expect(row.auroc.score).to.equal(1)
    expect(row.lost).to.deep.equal([])
  })

  it('has no figure for refusal where nothing is out of scope', async () => {
    const row = await measurePublic({ ...tiny, oos_test: [] }, { vectors: false })
    expect(row.auroc.confidence).to.be.NaN
    expect(row.at80.score).to.be.NaN
  })

  it('counts what is right above the score that refuses four of five', () => {
    const answer = (id: string | undefined, given: string, score: number) => ({
      text: given,
      id,
      ranked: { id: given, kind: 'answer' as const, score },
      decided: { id: 'a', confidence: score / 2 },
    })
    const inScope = [answer('a', 'a', 0.9), answer('b', 'b', 0.41), answer('a', 'b', 0.8), answer('a', 'a', 0.4)]
    const out = [0.1, 0.2, 0.3, 0.4, 0.95].map((score) => answer(undefined, 'a', score))
    const row = rowOf(inScope, out)
    expect(row).to.deep.include({ matcher: 0.75, answerer: 0.75, at80: { score: 0.5, confidence: 0.5 } })
    expect(row.auroc.score).to.be.closeTo((4 + 4 + 4 + 3.5) / 20, 1e-12)
    expect(row.lost).to.deep.equal([{ text: 'b', intent: 'b', given: 'a' }])
  })

  describe('in a folder', () => {
    let dir = ''
    beforeEach(() => {
      dir = mkdtempSync(path.join(tmpdir(), 'sets-'))
      writeFileSync(path.join(dir, 'tiny.json'), JSON.stringify(tiny))
      writeFileSync(path.join(dir, 'stackfaq_k5.json'), JSON.stringify(tiny))
    })
    afterEach(() => rmSync(dir, { recursive: true }))

    it('is told with the figures that its peers published', async () => {
      const said: string[] = []
      const json = path.join(dir, 'out')
      const none = { sets: ['stackfaq_k5'], k: undefined, json, say: (text: string) => void said.push(text) }
      await runPublic(dir, none)
      expect(said.at(-1)).to.match(
        /^StackFAQ.*\n.*\nthis bot, without vectors +100\.0 +100\.0 .*\nthis bot, with vectors /,
      )
      expect(said.at(-1)).to.match(/^lunr +87\.9$/m)
      expect(JSON.parse(readFileSync(json, 'utf8'))).to.have.all.keys('stackfaq_k5')
    }).timeout(60_000)

    const faults: [string, { sets?: string[]; k?: string }, RegExp][] = [
      ['a set that is not there', { sets: ['other'] }, /holds no set named other/],
      ['a count that is none', { k: '0' }, /count of phrasings an intent, not 0/],
    ]
    for (const [what, given, words] of faults)
      it(`refuses ${what}`, async () => {
        const refused = await runPublic(dir, { sets: given.sets, k: given.k, json: undefined, say: () => {} }).catch(
          String,
        )
        expect(refused).to.match(words)
      })
  })

  it('has peers whose figures and sources are named', () => {
    const { systems, sets } = readPeers()
    expect(Object.keys(sets)).to.include.members(['clinc_k5', 'bank_k5', 'bank_k10', 'stackfaq_k5'])
    const rows = Object.values(sets).flatMap(({ rows: some }) => some)
    for (const { system, top1, at80 = top1 } of rows) {
      expect(systems[system], system).to.be.a('string').and.not.equal('')
      expect(
        [top1, at80].every((share) => share > 0 && share < 100),
        system,
      ).to.equal(true)
    }
    expect(new Set(rows.map(({ system }) => system))).to.have.property('size', Object.keys(systems).length)
  })
})
