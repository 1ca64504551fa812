import { expect } from 'chai'
import { fillerStripper } from '../../../knowledge/answering/fillers.ts'

describe('the filler stripper', () => {
  const strip = fillerStripper(['hi', 'hi there', 'sorry to bother you', 'please', 'thanks', 'ta'])
  const cases: [message: string, left: string][] = [
    ['Hi there, how long is it please', 'how long is it'],
    ['hi! sorry to bother you but how long is it? thanks', 'but how long is it?'],
    ['HI, THERE how long is it', 'how long is it'],
    ['how long is it, ta?', 'how long is it?'],
    ['hiring for band 3', 'hiring for band 3'],
    ['do you have any data', 'do you have any data'],
    ['hi', 'hi'],
    ['', ''],
  ]
  for (const [message, left] of cases)
    it(`leaves “${left}” of “${message}”`, () => expect(strip(message)).to.equal(left))

  it('leaves everything when there are no fillers', () => {
    expect(fillerStripper([])('  hi there ')).to.equal('hi there')
  })
})
