import { expect } from 'chai'
import { pronounResolver } from '../../../knowledge/answering/pronouns.ts'

describe('a pronoun', () => {
  const resolve = pronounResolver({ them: 'trainees', it: 'the course' })
  it('is resolved in a short message', () => {
    expect(resolve('how long have we had them?')).to.equal('how long have we had trainees?')
    expect(resolve('Who runs it')).to.equal('who runs the course')
  })
  it('is let be where there is none, or where the message is long', () => {
    expect(resolve('how long')).to.equal(undefined)
    expect(resolve('i was told that it is the sort of thing that anybody at all can do')).to.equal(undefined)
  })
})
