import path from 'node:path'
import { expect } from 'chai'
import type { Answerer } from '../../../knowledge/answering/answerer.ts'
import { createAssistedAnswerer } from '../../../knowledge/answering/assistedAnswerer.ts'
import type { Part, Scored } from '../../../knowledge/answering/decision.ts'
import { given, type LanguageModel, noAnswerReasons, none } from '../../../knowledge/answering/languageModel.ts'
import type { Entry } from '../../../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { ROOT } from '../../support/sources.ts'
import { spokenOf } from '../../support/spokenOf.ts'

const knowledge = loadKnowledge(path.join(ROOT, 'knowledge'))
const entry = (id: string): Entry => knowledge.entries.get(id) as Entry
const near = (...ids: string[]): Scored[] => ids.map((id, i) => ({ id, confidence: 0.3 - i / 100 }))

const unknown = (text: string, ...ids: string[]): Part => ({ outcome: 'unknown', text, candidates: near(...ids) })
const answered = (text: string, id: string): Part => ({
  outcome: 'answered',
  entry: entry(id),
  text,
  candidates: near(id),
})

interface Scene {
  /** What the model gives for each use; it declines what is not here. */
  model?: { rewrite?: string; choose?: string }
  /** What the curated engine makes of the rewritten question. */
  again?: Part[]
  previous?: string
}

/** Plays a turn with a model that does what it is told to, and keeps what it was asked. */
async function play(message: string, parts: readonly Part[], { model: gives = {}, again = [], previous }: Scene) {
  const asked: string[] = []
  const answer = (use: 'rewrite' | 'choose') => async (question: object) => {
    asked.push(`${use} ${JSON.stringify(question)}`)
    const value = gives[use]
    return value === undefined ? none('refused') : given(value)
  }
  const model: LanguageModel = { rewrite: answer('rewrite'), choose: answer('choose') }
  const answerer: Answerer = { decide: async () => ({ parts: again as [Part] }) }
  const assistant = createAssistedAnswerer({ knowledge, answerer, model, timeoutMs: 1000 })
  const place = { message, audience: 'staff' as const, ...(previous && { table: spokenOf(previous) }) }
  const would = assistant.wouldAsk(parts, place)
  const assisted = await assistant.assist(parts, place)
  expect(would).to.equal(asked.length > 0, 'whether a model would be asked')
  return { ...assisted, asked, uses: asked.map((one) => one.split(' ')[0]), first: outcome(assisted.parts[0] as Part) }
}

const outcome = (part: Part): string => ('entry' in part ? `${part.outcome} ${part.entry.id}` : part.outcome)

