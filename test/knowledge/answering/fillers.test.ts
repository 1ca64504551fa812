import { expect } from 'chai'
import { fillerStripper } from '../../../knowledge/answering/fillers.ts'

describe('the fillerStripper of greetings', () => {
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

  it('leaves everything when the language of the place has no fillers', () => {
    expect(fillerStripper([])('  hi there ')).to.equal('hi there')
  })
})
