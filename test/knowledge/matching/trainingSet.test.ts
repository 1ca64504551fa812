import { expect } from 'chai'
import type { Entry, Knowledge } from '../../../knowledge/content/knowledge.ts'
import { trainingSet } from '../../../knowledge/matching/trainingSet.ts'

const entry = (id: string, question: string, phrasings: string[]) => ({ id, kind: 'answer', question, phrasings })

const knowledge = {
  language: { terms: [{ term: 'university', variants: ['uni'] }], fillers: [] },
  entries: new Map(
    [
      entry('t80', 'How many days at Uni?', ['how many days at university', 'which days', '?!', 'days at uni']),
      entry('where-it-is', 'Where is the university?', ['how many days at university', 'where is uni']),
    ].map((one) => [one.id, one as unknown as Entry]),
  ),
  intents: new Map([['cancel', { action: 'cancel', phrasings: ["i don't want to"] }]]),
} as unknown as Knowledge

describe('the training set', () => {
  const { classes, texts, labels, normalise } = trainingSet(knowledge)

  it('holds a class for each entry and action', () => {
    expect(classes.map(({ id }) => id)).to.deep.equal(['t80', 'where-it-is', 'cancel'])
  })

  it('keeps case and punctuation, and of a class the first of those with the same words', () => {
    expect(texts.filter((_, i) => labels[i] === 0)).to.deep.equal([
      'How many days at university?',
      'Which days',
      'Days at university',
    ])
    expect(texts.filter((_, i) => labels[i] === 1)).to.include('How many days at university')
    expect(texts).to.include("I don't want to")
  })

  it('takes the name of a class for one more phrasing, when it says something', () => {
    expect(texts.filter((_, i) => labels[i] === 1).at(-1)).to.equal('Where')
    expect(texts.at(-1)).to.equal('Cancel')
    expect(texts).to.not.include('T80')
  })

  const read: [message: string, as: string][] = [
    ['wich days at UNI?', 'Wich days at university?'],
    ['where is the universty', 'Where is the university'],
    ["can i say i don't?", "Can I say I don't?"],
  ]
  for (const [message, as] of read)
    it(`brings “${message}” into the same terms`, () => expect(normalise(message)).to.equal(as))

  it('changes nothing in what is in those terms', () => {
    for (const text of texts) expect(normalise(text)).to.equal(text)
  })
})
