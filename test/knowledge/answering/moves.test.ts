import { expect } from 'chai'
import { stripper } from '../../../knowledge/answering/greetings.ts'
import { type Moved, mover, pronounsIn } from '../../../knowledge/answering/moves.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { SHIPPED } from '../../support/shippedFit.ts'

const { language } = loadKnowledge(SHIPPED)
const moved = mover(language.moves, stripper(language.fillers, 1))

describe('a move in a conversation', () => {
  const cases: [message: string, found: Omit<Moved, 'text'> & { text?: string }][] = [
    ['says who?', { move: 'why' }],
    ['ok but says who', { move: 'why' }],
    ['Are you SURE?', { move: 'why' }],
    ['how do you know that', { move: 'why' }],
    ['just that?', { move: 'more' }],
    ['is that it', { move: 'more' }],
    ['anything else please', { move: 'more' }],
    ['huh', { move: 'again' }],
    ['sorry, what did you say?', { move: 'again' }],
    ['what was the first thing you said', { move: 'first' }],
    ['what did you say before that', { move: 'before' }],
    ['no, not that', { move: 'other' }],
    ["that's not what I asked", { move: 'other' }],
    ['no I mean how long have we had them', { turned: 'away', text: 'how long have we had them' }],
    ['not that, the money one', { turned: 'away', text: 'money' }],
    ['i meant uni', { turned: 'away', text: 'uni' }],
    ['no, the day, not the length', { turned: 'away', text: 'day' }],
    ['No. I meant who pays for it?', { turned: 'away', text: 'who pays for it?' }],
    ['no, sorry, I meant who runs it', { turned: 'away', text: 'who runs it' }],
    ['can I ask about pay again', { turned: 'back', text: 'pay' }],
    ['anyway, back to the uni thing', { turned: 'back', text: 'uni' }],
    ['going back to the bands question', { turned: 'back', text: 'bands' }],
    ['so what about the pay bit', { turned: 'back', text: 'pay' }],
    ['what did you say about my degree', { turned: 'back', text: 'degree' }],
    ['what about nursery nurses', {}],
    ['are you sure it is two years', {}],
    ['how long is it', {}],
    ['back to that', {}],
    ['i mean', {}],
    ['', {}],
  ]
  for (const [message, found] of cases)
    it(`is ${found.move ?? (found.turned ? `a turn ${found.turned} to “${found.text}”` : 'not seen')} in “${message}”`, () =>
      expect(moved(message)).to.deep.equal({ text: message, ...found }))

  it('is not looked for where the language of the place lists none', () => {
    const { moves } = loadKnowledge(SHIPPED).language
    const none = Object.fromEntries(Object.keys(moves).map((name) => [name, []])) as unknown as typeof moves
    expect(mover(none, (text) => text)('says who')).to.deep.equal({ text: 'says who' })
  })
})

describe('a pronoun', () => {
  const inFull = pronounsIn({ them: 'trainees', it: 'the course' })
  it('is put into words in a short message', () => {
    expect(inFull('how long have we had them?')).to.equal('how long have we had trainees?')
    expect(inFull('Who runs it')).to.equal('who runs the course')
  })
  it('is let be where there is none, or where the message is long', () => {
    expect(inFull('how long')).to.equal(undefined)
    expect(inFull('i was told that it is the sort of thing that anybody at all can do')).to.equal(undefined)
  })
})
