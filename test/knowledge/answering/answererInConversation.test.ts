import { expect } from 'chai'
import { createAnswerer } from '../../../knowledge/answering/answerer.ts'
import type { Decision } from '../../../knowledge/answering/decision.ts'
import { put, type Table } from '../../../knowledge/answering/table.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { SHIPPED } from '../../support/shippedFit.ts'
import { spokenOf } from '../../support/spokenOf.ts'
import { type Scores, stubMatcher } from './stubMatcher.ts'

const shipped = loadKnowledge(SHIPPED)
const knowledge = { ...loadKnowledge(RIVERSIDE), language: shipped.language, languages: shipped.languages }

/** What a message is taken for after others, where the matching knows nothing but these rankings. */
const decide = (message: string, table?: Table, rankings: Record<string, Scores> = {}): Promise<Decision> =>
  createAnswerer(knowledge, stubMatcher(knowledge, rankings)).decide(message, { audience: 'staff', table })

/** `answered length`, `clarify more`. */
const inShort = ({ parts: [part] }: Decision): string =>
  [part.outcome, 'entry' in part ? part.entry.id : 'action' in part ? part.action : '', part.followUp ?? '']
    .filter(Boolean)
    .join(' ')

const after: Table = spokenOf('length', 'pay', 'bands')

describe('a follow-up of the last answer', () => {
  const followUps: [message: string, decided: string][] = [
    ['says who', 'answered length source'],
    ['simpler', 'answered length plainer'],
    ['how do you know?', 'answered length source'],
    ['are you sure', 'answered length source'],
    ['just that?', 'clarify more'],
    ['tell me more', 'clarify more'],
    ['say that again', 'answered length again'],
    ['what did you say before', 'not-stated pay again'],
    ['what was the first thing you said', 'answered bands again'],
    ['no, not that', 'clarify other'],
    ['👎', 'clarify other'],
    ['so thats a no', 'answered length verdict'],
  ]
  for (const [message, decided] of followUps)
    it(`“${message}” is ${decided}`, async () => expect(inShort(await decide(message, after))).to.equal(decided))

  it('is asked as any other words when nothing was said before', async () => {
    for (const [message] of followUps.slice(0, 10))
      expect(inShort(await decide(message, undefined, { [message]: { bands: 0.9 } })), message).to.equal(
        'answered bands',
      )
  })

  it('is asked as any other words after something that was done', async () => {
    const said = await decide('is that it', spokenOf('register'), { 'is that it': { thanks: 0.9 } })
    expect(inShort(said)).to.equal('smalltalk thanks')
  })

  it('may be a correction, which is taken for anything but that answer', async () => {
    const rankings = { 'how long for the other lot': { length: 0.6, 'weekly-pattern': 0.5 } }
    const said = await decide('no I mean how long for the other lot', spokenOf('length'), rankings)
    expect(inShort(said)).to.equal('answered weekly-pattern')
  })

  it('may come back to something said earlier, which is found among what was said', async () => {
    const rankings = { bands: { pay: 0.5, bands: 0.4 }, 'what about the parking thing': { parking: 0.9 } }
    expect(inShort(await decide('anyway, back to the bands thing', after, rankings))).to.equal('answered bands')
    expect(inShort(await decide('what about the parking thing', after, rankings))).to.equal('signpost parking')
  })

  it('resolves a pronoun when the message says nothing without', async () => {
    const rankings = { 'who runs it': { pay: 0.1 }, 'who runs the programme': { bands: 0.9 } }
    expect(inShort(await decide('who runs it', undefined, rankings))).to.equal('answered bands')
    expect(inShort(await decide('who pays it', undefined, rankings))).to.equal('unknown')
  })
})

describe('a choice that was offered', () => {
  const offering = (...choices: string[]) => put(spokenOf('bands'), { kind: 'choices', choices })
  const offered = offering('length', 'register', 'pay')
  const named: [message: string, decided: string][] = [
    ['1', 'answered length'],
    ['the first one', 'answered length'],
    ['Second one please', 'action register'],
    ['3rd', 'not-stated pay'],
  ]
  for (const [message, decided] of named)
    it(`is taken by its place: “${message}”`, async () =>
      expect(inShort(await decide(message, offered))).to.equal(decided))

  it('is not there when nothing was offered, or no longer', async () => {
    expect(inShort(await decide('the first one', after))).to.equal('unknown')
    expect(inShort(await decide('the first one', [...spokenOf('length', 'pay', 'bands'), ...offered]))).to.equal(
      'unknown',
    )
    expect(inShort(await decide('the third one', offering('length', 'pay')))).to.equal('unknown')
  })
})

describe('a message that nobody can read', () => {
  const unread = async (message: string) => {
    const [part] = (await decide(message, after, { [message]: { length: 0.99 } })).parts
    return part.outcome === 'unknown' ? part.say : part.outcome
  }
  const nothing = [
    '!!!',
    '...',
    '12345',
    'b',
    'h e l p',
    '🤷',
    'https://example.com/a',
    '\u200b',
    'aaaaaaaa',
    'sdfghjkl',
    '[]',
    '<br/>',
  ]
  for (const message of nothing)
    it(`is told that there are no words in it: ${JSON.stringify(message)}`, async () =>
      expect(await unread(message)).to.equal(knowledge.languages.noWords))

  it('is answered in its own language, where that is known', async () =>
    expect(await unread('jak długo to trwa')).to.match(/angielsk/))

  it('may be a sign that says something', async () => {
    const signs = { ok: { thanks: 0.9 }, 'sos emergency help': { emergency: 0.9 } }
    expect(inShort(await decide('👍🏽', undefined, signs))).to.equal('smalltalk thanks')
    expect(inShort(await decide('🆘🆘', undefined, signs))).to.equal('signpost emergency')
  })

  it('is still a danger when it tells of one', async () => {
    const [part] = (await decide('pacjent nie oddycha', after)).parts
    expect(part.outcome === 'signpost' && part.entry.body).to.match(/niebezpieczeństwie[\s\S]*999/)
  })

  it('is short work, however long it is', async () => {
    for (const one of ['a', 'a ', '[', '<a ', 'a@', '. ', 'x, ', '怎', '😀', 'a\n', 'h̷̢', '&#1;'])
      expect((await decide(one.repeat(12_000))).parts, one).to.have.length(1)
  })
})
