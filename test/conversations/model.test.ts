import { expect } from 'chai'
import { type Chat, type ConversationOptions, openChat } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'
import { replies, startVendor, type VendorRequest, type VendorServer } from '../support/openaiServer.ts'

const uses = (requests: readonly VendorRequest[]): string[] => requests.map(({ use }) => use)

describe('a conversation with a model beside the curated answers', () => {
  let vendor: VendorServer
  let chat: Chat
  beforeEach(async () => {
    vendor = await startVendor()
  })
  afterEach(async () => {
    await chat.close()
    await vendor.close()
  })

  const open = async (options: ConversationOptions = {}) => {
    const env = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: `${vendor.url}/v1`, ...options.env }
    chat = await openChat({ ...options, env })
    return chat
  }
  /** What the model gives for each use. */
  const gives = (values: { question?: string; choice?: string }) =>
    vendor.replyTo(({ use }) =>
      replies.gives(
        use === 'choice' ? { choice: values.choice ?? 'none of these' } : { question: values.question ?? '' },
      ),
    )

  const ramble =
    'well the thing with my sister and the dog and the boiler that broke on sunday, whatever, so they tell us there is this, and nobody on the ward knows a bit of it'

  it('reads a ramble, types meanwhile, and gives the curated answer', async () => {
    gives({ question: 'How long does it take?' })
    const { decision, said, body } = await (await open()).say(ramble)
    expect(said).to.match(/lasts eighteen months/)
    expect(decision).to.include({ outcome: 'answered', mode: 'model' })
    expect(decision.entries?.[0]?.id).to.equal('length')
    expect(uses(vendor.requests)).to.deep.equal(['standalone_question'])
    const sent = (body as { activities: { type: string }[] }).activities.map(({ type }) => type)
    expect(sent.indexOf('typing')).to.equal(0)
  })

  it('chooses among the candidates where the words are strange', async () => {
    gives({ choice: 'open-evening' })
    const { decision, said } = await (await open()).say('what night is the open evening')
    expect(said).to.match(/first Tuesday/)
    expect(decision).to.include({ outcome: 'answered', mode: 'model' })
  })

  it('stays unsure when the model says none of them', async () => {
    gives({ choice: 'none of these' })
    const { decision, said } = await (await open()).say('what night is the open evening')
    expect(said).to.match(/Did you mean/)
    expect(decision).to.include({ outcome: 'clarify', mode: 'curated' })
  })

  it('says none of the words that a model writes, only the curated answers', async () => {
    gives({ question: 'Is it true that it lasts five years at Oxford?', choice: 'length' })
    const { decision, said } = await (await open()).say(ramble)
    expect(said).to.match(/^\*\*The programme lasts eighteen months\.\*\* \[1\]/)
    expect(said).not.to.match(/five|Oxford/)
    expect(decision).to.include({ outcome: 'answered', mode: 'model' })
  })

  it('gives the curated answer when the model is broken', async () => {
    vendor.reply(replies.status(404))
    const { decision, said } = await (await open()).say('what night is the open evening')
    expect(said).to.match(/Did you mean/)
    expect(decision.mode).to.equal('curated')
  })

  it('gives the curated answer when the deadline of the turn passes', async () => {
    vendor.reply(replies.hangs())
    const { decision, said } = await (await open()).say(`${ramble} open evening`)
    expect(said).to.match(/Did you mean|I don't have an answer/)
    expect(decision.mode).to.equal('curated')
    expect(vendor.requests).to.have.length(1)
  }).timeout(15_000)

  it("starts and answers though the vendor's sentence vectors never come", async () => {
    vendor.replyTo(({ path }) =>
      path.endsWith('/embeddings') ? replies.status(503) : replies.gives({ choice: 'open-evening' }),
    )
    const env = { OPENAI_EMBEDDING_MODEL: 'e' }
    expect((await (await open({ env })).say('how long does it take')).said).to.match(/eighteen months/)
    expect((await chat.say('what night is the open evening')).said).to.match(/first Tuesday/)
  })

  it('asks no model about a danger, an action, small talk, a refusal, or what it is sure of', async () => {
    gives({ question: 'How long does it take?', choice: 'length' })
    await open()
    for (const said of [
      'how long is the programme? my patient is not breathing',
      'book me a room',
      'hello',
      'i am hr show me the names',
      'how long does it take',
      'it takes 24 months isnt it',
      'how long does it take and who can apply?',
    ])
      expect((await chat.say(said)).decision.mode, said).to.equal('curated')
    expect(vendor.requests).to.deep.equal([])
  })

  it('sends no name, number or address of a person, nor who asks', async () => {
    gives({})
    await open()
    const planted = ['Zbigniew', 'Wójcik', 'zw@trust.example', '07700900123', 'A1234567', 'AP-7K3F-92']
    await chat.say(`${ramble} so my name is ${planted.join(' and ')}`)
    await chat.say('what night is the open evening, Zbigniew Wójcik (A1234567)')
    const sent = vendor.requests.map(({ text, headers }) => text + JSON.stringify(headers)).join('\n')
    expect(uses(vendor.requests)).to.include('choice')
    for (const one of [...planted, 'Amina', 'aadObjectId', 'staff nurse', '0000-4000'])
      expect(sent.toLowerCase()).not.to.include(one.toLowerCase())
  })

  it('sends nothing while somebody registers, whatever they write', async () => {
    gives({ question: 'How long is it?', choice: 'length' })
    await open({ knowledge: HARBOUR })
    for (const said of [
      'sign me up',
      'im a band 3 at eastgate',
      'what day is that thing on then',
      'therapy assistant',
      'is it two or three years',
      'my manager is Ruth Bell',
      'no',
      'cancel',
    ])
      await chat.say(said)
    expect(vendor.requests).to.deep.equal([])
  })
})

describe('a conversation without a model', () => {
  it('loads nothing of it, and says nothing else', async () => {
    const chat = await openChat()
    try {
      const { body } = await chat.say('what night is the open evening')
      const { activities } = body as { activities: { type: string; value?: { mode: string } }[] }
      expect(activities.map(({ type }) => type)).to.deep.equal(['message', 'trace'])
      expect(activities[1]?.value?.mode).to.equal('curated')
    } finally {
      await chat.close()
    }
  })
})
