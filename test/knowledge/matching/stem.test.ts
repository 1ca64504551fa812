import { expect } from 'chai'
import { stem } from '../../../knowledge/matching/stem.ts'

describe('the stem of a word', () => {
  const families: string[][] = [
    ['apply', 'applies', 'applied', 'applying'],
    ['train', 'trains', 'trained', 'training'],
    ['place', 'places', 'placed', 'placing'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['study', 'studies', 'studied', 'studying'],
    ['call', 'calls', 'called', 'calling'],
    ['course', 'courses'],
  ]
  for (const words of families)
    it(`is the same for ${words.join(', ')}`, () => expect([...new Set(words.map(stem))]).to.have.length(1))

  const kept = ['is', 'was', 'bus', 'his', 'need', 'ring', 'bring', 'status', 'process', 'band3s']
  for (const word of kept) it(`is “${word}” itself`, () => expect(stem(word)).to.equal(word))

  const apart: [string, string][] = [
    ['train', 'trial'],
    ['university', 'unit'],
    ['paid', 'pay'],
  ]
  for (const [one, other] of apart) it(`tells ${one} from ${other}`, () => expect(stem(one)).to.not.equal(stem(other)))
})
