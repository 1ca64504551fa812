import type { Activity } from 'botbuilder'
import { expect } from 'chai'
import type { TurnLogic } from '../../bot/adapter.ts'
import { StoreUnavailable } from '../../dialogs/storeUnavailable.ts'
import { message, type RunningBot, startBot } from '../support/botServer.ts'
import { type Connector, startConnector } from '../support/connector.ts'
import { freePort } from '../support/freePort.ts'

const citation = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  citation: [
    {
      '@type': 'Claim',
      position: 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: 'NHS Employers, 2014',
        abstract: 'One day a week at university.',
      },
    },
  ],
}

describe("Bot Framework's wire", () => {
  let connector: Connector
  let bot: RunningBot
  let logic: TurnLogic

  beforeEach(async () => {
    connector = await startConnector()
    bot = await startBot({ onTurn: (context) => logic(context) })
  })
  afterEach(async () => {
    await bot.close()
    await connector.close()
  })

  const post = (particular: Record<string, unknown> = {}) =>
    bot.post(message({ serviceUrl: connector.serviceUrl, deliveryMode: undefined, ...particular }))

  it('carries every field of an entity to the channel, in what is sent and in what is changed', async () => {
    logic = async (context) => {
      const [sent] = await context.sendActivities([{ type: 'message', text: 'Two years [1].', entities: [citation] }])
      await context.updateActivity({ id: sent?.id, type: 'message', text: 'Two years. [1]', entities: [citation] })
    }
    expect((await post()).status).to.equal(200)
    const bodies = connector.arrived.map(({ method, body }) => ({ method, entities: body.entities }))
    expect(bodies).to.deep.equal([
      { method: 'POST', entities: [citation] },
      { method: 'PUT', entities: [citation] },
    ])
  })

  it('carries what Teams keeps in channelData and in a suggested action', async () => {
    const channelData = { feedbackLoop: { type: 'custom' }, notification: { alert: true } }
    const suggestedActions = { to: ['29:sam'], actions: [{ type: 'imBack', title: 'Why?', value: 'Why?' }] }
    logic = async (context) => {
      await context.sendActivity({ type: 'message', text: 'Two years.', channelData, suggestedActions })
    }
    await post()
    expect(connector.arrived[0]?.body).to.deep.include({ channelData, suggestedActions })
  })

  it('keeps a trace from the channel, and gives it to a program that asked for the replies', async () => {
    logic = async (context) => {
      await context.sendActivity({
        type: 'trace',
        name: 'decision',
        valueType: 'decision',
        value: { outcome: 'answered' },
      })
      await context.sendActivity({ type: 'message', text: 'Two years.', entities: [citation] })
    }
    await post()
    expect(connector.arrived.map(({ body }) => body.type)).to.deep.equal(['message'])
    const { activities } = (await (await post({ deliveryMode: 'expectReplies' })).json()) as { activities: Activity[] }
    expect(activities.map(({ type }) => type)).to.deep.equal(['trace', 'message'])
    expect(activities[1]?.entities).to.deep.equal([citation])
    expect(connector.arrived).to.have.length(1)
  })

  it('answers an invoke with what the bot says, and one that it does not know with 501', async () => {
    logic = async (context) => {
      if (context.activity.name !== 'known') return
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200 } } })
    }
    const known = await post({ type: 'invoke', name: 'known' })
    expect([known.status, await known.json()]).to.deep.equal([200, { statusCode: 200 }])
    expect((await post({ type: 'invoke', name: 'other' })).status).to.equal(501)
  })

  it('gives the bot dates as dates, beside what was written', async () => {
    let seen: Partial<Activity> & { rawTimestamp?: string } = {}
    logic = async ({ activity }) => {
      seen = activity
    }
    await post()
    expect(seen.timestamp).to.deep.equal(new Date('2026-01-08T09:00:00.000Z'))
    expect(seen.rawTimestamp).to.equal('2026-01-08T09:00:00.000Z')
  })

  it('tries again what the channel asks it to, when it asks', async () => {
    logic = async (context) => void (await context.sendActivity('Two years.'))
    connector.failNext({ status: 429, headers: { 'retry-after': '0' } }, { status: 502 })
    expect((await post()).status).to.equal(200)
    expect(connector.arrived).to.have.length(3)
  })

  it('does not repeat what the channel refuses', async () => {
    logic = async (context) => void (await context.sendActivity('Two years.'))
    connector.failNext({ status: 403 }, { status: 403 })
    expect((await post()).status).to.equal(500)
    expect(connector.arrived).to.have.length(2) // the answer, then the apology
  })

  it('gives up soon on a channel that is down, and tells the caller nothing of it', async () => {
    logic = async (context) => void (await context.sendActivity('Two years.'))
    const started = performance.now()
    const response = await post({ serviceUrl: `http://127.0.0.1:${await freePort()}` })
    expect([response.status, await response.text()]).to.deep.equal([500, ''])
    expect(performance.now() - started).to.be.below(4000)
    expect(bot.lines.join()).to.include('ECONNREFUSED')
  })
})

