import { TurnContext } from 'botbuilder'
import { expect } from 'chai'
import { createAdapter } from '../../bot/adapter.ts'
import { createLogger } from '../../bot/logger.ts'
import { noticeConversations } from '../../bot/notices/conversations.ts'
import { botSender } from '../../bot/notices/sender.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../bot/stores/stores.ts'
import { ChannelDown, type NoticeSender } from '../../dialogs/notices/notice.ts'
import { message, objectId, tenantId } from '../support/botServer.ts'
import { fakeClock } from '../support/clock.ts'
import { type Connector, startConnector } from '../support/connector.ts'
import { freePort, listenOnLoopback, readAll } from '../support/freePort.ts'
import { noticeLines, outboxOn, pendingNotice, reachable, replies } from '../support/notices.ts'

const log = createLogger('silent')
const adapter = createAdapter({ identity: undefined }, { log })
const answer = replies.answer({ question: 'Is it paid?', answer: 'Ask payroll.' })

const referenceTo = (serviceUrl: string) => ({
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', conversationType: 'personal' },
  bot: { id: '28:bot' },
  user: { id: '29:sam' },
})

describe('Notices on the wire', () => {
  let connector: Connector
  let sender: NoticeSender
  const send = () => sender.send(referenceTo(connector.serviceUrl), answer, 'n1')

  beforeEach(async () => {
    connector = await startConnector()
    sender = botSender({ adapter })
  })
  afterEach(() => connector.close())

  it('carry their card, their id, and a preview that says nothing', async () => {
    expect(await send()).to.equal('sent')
    const [arrived] = connector.arrived
    expect(arrived?.path).to.equal('/v3/conversations/a%3A1/activities')
    expect(arrived?.body).to.deep.include({ summary: 'You have a message', channelData: { noticeId: 'n1' } })
    expect(arrived?.body.attachments?.[0]?.content).to.deep.equal(answer.card)
    expect(arrived?.body.text ?? '').to.equal('')
  })

  it('tell who blocked or removed the bot', async () => {
    connector.failNext({ status: 403 })
    expect(await send()).to.equal('blocked')
  })

  it('of a bot that is set up wrongly, or a conversation that is gone, say which', async () => {
    let failure = { status: 403, code: 'NotEnoughPermissions' }
    const other = await listenOnLoopback((_req, res) => {
      res.writeHead(failure.status, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ error: { code: failure.code, message: 'No' } }))
    })
    const sending = () => sender.send(referenceTo(other.url), answer, 'n1').catch((error: unknown) => error)
    expect(await sending()).to.be.instanceOf(ChannelDown)
    failure = { status: 404, code: 'ConversationNotFound' }
    expect(await sending()).to.equal('blocked')
    await other.close()
  })

  it('may be tried again after anything else', async () => {
    connector.failNext({ status: 500 })
    expect(await send().catch((error: unknown) => error)).to.be.instanceOf(ChannelDown)
    const nobody = referenceTo(`http://127.0.0.1:${await freePort()}`)
    expect(await sender.send(nobody, answer, 'n1').catch((error: unknown) => error)).to.be.instanceOf(ChannelDown)
  })

  it('all arrive once after the channel was down for a minute', async () => {
    const stores = openSqlite(':memory:')
    const clock = fakeClock('2014-01-08T10:00:00.000Z')
    const arrived: unknown[] = []
    let [up, refused] = [false, 0]
    const channel = await listenOnLoopback(async (req, res) => {
      const { channelData } = JSON.parse(await readAll(req))
      if (up) arrived.push(channelData.noticeId)
      else refused++
      res.writeHead(up ? 201 : 500, { 'content-type': 'application/json' })
      res.end('{"id":"1"}')
    })
    const interests = []
    for (let i = 0; i < 4; i++)
      interests.push(await reachable(stores, { pending: [pendingNotice({ id: `n${i}` })] }, referenceTo(channel.url)))
    const box = outboxOn(stores, clock, sender)
    for (let seconds = 0; seconds < 300; seconds += 15, clock.forward({ ms: 15_000 })) {
      up = seconds > 60
      await box.run()
    }
    expect(refused).to.be.above(4)
    expect(arrived.sort()).to.deep.equal(['n0', 'n1', 'n2', 'n3'])
    for (const interest of interests)
      expect((await noticeLines(stores, interest)).join()).to.match(/^notice-sent [2-4]$/)
    await channel.close()
    await stores.close()
  })
})

describe('Where a person can be written to', () => {
  let stores: Stores
  let writes: number
  const clock = fakeClock()
  const actor = { tenantId, objectId, name: 'Sam Example', role: 'hr' as const }
  const turn = { actor, conversation: { id: 'a:conversation', personal: true } }
  const contextOf = (particular: Record<string, unknown> = {}) => new TurnContext(adapter, message(particular))
  const conversations = () =>
    noticeConversations({ references: stores.references, identify: async () => ({ kind: 'actor', actor }), clock, log })
  const kept = () => stores.references.get(tenantId, objectId)

  beforeEach(() => {
    stores = openSqlite(':memory:')
    writes = 0
    const { put } = stores.references
    stores.references.put = (conversation) => {
      writes++
      return put(conversation)
    }
  })
  afterEach(() => stores.close())

  it('is kept when it is new or changed, without a name or what differs each turn', async () => {
    const { keep } = conversations()
    for (let i = 0; i < 3; i++) await keep(contextOf(), turn)
    expect(writes).to.equal(1)
    const found = await kept()
    expect(found).to.deep.include({ blocked: false, role: 'hr' })
    expect(found?.reference).to.have.all.keys('user', 'bot', 'conversation', 'channelId', 'serviceUrl')
    expect(JSON.stringify(found)).not.to.include('Sam')
    await keep(contextOf({ serviceUrl: 'https://smba.example/uk' }), turn)
    expect([writes, (await kept())?.reference.serviceUrl]).to.deep.equal([2, 'https://smba.example/uk'])
  })

  it('is no channel and no group chat', async () => {
    const { keep, added } = conversations()
    await keep(contextOf(), { ...turn, conversation: { id: 'c', personal: false } })
    await added(contextOf({ conversation: { id: 'c', conversationType: 'channel' } }))
    expect(writes).to.equal(0)
  })

  it('is blocked from when the bot is removed until the person writes again', async () => {
    const { keep, added, removed } = conversations()
    await removed(contextOf())
    await added(contextOf({ type: 'installationUpdate', action: 'add' }))
    await removed(contextOf({ type: 'installationUpdate', action: 'remove' }))
    expect((await kept())?.blocked).to.equal(true)
    await keep(contextOf(), turn)
    expect((await kept())?.blocked).to.equal(false)
  })

  it('is what a notice can be sent to', async () => {
    const connector = await startConnector()
    await conversations().keep(contextOf({ serviceUrl: connector.serviceUrl }), turn)
    const { reference = {} } = (await kept()) ?? {}
    expect(await botSender({ adapter }).send(reference, answer, 'n1')).to.equal('sent')
    expect(connector.arrived[0]?.path).to.include('a%3Aconversation')
    await connector.close()
  })

  it('fails no turn when the store does not answer', async () => {
    const { keep } = conversations()
    stores.references.get = async () => {
      throw new Error('down')
    }
    await keep(contextOf(), turn)
  })
})
