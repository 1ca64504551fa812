import { expect } from 'chai'
import { createAnswerer } from '../../../knowledge/answering/answerer.ts'
import { ANSWER_THRESHOLD, CLARIFY_THRESHOLD, calibratedConfidence } from '../../../knowledge/answering/confidence.ts'
import type { Audience, Decision } from '../../../knowledge/answering/decision.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { candidates, type Scores, stubMatcher } from './stubMatcher.ts'

const knowledge = loadKnowledge(RIVERSIDE)
const decide = (message: string, rankings: Record<string, Scores>, audience: Audience = 'staff'): Promise<Decision> =>
  createAnswerer(knowledge, stubMatcher(knowledge, rankings)).decide(message, { audience })

/** `answered length`, `action register`, `clarify`. */
const inShort = ({ parts }: Decision): string[] =>
  parts.map((part) => {
    if ('entry' in part) return `${part.outcome} ${part.entry.id}`
    return part.outcome === 'action' ? `action ${part.action}` : part.outcome
  })

const decides = async (message: string, scores: Scores): Promise<string[]> =>
  inShort(await decide(message, { [message]: scores }))

/** Scores of `length`, with `others` right behind it, in whose case the confidence lies within the bounds. */
function scoresWithin(low: number, high: number, others: readonly string[] = ['pay']): Scores {
  for (let lead = 0; lead < 1; lead += 0.01)
    for (let best = lead + 0.02; best < 1; best += 0.01) {
      const scores = { length: best, ...Object.fromEntries(others.map((id, i) => [id, best - lead - i / 1e6])) }
      const confidence = calibratedConfidence(candidates(knowledge, scores), knowledge.entries)
      if (confidence > low + 0.01 && confidence < high - 0.01) return scores
    }
  throw new Error('No scores give such a confidence')
}

