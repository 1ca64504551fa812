import { expect } from 'chai'
import { fillerStripper } from '../../../knowledge/answering/fillers.ts'
import { followUpDetector, pronounResolver } from '../../../knowledge/answering/followUps.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { SHIPPED } from '../../support/shippedFit.ts'

const { language } = loadKnowledge(SHIPPED)
const detect = followUpDetector(language.moves, fillerStripper(language.fillers, 1))

describe('a follow-up', () => {
  const cases: [message: string, found: Partial<ReturnType<typeof detect>>][] = [
    ['says who?', { followUp: 'why' }],
    ['ok but says who', { followUp: 'why' }],
    ['Are you SURE?', { followUp: 'why' }],
    ['how do you know that', { followUp: 'why' }],
    ['just that?', { followUp: 'more' }],
    ['is that it', { followUp: 'more' }],
    ['anything else please', { followUp: 'more' }],
    ['huh', { followUp: 'again' }],
    ['sorry, what did you say?', { followUp: 'again' }],
    ['what was the first thing you said', { followUp: 'first' }],
    ['what did you say before that', { followUp: 'before' }],
    ['no, not that', { followUp: 'other' }],
    ["that's not what I asked", { followUp: 'other' }],
    ['no I mean how long have we had them', { shift: 'away', text: 'how long have we had them' }],
    ['not that, the money one', { shift: 'away', text: 'money' }],
    ['i meant uni', { shift: 'away', text: 'uni' }],
    ['no, the day, not the length', { shift: 'away', text: 'day' }],
    ['No. I meant who pays for it?', { shift: 'away', text: 'who pays for it?' }],
    ['no, sorry, I meant who runs it', { shift: 'away', text: 'who runs it' }],
    ['can I ask about pay again', { shift: 'back', text: 'pay' }],
    ['anyway, back to the uni thing', { shift: 'back', text: 'uni' }],
    ['going back to the bands question', { shift: 'back', text: 'bands' }],
    ['so what about the pay bit', { shift: 'back', text: 'pay' }],
    ['what did you say about my degree', { shift: 'back', text: 'degree' }],
    ['what about nursery nurses', {}],
    ['are you sure it is two years', {}],
    ['how long is it', {}],
    ['back to that', {}],
    ['i mean', {}],
    ['', {}],
  ]
  for (const [message, found] of cases)
    it(`is ${found.followUp ?? (found.shift ? `a shift ${found.shift} to “${found.text}”` : 'not seen')} in “${message}”`, () =>
      expect(detect(message)).to.deep.equal({ text: message, ...found }))

  it('is not looked for where the content lists none', () => {
    const { moves } = loadKnowledge(SHIPPED).language
    const none = Object.fromEntries(Object.keys(moves).map((name) => [name, []])) as unknown as typeof moves
    expect(followUpDetector(none, (text) => text)('says who')).to.deep.equal({ text: 'says who' })
  })
})

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