describe('a turn that fails', () => {
  const secret = 'Sam Example said "my manager hates me" to sam@trust.example'
  const fails: TurnLogic = async () => {
    throw new TypeError(secret)
  }
  const reference = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/
  let connector: Connector
  let bot: RunningBot

  beforeEach(async () => {
    connector = await startConnector()
    bot = await startBot({ onTurn: fails })
  })
  afterEach(async () => {
    await bot.close()
    await connector.close()
  })

  const post = (particular: Record<string, unknown> = {}) =>
    bot.post(message({ serviceUrl: connector.serviceUrl, deliveryMode: undefined, ...particular }))

  it('says sorry with a reference that is in the log, and nothing of what failed', async () => {
    expect((await post()).status).to.equal(200)
    const said = connector.arrived[0]?.body.text ?? ''
    expect(said).to.include('Sorry').and.not.include('Sam').and.not.include('TypeError')
    const [found = ''] = reference.exec(said) ?? []
    expect(bot.lines.filter((line) => line.includes('The turn failed') && line.includes(found))).to.have.length(1)
  })

  it('leaves the words of the person out of the log', async () => {
    await post({ text: 'I am Sam and I am unhappy' })
    expect(bot.lines.join()).not.to.match(/hates|unhappy|sam@|29:sam|a:conversation|0b000000/)
  })

  it('tells a card what went wrong with its button, so that what was typed stays', async () => {
    const response = await post({ type: 'invoke', name: 'adaptiveCard/action' })
    const body = (await response.json()) as { statusCode: number; value: { message: string } }
    expect([response.status, body.statusCode]).to.deep.equal([200, 500])
    expect(body.value.message).to.match(reference)
  })

  it('says plainly that the store cannot be reached, on the card too, and nothing of why', async () => {
    await bot.close()
    bot = await startBot({
      onTurn: () => Promise.reject(new StoreUnavailable('be read', new Error('SQLITE_IOERR at /data/bot.sqlite'))),
    })
    const response = await post({ type: 'invoke', name: 'adaptiveCard/action' })
    const { statusCode, value } = (await response.json()) as { statusCode: number; value: { message: string } }
    expect(statusCode).to.equal(500)
    expect(value.message).to.include('I cannot reach my records just now').and.not.include('SQLITE')
  })

  it('is a failed invoke to anything else, also when the apology does not arrive', async () => {
    connector.failNext({ status: 403 })
    const response = await post({ type: 'invoke', name: 'message/submitAction' })
    expect([response.status, await response.text()]).to.deep.equal([500, ''])
  })

  it('that the bot began by itself fails towards whoever began it', async () => {
    const reference = {
      serviceUrl: connector.serviceUrl,
      channelId: 'msteams',
      conversation: { id: 'c' },
      bot: { id: 'b' },
    }
    let thrown: unknown
    await bot.adapter.continueConversationAsync('', reference as never, fails).catch((error: unknown) => {
      thrown = error
    })
    expect(thrown).to.be.instanceOf(TypeError)
    expect(connector.arrived).to.deep.equal([])
  })
})