describe('a decision', () => {
  const bands: [scores: Scores, decided: string][] = [
    [{ length: 0.9, bands: 0.1 }, 'answered length'],
    [scoresWithin(CLARIFY_THRESHOLD, ANSWER_THRESHOLD), 'clarify'],
    [scoresWithin(0, CLARIFY_THRESHOLD), 'unknown'],
    [scoresWithin(ANSWER_THRESHOLD, 1), 'answered length'],
    [{}, 'unknown'],
    [{ pay: 0.8, bands: 0.2 }, 'not-stated pay'],
    [{ parking: 0.8 }, 'signpost parking'],
    [{ thanks: 0.9 }, 'smalltalk thanks'],
    [{ 'claim-of-authority': 0.9 }, 'refused claim-of-authority'],
    [{ register: 0.9, length: 0.1 }, 'action register'],
  ]
  for (const [scores, decided] of bands)
    it(`on ${JSON.stringify(scores)} is ${decided}`, async () =>
      expect(await decides('one message', scores)).to.deep.equal([decided]))

  it('keeps an entry that names its audience from everybody else', async () => {
    const entry = knowledge.entries.get('length')
    if (!entry) throw new Error('The sample content has no entry on the length')
    const entries = new Map(knowledge.entries).set('length', { ...entry, audience: ['hr'] })
    const scores = { 'a message': { length: 0.9, bands: 0.05 } }
    const asked = (audience: Audience) =>
      createAnswerer({ ...knowledge, entries }, stubMatcher(knowledge, scores)).decide('a message', { audience })
    expect(inShort(await asked('hr'))).to.deep.equal(['answered length'])
    expect(inShort(await asked('staff'))).to.deep.equal(['unknown'])
  })

  it('offers up to three choices, none of them small talk or far behind', async () => {
    const near = scoresWithin(CLARIFY_THRESHOLD, ANSWER_THRESHOLD, ['thanks', 'register', 'bands', 'pay'])
    const { parts } = await decide('a message', { 'a message': { ...near, parking: 0.01 } })
    const [part] = parts
    expect(part.outcome === 'clarify' && part.choices).to.deep.equal([
      { id: 'length', label: 'How long is the programme?' },
      { id: 'register', label: 'I want to register my interest' },
      { id: 'bands', label: 'Which bands may apply?' },
    ])
  })

  it('names the best candidates, best first, also when none was good enough', async () => {
    const low = scoresWithin(0, CLARIFY_THRESHOLD)
    const { parts } = await decide('a message', {
      'a message': { parking: 0.002, greet: 0.001, bye: 0, thanks: -0.1, ...low },
    })
    expect(parts[0].candidates.map(({ id }) => id)).to.deep.equal(['length', 'pay', 'parking', 'greet', 'bye'])
    for (const { confidence } of parts[0].candidates) expect(confidence).to.be.within(0, CLARIFY_THRESHOLD)
  })

  it('is surer of a candidate that leads', async () => {
    const confidence = async (scores: Scores) =>
      (await decide('a message', { 'a message': scores })).parts[0].candidates[0]?.confidence ?? 0
    expect(await confidence({ length: 0.5, pay: 0.1 })).to.be.greaterThan(await confidence({ length: 0.5, pay: 0.45 }))
  })

  it('does not hold a neighbour against an answer', async () => {
    const confidence = async (scores: Scores) =>
      (await decide('a message', { 'a message': scores })).parts[0].candidates[0]?.confidence ?? 0
    expect(await confidence({ length: 0.3, 'weekly-pattern': 0.29 })).to.be.at.least(await confidence({ length: 0.3 }))
  })

  const message = 'how long is it and which bands can apply'
  const pieces = {
    [message]: { length: 0.5, bands: 0.4 },
    'how long is it': { length: 0.9 },
    'which bands can apply': { bands: 0.8 },
  }

  it('answers two questions, in the order in which they were asked', async () => {
    expect(inShort(await decide(message, pieces))).to.deep.equal(['answered length', 'answered bands'])
    const turned = 'which bands can apply and how long is it'
    expect(inShort(await decide(turned, { ...pieces, [turned]: { length: 0.5 } }))).to.deep.equal([
      'answered bands',
      'answered length',
    ])
  })

  it('answers once what was asked twice', async () => {
    expect(inShort(await decide(message, { ...pieces, 'which bands can apply': { length: 0.8 } }))).to.deep.equal([
      'answered length',
    ])
  })

  it('leaves out a second piece that it is not sure of', async () => {
    expect(inShort(await decide(message, { ...pieces, 'which bands can apply': { bands: 0.2 } }))).to.deep.equal([
      'answered length',
    ])
  })

  it('finds the question in the middle of a ramble', async () => {
    const ramble = 'ten years on nights, my back is gone, how long is it'
    const decision = await decide(ramble, { [ramble]: { pay: 0.2 }, 'how long is it': { length: 0.9 } })
    expect(inShort(decision)).to.deep.equal(['answered length'])
  })

  it('puts a danger in any piece before everything else', async () => {
    const first = 'my patient is not breathing. how long is it?'
    const decision = await decide(first, {
      [first]: { length: 0.9 },
      'my patient is not breathing.': { emergency: 0.8 },
      'how long is it?': { length: 0.95 },
    })
    expect(inShort(decision)).to.deep.equal(['signpost emergency'])
  })

  it('takes a danger at a lower score than an answer needs', async () => {
    expect(await decides('one message', { emergency: 0.36, length: 0.38 })).to.deep.equal(['signpost emergency'])
    expect(await decides('one message', { emergency: 0.3, length: 0.9 })).to.deep.equal(['answered length'])
  })

  it('finds a danger that is told in the same breath as something else', async () => {
    const told = 'i was having my break and the patient has stopped breathing'
    const decision = await decide(told, {
      [told]: { length: 0.5 },
      'the patient has stopped breathing': { emergency: 0.9 },
    })
    expect(inShort(decision)).to.deep.equal(['signpost emergency'])
  })

  it('answers three questions, and no more', async () => {
    const four = 'how long is it? which bands can apply? what is the pay? where do i park?'
    const decision = await decide(four, {
      [four]: { length: 0.4 },
      'how long is it?': { length: 0.95 },
      'which bands can apply?': { bands: 0.9 },
      'what is the pay?': { pay: 0.85 },
      'where do i park?': { parking: 0.8 },
    })
    expect(inShort(decision)).to.deep.equal(['answered length', 'answered bands', 'not-stated pay'])
  })

  it('is the same every time', async () => {
    expect(await decide(message, pieces)).to.deep.equal(await decide(message, pieces))
  })
})
