import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector'
import { expect } from 'chai'
import { localPeople } from '../../bot/local/people.ts'
import { openEvents } from './support/eventStream.ts'
import { type LocalServer, startLocalServer } from './support/localServer.ts'

describe('the connector of local mode, called by ConnectorClient', () => {
  let server: LocalServer
  let client: ConnectorClient
  let conversationId: string
  const amina = localPeople[0]
  if (!amina) throw new Error('Nobody is there.')

  beforeEach(async () => {
    server = await startLocalServer()
    client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: server.serviceUrl })
    conversationId = await server.conversationId(amina.name)
  })
  afterEach(() => server.close())

  it('shows what the bot sends, with an id to update it by', async () => {
    const events = await openEvents(server.url, conversationId)
    const { id } = await client.conversations.sendToConversation(conversationId, { type: 'message', text: 'Hello' })
    const { shown } = await events.next('shown')
    expect(shown).to.include({ id, author: 'bot', revision: 1 })
    expect(shown.activity.text).to.equal('Hello')
    events.close()
  })

  it('shows a reply, its update in place, and takes a deleted one away', async () => {
    const events = await openEvents(server.url, conversationId)
    const { id } = await client.conversations.replyToActivity(conversationId, '1', { type: 'message', text: 'One' })
    await client.conversations.updateActivity(conversationId, id, { type: 'message', text: 'Two' })
    const { shown } = await events.next('shown', (event) => event.shown.revision === 2)
    expect(shown).to.include({ id, edited: true })
    expect(shown.activity.text).to.equal('Two')
    await client.conversations.deleteActivity(conversationId, id)
    expect((await events.next('removed')).id).to.equal(id)
    events.close()
  })

  it('tells typing, and keeps nothing of it', async () => {
    const events = await openEvents(server.url, conversationId)
    await client.conversations.sendToConversation(conversationId, { type: 'typing' })
    await events.next('typing')
    events.close()
    const again = await openEvents(server.url, conversationId)
    expect((await again.next('snapshot')).shown).to.deep.equal([])
    again.close()
  })

  it('keeps what was said for a page that is opened later', async () => {
    await client.conversations.sendToConversation(conversationId, { type: 'message', text: 'Still here' })
    const events = await openEvents(server.url, conversationId)
    const { shown } = await events.next('snapshot')
    expect(shown.map(({ activity }) => activity.text)).to.deep.equal(['Still here'])
    events.close()
  })

  it("opens a member's personal conversation, by channel id or Entra object id", async () => {
    const parameters = { bot: { id: '28:local-bot', name: '' }, isGroup: false, tenantId: amina.tenantId }
    for (const id of [amina.id, amina.aadObjectId]) {
      const created = await client.conversations.createConversation({
        ...parameters,
        members: [{ id, name: '' }],
      } as never)
      expect(created.id).to.equal(conversationId)
    }
  })

  it('says who is in a conversation', async () => {
    const members = await client.conversations.getConversationMembers(conversationId)
    expect(members.map(({ id, aadObjectId }) => ({ id, aadObjectId }))).to.deep.equal([
      { id: amina.id, aadObjectId: amina.aadObjectId },
    ])
    const member = await client.conversations.getConversationMember(conversationId, amina.id)
    expect(member).to.include({ name: amina.name, email: amina.email })
    const paged = await client.conversations.getConversationPagedMembers(conversationId)
    expect(paged.members).to.have.length(1)
  })

  it('answers 404 for a conversation, an activity or a member that is not there', async () => {
    const calls = [
      () => client.conversations.sendToConversation('a:nobody', { type: 'message', text: 'Hello' }),
      () => client.conversations.updateActivity(conversationId, '1', { type: 'message', text: 'Hello' }),
      () => client.conversations.deleteActivity(conversationId, '1'),
      () => client.conversations.getConversationMember(conversationId, '29:nobody'),
      () => client.conversations.getConversationMembers('a:nobody'),
    ]
    for (const call of calls) {
      const status = await call().then(
        () => 200,
        (error: { statusCode: number }) => error.statusCode,
      )
      expect(status).to.equal(404)
    }
  })
})
