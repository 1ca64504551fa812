import { expect } from 'chai'
import { localPeople } from '../../bot/local/people.ts'
import { type EventStream, openEvents } from './support/eventStream.ts'
import { type LocalServer, startLocalServer } from './support/localServer.ts'

const amina = localPeople[0]
if (!amina) throw new Error('Nobody is there.')

describe('what the chat page asks of local mode', () => {
  let server: LocalServer
  let conversationId: string
  let events: EventStream

  const post = async (path: string, body: object) => {
    const response = await fetch(`${server.url}/local/chat/${encodeURIComponent(conversationId)}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const messages = () => server.received.filter(({ type }) => type === 'message')

  beforeEach(async () => {
    server = await startLocalServer()
    conversationId = await server.conversationId(amina.name)
    events = await openEvents(server.url, conversationId)
    await events.next('snapshot')
  })
  afterEach(() => {
    events.close()
    return server.close()
  })

  const installed = async () => {
    while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  it('adds the bot when a conversation is first opened, and only then', async () => {
    await installed()
    const again = await openEvents(server.url, conversationId)
    await again.next('snapshot')
    again.close()
    expect(server.received.map(({ type, action }) => action ?? type)).to.deep.equal(['add', 'conversationUpdate'])
    expect(server.received[1]?.membersAdded?.[0]?.id).to.equal(server.received[1]?.recipient?.id)
  })

  it('tells the bot of a message as Teams does', async () => {
    const { status, body } = await post('messages', { clientId: '1', text: 'Hello' })
    expect(status).to.equal(202)
    const { shown } = await events.next('shown', (event) => event.shown.delivery === 'delivered')
    expect(shown).to.include({ id: body.id, author: 'member' })
    const [message] = messages()
    expect(message).to.deep.include({
      type: 'message',
      id: body.id,
      text: 'Hello',
      channelId: 'msteams',
      locale: 'en-GB',
      serviceUrl: server.serviceUrl,
      from: { id: amina.id, name: amina.name, aadObjectId: amina.aadObjectId },
      conversation: { id: conversationId, conversationType: 'personal', tenantId: amina.tenantId },
    })
    expect(message?.recipient?.id).to.match(/^28:/)
    expect(message?.channelData.tenant.id).to.equal(amina.tenantId)
    expect(message?.deliveryMode).to.equal(undefined)
  })

  it('is one message, however often the page posts it', async () => {
    const said = { clientId: 'same', text: 'Hello' }
    const [first, second] = await Promise.all([post('messages', said), post('messages', said)])
    expect(first.body.id).to.equal(second.body.id)
    await events.next('shown', (event) => event.shown.delivery === 'delivered')
    expect(messages()).to.have.length(1)
  })

  const failThenRetry = async (status: number) => {
    await installed()
    server.answer(async () => ({ status }))
    const { body } = await post('messages', { clientId: '1', text: 'Hello' })
    const { shown } = await events.next('shown', (event) => event.shown.delivery === 'failed')
    server.answer(async () => ({ status: 200 }))
    const again = await post(`messages/${body.id}/redeliver`, {})
    expect(again.body).to.include({ ok: true })
    await events.next('shown', (event) => event.shown.id === body.id && event.shown.delivery === 'delivered')
    const [first, second] = messages()
    expect(first?.id).to.equal(body.id)
    return { problem: shown.problem, sameActivity: first?.id === second?.id, text: second?.text }
  }

  it('says that the bot could not be reached, and sends the same activity again', async () => {
    const again = await failThenRetry(0)
    expect(again).to.deep.equal({ problem: 'The bot could not be reached.', sameActivity: true, text: 'Hello' })
  })

  it('says that a turn failed, and starts another', async () => {
    const problem = 'The bot could not answer (error 500).'
    expect(await failThenRetry(500)).to.deep.equal({ problem, sameActivity: false, text: 'Hello' })
  })

  it("sends a card's value without showing it, and answers how that went", async () => {
    const { status, body } = await post('messages', { clientId: '1', value: { band: '3' }, replyToId: '7' })
    expect(status).to.equal(200)
    expect(body).to.include({ ok: true })
    expect(messages()[0]).to.deep.include({ value: { band: '3' }, replyToId: '7' })
    const later = await openEvents(server.url, conversationId)
    expect((await later.next('snapshot')).shown).to.deep.equal([])
    later.close()
  })

  it('answers an invoke with what the bot answered, and puts its card in the place of the pressed one', async () => {
    const card = 'application/vnd.microsoft.card.adaptive'
    const sent = await fetch(`${server.serviceUrl}/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', attachments: [{ contentType: card, content: { n: 1 } }] }),
    })
    const { id } = (await sent.json()) as { id: string }
    server.answer(async () => ({ status: 200, body: { statusCode: 200, type: card, value: { n: 2 } } }))
    const value = { action: { type: 'Action.Execute', verb: 'save', data: {} }, trigger: 'manual' }
    const { body } = await post('invokes', { name: 'adaptiveCard/action', value, replyToId: id })
    expect(body).to.deep.include({ ok: true, body: { statusCode: 200, type: card, value: { n: 2 } } })
    const { shown } = await events.next('shown', (event) => event.shown.revision === 2)
    expect(shown.activity.attachments?.[0]?.content).to.deep.equal({ n: 2 })
    const invoke = server.received.find(({ type }) => type === 'invoke')
    expect(invoke).to.deep.include({ name: 'adaptiveCard/action', value, replyToId: id })
  })

  it('refuses what is no message, and conversations that are not there', async () => {
    expect((await post('messages', { text: 'Hello' })).status).to.equal(400)
    conversationId = 'a:nobody'
    expect((await post('messages', { clientId: '1', text: 'Hello' })).status).to.equal(404)
  })
})
