import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Grown } from '../bench/growth/measure.ts'
import { growthPicture, roundAbove } from '../bench/growth/picture.ts'
import { PICTURE, pictureOf, readBaselines } from './baseline.ts'
import { reliabilityPicture } from './reliabilityPicture.ts'

const numbers = (svg: string, name: string): number[] =>
  [...svg.matchAll(new RegExp(` ${name}="(-?[\\d.]+)"`, 'g'))].map(([, number]) => Number(number))
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text)

const bins = [
  { count: 20, confidence: 0.55, right: 11 },
  { count: 100, confidence: 0.95, right: 95 },
]

describe('the picture of the reliability', () => {
  it('is of what the baseline holds', () => {
    expect(readFileSync(PICTURE, 'utf8'), 'Draw it again: npm run eval -- --picture').to.equal(
      pictureOf(readBaselines()),
    )
  })

  it('puts what is borne out exactly on the diagonal', () => {
    const svg = reliabilityPicture([{ name: 'own', bins, error: 0 }])
    const points = numbers(svg, 'cx')
      .slice(1)
      .map((x, i) => [x, numbers(svg, 'cy').slice(1)[i]] as [number, number])
    const [dashed = ''] = /<line[^>]*stroke-dasharray[^>]*>/.exec(svg) ?? []
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => numbers(dashed, name)[0]) as [
      number,
      number,
      number,
      number,
    ]
    expect(points).to.have.length(2)
    for (const [x, y] of points) expect((x - x1) / (x2 - x1)).to.be.closeTo((y - y1) / (y2 - y1), 1e-3)
  })

  it('says how many questions each series and each bin has, and to whom cannot see it what it shows', () => {
    const svg = reliabilityPicture([
      { name: 'own', bins, error: 0.01 },
      { name: 'a <b> & c', bins: [{ count: 3, confidence: 0.2, right: 1 }], error: 0.13 },
    ])
    expect(texts(svg)).to.include.members(['own: 120 questions, expected calibration error 0.010', '20', '100', '3'])
    expect(svg).to.include(
      '<title>Reliability of the confidence: own, expected calibration error 0.010; a &lt;b> &amp; c',
    )
  })

  it('stands when nothing was measured', () => {
    expect(reliabilityPicture([]))
      .to.match(/^<svg .*<\/svg>\n$/s)
      .and.not.include('NaN')
  })
})

describe('the picture of the growth', () => {
  const times = { queries: 9, failed: 0, median: 1.4, p99: 6 }
  const grown = (phrasings: number): Grown => ({
    phrasings,
    fitSeconds: phrasings / 100,
    memoryMb: { before: 100, peak: 100 + phrasings / 10 },
    query: { quiet: times, during: times, after: times },
  })

  it('draws each size of both kinds in each of its parts', () => {
    const svg = growthPicture({ words: [grown(500), grown(1000)], vectors: [grown(500), grown(1000)] })
    expect(svg.match(/<polyline/g)).to.have.length(6)
    expect(svg.match(/r="4"/g)).to.have.length(12)
    expect(svg).to.include('without sentence vectors 10 seconds and 200 MB').and.not.include('NaN')
  })

  for (const [most, top] of [
    [0.7, 0.8],
    [1, 1],
    [4.2, 6],
    [61, 80],
    [99, 100],
    [1340, 2000],
  ] as const)
    it(`ends an axis for ${most} at ${top}`, () => {
      expect(roundAbove(most)).to.be.closeTo(top, 1e-9)
    })
})
