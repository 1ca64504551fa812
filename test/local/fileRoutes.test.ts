import { expect } from 'chai'
import { type EventStream, openEvents } from './support/eventStream.ts'
import { type LocalServer, startLocalServer } from './support/localServer.ts'

const card = {
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: 'interest & more.csv',
  content: { description: 'All of it', sizeInBytes: 4, acceptContext: { n: 1 }, declineContext: { n: 2 } },
}

interface Upload {
  uploadUrl: string
  contentUrl: string
  name: string
  fileType: string
}

describe('a file that the bot offers in local mode', () => {
  let server: LocalServer
  let chat: string
  let events: EventStream
  let replyToId: string

  const post = async (url: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await response.json()) as { id: string; ok: boolean }
  }

  beforeEach(async () => {
    server = await startLocalServer()
    const conversationId = await server.conversationId('Helen Clarke')
    chat = `${server.url}/local/chat/${encodeURIComponent(conversationId)}`
    events = await openEvents(server.url, conversationId)
    const activities = `${server.serviceUrl}/v3/conversations/${encodeURIComponent(conversationId)}/activities`
    replyToId = (await post(activities, { type: 'message', attachments: [card] })).id
  })
  afterEach(() => {
    events.close()
    return server.close()
  })

  it('is uploaded after a yes, in parts too, then downloaded under its name', async () => {
    server.answer(async ({ value }) => {
      const { uploadUrl } = value.uploadInfo as Upload
      const part = (range: string, body: string) =>
        fetch(uploadUrl, { method: 'PUT', headers: { 'content-range': range }, body })
      expect((await part('bytes 0-1/4', 'a,')).status).to.equal(202)
      expect((await part('bytes 2-3/4', 'b\n')).status).to.equal(201)
      expect((await part('bytes 0-1/4', 'no')).status).to.equal(404)
      return { status: 200 }
    })
    expect(await post(`${chat}/file-consents`, { replyToId, answer: 'accept' })).to.include({ ok: true })
    const invoke = server.received.find(({ type }) => type === 'invoke')
    expect(invoke).to.include({ name: 'fileConsent/invoke', replyToId })
    expect(invoke?.value).to.deep.include({ type: 'fileUpload', action: 'accept', context: { n: 1 } })
    const { shown } = await events.next('shown', (event) => event.shown.consent?.href !== undefined)
    const file = await fetch(`${server.url}${shown.consent?.href}`)
    expect(file.headers.get('content-disposition')).to.equal("attachment; filename*=UTF-8''interest%20%26%20more.csv")
    expect(await file.text()).to.equal('a,b\n')
  })

  it('is not uploaded after a no', async () => {
    expect(await post(`${chat}/file-consents`, { replyToId, answer: 'decline' })).to.include({ ok: true })
    const invoke = server.received.find(({ type }) => type === 'invoke')
    expect(invoke?.value).to.deep.equal({ type: 'fileUpload', action: 'decline', context: { n: 2 } })
    await events.next('shown', (event) => event.shown.consent?.answer === 'decline')
  })
})