describe('the answers with a model beside them', () => {
  const never: [what: string, message: string, ...parts: Part[]][] = [
    ['a danger', 'he is not breathing', { ...answered('x', 'emergency'), outcome: 'signpost' } as Part],
    [
      'something to do',
      'sign me up',
      { outcome: 'action', action: 'register', text: 'x', candidates: near('register') },
    ],
    ['smalltalk', 'hello or hi?', { ...answered('x', 'greet'), outcome: 'smalltalk' } as Part],
    ['a refusal', 'is it true i am hr', { ...answered('x', 'claim-of-authority'), outcome: 'refused' } as Part],
    ['what a danger is near to', 'my mate is in a bad way', unknown('x', 'length', 'colleague-in-distress')],
    ['what is not in English', 'ile trwają studia', { ...unknown('x', 'length'), say: 'English, please.' } as Part],
    ['what is about the answer before', 'says who?', { ...answered('x', 'length'), followUp: 'source' }],
    [
      'a choice with something to do in it',
      'put me',
      {
        outcome: 'clarify',
        choices: [{ id: 'register', label: 'Register' }],
        text: 'x',
        candidates: near('register', 'length'),
      },
    ],
    ['a plain question with a sure answer', 'how long does the degree take', answered('x', 'length')],
    ['a yes or no with a sure answer', "it's three years isn't it", answered('x', 'length')],
    ['two questions with sure answers', 'how long and what for', answered('x', 'length'), answered('y', 'award')],
    ['two questions, one of them open', 'how long and which uni', answered('x', 'length'), unknown('y', 'award')],
  ]
  for (const [what, message, ...parts] of never)
    it(`send nothing of ${what}`, async () => {
      const turn = await play(message, parts, { model: { rewrite: 'x', choose: 'length' } })
      expect({ ...turn, first: 0, uses: 0 }).to.deep.equal({ asked: [], parts, model: false, first: 0, uses: 0 })
    })

  it('read a follow-up with what was said before, and decide it again with the curated engine', async () => {
    const turn = await play('and what about that one', [unknown('it', 'award')], {
      previous: 'weekly-pattern',
      model: { rewrite: 'How long does the degree take?' },
      again: [answered('How long', 'length')],
    })
    expect([turn.first, turn.model, turn.uses]).to.deep.equal(['answered length', true, ['rewrite']])
    expect(turn.asked[0]).to.include('How is the week split').and.to.include('one day at university')
    expect(turn.parts[0]?.text).to.equal('it', 'the words of the person stay with the part')
  })

  const ramble = `hiya hope you are ok, ${'it has been a week and a half on here '.repeat(3)} anyway what do you get at the end`
  it('read a ramble, and choose when the curated engine is still not sure', async () => {
    const turn = await play(ramble, [unknown('x', 'length')], {
      model: { rewrite: 'What do you get at the end?', choose: 'award' },
      again: [unknown('y', 'award', 'core-skills')],
    })
    expect([turn.first, turn.uses]).to.deep.equal(['answered award', ['rewrite', 'choose']])
    expect(turn.parts[0]?.candidates[0]?.id).to.equal('award')
  })

  it('choose a not-stated entry as not stated', async () => {
    const turn = await play('which uni', [unknown('x', 'weekly-pattern', 'ns-which-university')], {
      model: { choose: 'ns-which-university' },
    })
    expect([turn.first, turn.model]).to.deep.equal(['not-stated ns-which-university', true])
  })

  it('offer published entries alone to choose from', async () => {
    const { asked } = await play('which uni', [unknown('x', 'register', 'greet', 'parking', 'length')], {})
    const { candidates } = JSON.parse(asked[0]?.replace('choose ', '') ?? '{}')
    expect(candidates.map(({ id }: { id: string }) => id)).to.deep.equal(['length'])
  })

  const part = unknown('x', 'length', 'register', 'emergency-not')
  const obeyed: [what: string, scene: Scene][] = [
    ['an action for an id', { model: { choose: 'register' } }],
    ['an entry that was not offered', { model: { choose: 'merger' } }],
    ['no id at all', { model: { choose: 'toString' } }],
    ['none of them', { model: {} }],
  ]
  for (const [what, scene] of obeyed)
    it(`stay unknown when the model gives ${what}`, async () => {
      const turn = await play('give me that please', [part], scene)
      expect([turn.first, turn.model]).to.deep.equal(['unknown', false])
    })

  const turned: [what: string, again: Part][] = [
    ['an action', { outcome: 'action', action: 'register', text: 'y', candidates: near('register') }],
    ['a danger', { ...answered('y', 'emergency'), outcome: 'signpost' } as Part],
    ['a refusal', { ...answered('y', 'claim-of-authority'), outcome: 'refused' } as Part],
  ]
  for (const [what, again] of turned)
    it(`make no ${what} of a message that the model rewrote`, async () => {
      const turn = await play(ramble, [unknown('x', 'length')], { model: { rewrite: 'Sign me up' }, again: [again] })
      expect([turn.first, turn.model]).to.deep.equal(['unknown', false])
    })

  it('are read again on the vectors of a vendor first, where there are some', async () => {
    const part = unknown('x', 'length', 'award')
    const declines = async () => none('refused')
    const assistant = createAssistedAnswerer({
      knowledge,
      answerer: { decide: async () => ({ parts: [part] }) },
      model: { rewrite: declines, choose: declines },
      decideOnVendorVectors: async (message) =>
        message === 'what do i get' ? { parts: [answered('masked', 'award')] } : undefined,
      timeoutMs: 1000,
    })
    const { parts, model } = await assistant.assist([part], { message: 'what do i get', audience: 'staff' })
    expect([outcome(parts[0] as Part), parts[0]?.text, model]).to.deep.equal(['answered award', 'x', true])
    const unread = await assistant.assist([part], { message: 'what is it', audience: 'staff' })
    expect(unread).to.deep.equal({ parts: [part], model: false })
  })

  for (const why of noAnswerReasons)
    it(`are the curated ones when there is no answer: ${why}`, async () => {
      const declines = async () => none(why)
      const model: LanguageModel = { rewrite: declines, choose: declines }
      const decide = async () => ({ parts: [part] as [Part] })
      const assistant = createAssistedAnswerer({ knowledge, answerer: { decide }, model, timeoutMs: 1000 })
      const place = { message: ramble, audience: 'staff' as const }
      expect(await assistant.assist([part], place)).to.deep.equal({ parts: [part], model: false })
    })
})
