import { expect } from 'chai'
import { looksLikeQuestion, segments } from '../../../knowledge/answering/segments.ts'

describe('the segments of a message', () => {
  const cases: [what: string, message: string, pieces: string[]][] = [
    ['none but the whole, of one question', 'how long is it', []],
    ['sentences', 'I am band 3. How long is it?', ['I am band 3.', 'How long is it?']],
    ['questions that "and" joins', 'how long is it and who can apply', ['how long is it', 'who can apply']],
    ['questions that "n" joins', 'how long is it n can i apply', ['how long is it', 'can i apply']],
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

  it('are few and short, however long the message is', () => {
    const messages = [
      'i like tea and cake '.repeat(500),
      'yes, no, maybe, who knows. '.repeat(400),
      'a b c\n'.repeat(2000),
    ]
    for (const message of messages) {
      const [whole = '', ...pieces] = segments(message)
      expect(whole.length).to.be.at.most(800)
      expect(pieces.length).to.be.at.most(20)
      for (const piece of pieces) expect(piece.split(' ').length).to.be.at.most(40)
    }
  })

  it('keep the questions, and what is urgent before them, when there are too many', () => {
    const rest = Array.from({ length: 40 }, (_, i) => `this is number ${i}.`).join(' ')
    const message = `${rest} how long is it? ${rest} he has fallen down`
    const pieces = segments(message, (piece) => piece.includes('fallen'))
    expect(pieces).to.include.members(['how long is it?', 'he has fallen down'])
  })

  it('tell what is urgent from what is said in the same breath', () => {
    const urgent = (piece: string) => piece.includes('fallen')
    expect(segments('i had my tea and he has fallen down', urgent)).to.include('he has fallen down')
    expect(segments('i had my tea and he has fallen down')).to.deep.equal(['i had my tea and he has fallen down'])
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
