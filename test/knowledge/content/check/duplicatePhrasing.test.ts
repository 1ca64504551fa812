import { expect } from 'chai'
import { checkContent } from '../../../../knowledge/content/check/index.ts'
import { clean, entry, intent, removeFolders } from '../support/folder.ts'

const language = 'terms:\n  - { term: band 3, variants: [b3] }\n'
const faultsOf = (files: Record<string, string>) =>
  checkContent(clean({ 'language.yaml': language, ...files }), new Date('2026-01-15')).faults
const across = (one: string, other: string) =>
  faultsOf({
    'entries/a.md': entry('a', { phrasings: [one] }),
    'entries/b.md': entry('b', { phrasings: ['something else', other] }),
  })

describe('duplicate phrasings', () => {
  after(removeFolders)

  it('are found within one entry, capitals and punctuation aside', () => {
    const faults = faultsOf({
      'entries/a.md': entry('a', { phrasings: ['how long is it', 'when', 'How long is it?'] }),
    })
    expect(faults).to.deep.equal([
      {
        file: 'kb/entries/a.md',
        line: 15,
        what: '"How long is it?" says the same as "how long is it" in line 13',
        cure: 'Take one of them out',
      },
    ])
  })

  it('are found between an entry and an action', () => {
    const faults = faultsOf({
      'entries/a.md': entry('a', { phrasings: ['take me off the list'] }),
      'intents/withdraw.yaml': intent('withdraw', ['i changed my mind', 'Take me off the list']),
    })
    expect(faults).to.have.length(1)
    expect(faults[0]).to.include({ file: 'kb/intents/withdraw.yaml', line: 6 })
    expect(faults[0]?.what).to.match(/"take me off the list" in kb\/entries\/a\.md:13$/)
    expect(faults[0]?.cure).to.equal('Keep it in withdraw or in a, or reword one')
  })

  it("are found between an entry's question and another's phrasing", () => {
    const faults = faultsOf({
      'entries/a.md': entry('a', { question: 'Who pays?' }),
      'entries/b.md': entry('b', { phrasings: ['who pays'] }),
    })
    expect(faults).to.have.length(1)
  })

  const same: [string, string][] = [
    ['can b3 apply', 'can band 3 apply'],
    ['is it day release then', 'then is it day release'],
    ['how many days at university', 'how many days at univeristy'],
    ['who is the trainee here', 'who is the trainees here'],
    ['what do i have to do to get on the course', 'what do i have to do to get on the course please'],
  ]
  for (const [one, other] of same)
    it(`"${other}" is "${one}"`, () => {
      const faults = across(one, other)
      expect(faults).to.have.length(1)
      expect(faults[0]).to.include({ file: 'kb/entries/b.md', line: 14 })
    })

  const different: [string, string][] = [
    ['can band 3 apply', 'can band 4 apply'],
    ['how many were there in 2010', 'how many were there in 2015'],
    ['whats the page for this', 'whats the wage for this'],
    ['how many are in the first year', 'how many are in the second year'],
    ['goodbye', 'goodbyes'],
    ['who do i ask', 'who do i ask then'],
  ]
  for (const [one, other] of different)
    it(`"${other}" is not "${one}"`, () => expect(across(one, other)).to.deep.equal([]))

  it('are not seen in a question that is among its own phrasings, nor in phrasings without a word', () => {
    const faults = faultsOf({
      'entries/a.md': entry('a', { question: 'Who pays?', phrasings: ['who pays', '"?"'] }),
      'entries/b.md': entry('b', { phrasings: ['"?!"'] }),
    })
    expect(faults).to.deep.equal([])
  })
})
