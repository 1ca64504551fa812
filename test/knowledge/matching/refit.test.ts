import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { FeatureSpace } from '../../../knowledge/matching/featureSpace.ts'
import { fitKey, readFullFits, readWeights } from '../../../knowledge/matching/fitFiles.ts'
import { fitModel } from '../../../knowledge/matching/fitModel.ts'
import { fullFit, type Weights } from '../../../knowledge/matching/fullFit.ts'
import { changeSince, refit } from '../../../knowledge/matching/refit.ts'
import { type Content, contentOf, phrasingsOf, vectorOf } from './support/synthetic.ts'

const SUBJECTS = Array.from({ length: 20 }, (_, i) => i)
const original = phrasingsOf(SUBJECTS, 36)
const held = [...phrasingsOf([...SUBJECTS, 20], 60)].flatMap(([id, texts]) =>
  texts.filter((text) => !original.get(id)?.includes(text)).slice(0, 7),
)

const changed = (change: (by: Map<string, string[]>) => void): Content => {
  const by = new Map([...original].map(([id, texts]) => [id, [...texts]]))
  change(by)
  return contentOf(by)
}

const edits: [name: string, content: Content][] = [
  [
    'phrasings are added',
    changed((by) =>
      by.get('subject-3')?.push('how is the kakaka today', 'can i have a kakaka', 'kakaka for us please'),
    ),
  ],
  [
    'phrasings are removed',
    changed((by) => {
      by.get('subject-4')?.splice(5, 4)
      by.get('subject-9')?.splice(0, 4)
    }),
  ],
  [
    'phrasings are reworded',
    changed((by) => {
      for (const id of ['subject-1', 'subject-8'])
        by.set(
          id,
          (by.get(id) ?? []).map((text, i) => (i < 5 ? `${text} if i may ask` : text)),
        )
    }),
  ],
  ['a class is added', changed((by) => by.set('subject-20', phrasingsOf([20], 30).get('subject-20') ?? []))],
  ['a class is removed', changed((by) => by.delete('subject-11'))],
  ['the classes change their order', contentOf(new Map([...original].reverse()))],
]

const scoresOf = (space: FeatureSpace, weights: Weights, text: string, vector: Float32Array | undefined): number[] => {
  const similarities = space.similarities(text, vector)
  const classes = weights.length / space.size
  return Array.from({ length: classes }, (_, c) =>
    similarities.reduce((sum, similarity, t) => sum + similarity * (weights[t * classes + c] as number), 0),
  )
}
const topOf = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores))

describe('a refit', () => {
  for (const withVectors of [false, true])
    describe(withVectors ? 'with sentence vectors' : 'with words and characters', () => {
      const vectorsOf = ({ texts }: Content) => (withVectors ? texts.map(vectorOf) : undefined)
      const full = (content: Content, space: FeatureSpace) =>
        fullFit(space, content.texts, vectorsOf(content), content.labels, content.classes.length)
      const before = contentOf(original)
      const base = {
        classes: before.classes.map(({ id }) => id),
        texts: before.texts,
        labels: before.labels,
        weights: full(before, new FeatureSpace(before.texts, vectorsOf(before))),
      }

      for (const [name, content] of edits)
        it(`comes near to the full fit when ${name}`, () => {
          const space = new FeatureSpace(content.texts, vectorsOf(content))
          const expected = full(content, space)
          const weights = refit(space, content, changeSince(base, content), withVectors ? vectorOf : undefined, 400)
          let same = 0
          let worst = 0
          for (const text of held) {
            const vector = withVectors ? vectorOf(text) : undefined
            const [a, b] = [scoresOf(space, expected, text, vector), scoresOf(space, weights, text, vector)]
            if (topOf(a) === topOf(b)) same++
            worst = Math.max(worst, ...a.map((score, c) => Math.abs(score - (b[c] as number))))
          }
          const found = `same first class for ${same} of ${held.length}, scores differ by ${worst.toFixed(4)} at most`
          expect(same / held.length, found).to.be.at.least(0.98)
          expect(worst, found).to.be.below(0.1)
        })

      it('gives the same bits each time, and leaves the base as it was', () => {
        const [, content] = edits[2] as [string, Content]
        const space = new FeatureSpace(content.texts, vectorsOf(content))
        const once = () => refit(space, content, changeSince(base, content), withVectors ? vectorOf : undefined, 100)
        const kept = base.weights.slice()
        expect(Buffer.from(once().buffer).equals(Buffer.from(once().buffer))).to.equal(true)
        expect(base.weights).to.deep.equal(kept)
      })

      it('gives the full fit when it solves for every phrasing', () => {
        const [, content] = edits[3] as [string, Content]
        const space = new FeatureSpace(content.texts, vectorsOf(content))
        const weights = refit(space, content, changeSince(base, content), undefined, content.texts.length)
        const expected = full(content, space)
        const worst = weights.reduce((most, weight, i) => Math.max(most, Math.abs(weight - (expected[i] as number))), 0)
        expect(worst, 'beyond half precision').to.be.below(0.002)
      })
    })

  it('knows what is kept, new and gone, a phrasing of another class being both', () => {
    const one = { id: 'one', kind: 'answer' as const }
    const two = { id: 'two', kind: 'answer' as const }
    const base = { classes: ['one', 'two'], texts: ['a', 'b', 'c'], labels: [0, 0, 1], weights: new Float16Array(6) }
    const change = changeSince(base, { classes: [two, one], texts: ['c', 'b', 'a', 'd'], labels: [0, 0, 1, 1] })
    expect([...change.rows]).to.deep.equal([2, -1, 0, -1])
    expect(change.removed).to.deep.equal(['b'])
    expect(change.coverage).to.equal(0.5)
  })
})

