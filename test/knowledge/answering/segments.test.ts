import { expect } from 'chai'
import { looksLikeQuestion, segments } from '../../../knowledge/answering/segments.ts'

describe('the pieces of a message', () => {
  const cases: [what: string, message: string, pieces: string[]][] = [
    ['none but the whole, of one question', 'how long is it', []],
    ['sentences', 'I am band 3. How long is it?', ['I am band 3.', 'How long is it?']],
    ['questions that "and" joins', 'how long is it and who can apply', ['how long is it', 'who can apply']],
    ['nothing at an "and" inside a question', 'is it for band 3 and band 4', []],
    ['lines', 'how long is it\nwho can apply', ['how long is it', 'who can apply']],
    ['no piece under three words', 'ok. how long is it', ['how long is it']],
    ['clauses at commas', 'been here ten years, how long is it', ['been here ten years', 'how long is it']],
    ['no piece twice', 'how long is it? how long is it?', ['how long is it?']],
  ]
  for (const [what, message, pieces] of cases)
    it(`are ${what}`, () => expect(segments(message)).to.deep.equal([message, ...pieces]))

  it('keep the sentence whole beside its clauses when there are three or more', () => {
    const message = 'I am band 3, my mate did it, who can apply'
    expect(segments(message)).to.include.members([message, 'I am band 3', 'my mate did it', 'who can apply'])
  })

  const questions: [text: string, asks: boolean][] = [
    ['who can apply', true],
    ['is it long', true],
    ['just wondering about the pay', true],
    ['band 3 ok?', true],
    ['tell me the bands', true],
    ['i have worked here ten years', false],
    ['my mate did it', false],
  ]
  for (const [text, asks] of questions)
    it(`“${text}” ${asks ? 'asks' : 'only tells'}`, () => expect(looksLikeQuestion(text)).to.equal(asks))
})
