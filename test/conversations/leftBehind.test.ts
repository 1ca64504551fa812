import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { startConnector } from '../support/connector.ts'
import { type Chat, openChat } from '../support/conversation.ts'

/** Everything that the embedded database holds on the disk. */
const onDisk = (dataDir: string): string =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('bot.sqlite'))
    .map((name) => readFileSync(path.join(dataDir, name), 'latin1'))
    .join('\n')

describe('what a conversation leaves behind', () => {
  let chat: Chat
  beforeEach(async () => {
    chat = await openChat()
  })
  afterEach(() => chat.close())
  const stores = () => openStores({ dataDir: chat.bot.dataDir })

  it('welcomes whoever installs it, and says when what it knows was true', async () => {
    const membersAdded = [{ id: '28:bot' }, { id: '29:local-amina-yusuf' }]
    const { said, suggestions } = await chat.send({ type: 'conversationUpdate', membersAdded })
    expect(said).to.match(/I am a bot[\s\S]*Rehabilitation Associate programme at Riverside[\s\S]*June 2021/)
    expect(suggestions).to.have.length(3)
  })

  it('does not welcome when somebody else joins', async () => {
    const { said } = await chat.send({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] })
    expect(said).to.equal('')
  })

  it('counts what it could not answer, without who asked', async () => {
    await chat.say('what will i be paid')
    await chat.say('do i get a pay rise')
    const { unanswered, close } = await stores()
    const [stored, ...others] = await unanswered.list('open', 10)
    expect(others).to.deep.equal([])
    expect(stored?.question).to.include({ text: 'what will i be paid', count: 2, outcome: 'not-stated' })
    expect(stored?.question.askedBy).to.deep.equal([])
    await close()
  })

  it('adds who asked when they press Send, and nobody else', async () => {
    await chat.say('what will i be paid')
    await chat.say('Send my question to HR')
    const { unanswered, close } = await stores()
    const [stored] = await unanswered.list('open', 10)
    expect(stored?.question.askedBy.map(({ name }) => name)).to.deep.equal(['Amina Yusuf'])
    await close()
  })

  it('keeps no copy of a danger', async () => {
    const turn = await chat.say('my patient xylophonically is not breathing')
    expect(turn.outcomes).to.deep.equal(['signpost'])
    const { unanswered, close } = await stores()
    expect(await unanswered.list('open', 10)).to.deep.equal([])
    await close()
    expect(onDisk(chat.bot.dataDir)).not.to.include('xylophonically')
  })

  it('stores a thumb with its reason, masked, by the entry', async () => {
    const connector = await startConnector()
    const channel = { serviceUrl: connector.serviceUrl, deliveryMode: 'normal' }
    await chat.say('how long does it take', channel)
    const answer = connector.arrived.findIndex(({ body }) => body.type === 'message') + 1
    const pressed = await chat.send({
      ...channel,
      type: 'invoke',
      name: 'message/submitAction',
      replyToId: `sent-${answer}`,
      value: {
        actionName: 'feedback',
        actionValue: {
          reaction: 'dislike',
          feedback: JSON.stringify({ feedbackText: 'Ask sam@example.nhs.uk instead' }),
        },
      },
    })
    expect(pressed.status).to.equal(200)
    const { feedback, close } = await stores()
    const [stored] = await feedback.list(10)
    expect(stored).to.include({ reaction: 'dislike', reason: 'Ask [e-mail] instead' })
    expect(stored?.entries).to.deep.equal(['length'])
    await close()
    await connector.close()
  })

  it('puts thumbs under an answer and none under small talk', async () => {
    const thumbs = async (text: string) =>
      (await chat.say(text)).messages.map(({ channelData }) => channelData?.feedbackLoop)
    expect(await thumbs('how long does it take')).to.deep.equal([{ type: 'default' }])
    expect(await thumbs('hello')).to.deep.equal([undefined])
  })

  it('refuses somebody of no tenant', async () => {
    const { said } = await chat.say('hello', {
      conversation: { id: 'a:b' },
      channelData: {},
      from: { id: '29:x', aadObjectId: 'x' },
    })
    expect(said).to.match(/only talk to staff who are signed in/)
  })
})
