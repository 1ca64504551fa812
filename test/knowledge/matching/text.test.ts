import { expect } from 'chai'
import { spellingCorrector } from '../../../knowledge/matching/spelling.ts'
import { sentenceCased, termNormaliser, tokenNormaliser, tokens } from '../../../knowledge/matching/text.ts'

describe('tokens', () => {
  const cases: [text: string, found: string[]][] = [
    ['How long IS it?!', ['how', 'long', 'is', 'it']],
    ['who’s it for — band 3/4', ['whos', 'it', 'for', 'band', '3', '4']],
    ['ﬁrst  year\n', ['first', 'year']],
    ['Siân', ['siân']],
    ['…', []],
  ]
  for (const [text, found] of cases) it(`of ${JSON.stringify(text)}`, () => expect(tokens(text)).to.deep.equal(found))
})

describe("the trust's terms", () => {
  const normalise = tokenNormaliser({
    terms: [
      { term: 'university', variants: ['uni'] },
      { term: 'band 3', variants: ['b3', 'B 3', 'band three'] },
      { term: 'bands 3 and 4', variants: ['b3/4', 'band 3 and band 4'] },
      { term: 'assistant practitioner', variants: ['ap', 'a.p.'] },
    ],
  })
  const cases: [text: string, read: string][] = [
    ['how many days at Uni?', 'how many days at university'],
    ['I am a B 3', 'i am a band 3'],
    ['b3/4 only', 'bands 3 and 4 only'],
    ['band 3 and band 4', 'bands 3 and 4'],
    ['the A.P. role', 'the assistant practitioner role'],
    ['happy to unite', 'happy to unite'],
    ['ap ap', 'assistant practitioner assistant practitioner'],
    ['', ''],
  ]
  for (const [text, read] of cases)
    it(`reads “${text}” as “${read}”, the longest variant first`, () => expect(normalise(text)).to.equal(read))

  it('changes nothing when there are no terms', () => {
    expect(tokenNormaliser({ terms: [] })('How LONG?')).to.equal('how long')
  })
})

describe("a text in the trust's terms", () => {
  const inTerms = termNormaliser({
    terms: [
      { term: 'university', variants: ['uni'] },
      { term: 'bands 3 and 4', variants: ['b3/4', 'band 3 and band 4'] },
      { term: 'EOI', variants: ['expression of interest', "e.o.i's"] },
    ],
  })
  const cases: [typed: string, read: string][] = [
    ["Can't I go to Uni, then?", "Can't I go to university, then?"],
    ['(B3 / 4) only!', '(bands 3 and 4) only!'],
    ['My E.O.I’s late', 'My EOI late'],
    ['Is DNA, i.e. data, held?', 'Is DNA, i.e. data, held?'],
    ['  ', '  '],
  ]
  for (const [typed, read] of cases)
    it(`stays as it was typed beside them: “${typed}”`, () => expect(inTerms(typed)).to.equal(read))

  const sentences: [typed: string, read: string][] = [
    ['can i  apply', 'Can I apply'],
    ["i'm in ICU", "I'm in ICU"],
    [' it is\nmine ', 'It is mine'],
    ['', ''],
  ]
  for (const [typed, read] of sentences)
    it(`begins as a sentence does: “${read}”`, () => expect(sentenceCased(typed)).to.equal(read))
})

describe('the spelling corrector', () => {
  const phrasings = ['assessment centre interview', 'interview at the centre', 'the assessment', 'band 3', 'once only']
  /** Said so often that hardly a word is new. */
  const often = Array.from({ length: 40 }, () => 'the assessment centre interview')
  const correct = spellingCorrector([...phrasings, ...often])
  const cases: [typed: string, read: string][] = [
    ['asessment', 'assessment'],
    ['assesment centr', 'assessment centre'],
    ['intervew', 'interview'],
    ['interveiw', 'interview'],
    ['centre', 'centre'],
    ['rentre', 'rentre'],
    ['cantor', 'cantor'],
    ['teh', 'teh'],
    ['onec', 'onec'],
    ['b4nd1', 'b4nd1'],
    ['zebra', 'zebra'],
  ]
  for (const [typed, read] of cases) it(`reads “${typed}” as “${read}”`, () => expect(correct(typed)).to.equal(read))

  const amongFew = spellingCorrector(phrasings)
  const careful: [typed: string, read: string][] = [
    ['asessment', 'assessment'],
    ['intervew', 'interview'],
    ['centr', 'centr'],
    ['asesment', 'asesment'],
  ]
  for (const [typed, read] of careful)
    it(`where many words are unknown reads “${typed}” as “${read}”`, () => expect(amongFew(typed)).to.equal(read))

  it('leaves the rest of a message as it was typed', () => {
    expect(correct("Isn't the ASSESMENT at the Centre?")).to.equal("Isn't the assessment at the Centre?")
  })
})