describe('the full fit', () => {
  it('gives the same bits with any number of threads', () => {
    const { texts, labels, classes } = contentOf(original)
    const vectors = texts.map(vectorOf)
    const space = new FeatureSpace(texts, vectors)
    const [one, three] = [1, 3].map((threads) => fullFit(space, texts, vectors, labels, classes.length, threads))
    expect(three).to.deep.equal(one)
  })
})

describe('making a fit', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'refit-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  const make = (content: Content, refitAbove = 0, out = dir, from: string[] = []) =>
    fitModel(content, { encoder: false, from, out, refitAbove })
  const held = (content: Content, folder = dir) =>
    readWeights(folder, fitKey(content, undefined), content.texts.length * content.classes.length)
  const reworded = edits[2]?.[1] as Content

  it('carries over what a fit covers, and keeps that fit for the next time', async () => {
    const before = contentOf(original)
    expect(await make(before)).to.equal('full')
    expect(await make(reworded)).to.equal('refit')
    expect([held(before), held(reworded)]).to.not.include(undefined)
    expect(await make(edits[3]?.[1] as Content)).to.equal('refit')
    expect(held(reworded)).to.equal(undefined)
    expect(readFullFits(dir, undefined).map(({ texts }) => texts)).to.deep.equal([before.texts])
  })

  it('does not depend on the refits before', async () => {
    await make(contentOf(original))
    const [base = ''] = globSync('weights-*.bin', { cwd: dir })
    const cache = path.join(dir, 'cache')
    await make(reworded, 0, cache, [dir])
    await make(edits[0]?.[1] as Content, 0, cache, [dir])
    const after = held(edits[0]?.[1] as Content, cache)
    rmSync(cache, { recursive: true })
    await make(edits[0]?.[1] as Content, 0, cache, [dir])
    expect(held(edits[0]?.[1] as Content, cache)).to.deep.equal(after)
    expect(globSync('*', { cwd: dir }).sort()).to.deep.equal(['cache', base])
  })

  it('fits in full what is covered too little, what is small, and what has no whole fit', async () => {
    await make(contentOf(original))
    const other = contentOf(phrasingsOf([...SUBJECTS.slice(5), 30, 31, 32, 33, 34], 36))
    expect(await make(reworded, reworded.texts.length), 'small').to.equal('full')
    expect(await make(other), 'coverage too little').to.equal('full')
    expect(globSync('*.bin', { cwd: dir }), 'the fits before are gone').to.have.length(1)
    const [file = ''] = globSync('*.bin', { cwd: dir })
    copyFileSync(import.meta.filename, path.join(dir, file))
    expect(await make(other), 'no whole fit').to.equal('full')
  })
})
