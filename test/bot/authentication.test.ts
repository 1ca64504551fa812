import { expect } from 'chai'
import { message, type RunningBot, startBot, tenantId } from '../support/botServer.ts'
import { type Issuer, startIssuer, type TokenOptions } from '../support/issuer.ts'

const appId = '0d000000-0000-4000-8000-00000000000a'
const serviceUrl = 'https://smba.trafficmanager.net/uk/'
const env = { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId, MICROSOFT_APP_PASSWORD: 'secret' }
const seconds = () => Math.floor(Date.now() / 1000)

describe('who is believed, once an app id is set', () => {
  let issuer: Issuer
  let bot: RunningBot
  let turns = 0
  const stderr = Object.getOwnPropertyDescriptor(console, 'error') ?? {}

  beforeEach(async () => {
    // botbuilder writes of the tokens that it refuses
    Object.defineProperty(console, 'error', { ...stderr, value: () => undefined })
    turns = 0
    issuer = await startIssuer(appId)
    bot = await startBot({
      env,
      adapter: { authentication: issuer.authentication, timeoutMs: 300 },
      onTurn: async (context) => {
        turns += 1
        await context.sendActivity('Two years.')
      },
    })
  })
  afterEach(async () => {
    await bot.close()
    await issuer.close()
    Object.defineProperty(console, 'error', stderr)
  })

  const post = (options?: TokenOptions, particular: Record<string, unknown> = {}) =>
    bot.post(message({ serviceUrl, ...particular }), { authorization: issuer.authorization(serviceUrl, options) })

  it('is Teams, by a token that it signed for this bot and this service URL', async () => {
    const response = await post()
    expect(response.status).to.equal(200)
    const { activities } = (await response.json()) as { activities: { text: string }[] }
    expect(activities.map(({ text }) => text)).to.deep.equal(['Two years.'])
    expect(turns).to.equal(1)
  })

  const expectSilentRefusal = async (response: Response) => {
    expect(response.status).to.equal(401)
    expect(await response.text()).to.equal('')
    expect(turns).to.equal(0)
  }

  const strangers: [string, TokenOptions, Record<string, unknown>?][] = [
    ['another key under the right key id', { withOtherKey: true }],
    ['no signature', { header: { alg: 'none' } }],
    ['a signature by a shared secret', { header: { alg: 'HS256' } }],
    ['a key id that nobody published', { header: { kid: 'other' } }],
    ['a token for another bot', { claims: { aud: '0d000000-0000-4000-8000-00000000000f' } }],
    ['a token for several bots', { claims: { aud: [appId] } }],
    ['another issuer', { claims: { iss: 'https://login.example' } }],
    [
      'a token of an emulator',
      { claims: { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, ver: '1.0', appid: appId } },
    ],
    ['a token that has expired', { claims: { exp: seconds() - 3600 } }],
    ['a token that never expires', { claims: { exp: undefined } }],
    ['a token for another service URL', { claims: { serviceurl: 'https://elsewhere.example/' } }],
    ['a token for no service URL', { claims: { serviceurl: undefined } }],
    ['an activity without a service URL', {}, { serviceUrl: undefined }],
    ['an activity of Web Chat, whose sender may write any object id', {}, { channelId: 'webchat' }],
    ['an activity of a channel that the key is not for', {}, { channelId: 'skype' }],
    ['an activity of the App Service Extension', {}, { channelId: 'AseChannel' }],
  ]
  for (const [who, options, particular] of strangers) {
    it(`is not ${who}`, async () => expectSilentRefusal(await post(options, particular)))
  }

  for (const authorization of [
    '',
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Basic eDp5',
    'Bearer  a.b.c',
    'bearer e30.e30.x',
  ]) {
    it(`is not "${authorization}"`, async () => {
      const headers: Record<string, string> = authorization ? { authorization } : {}
      await expectSilentRefusal(await bot.post(message({ serviceUrl }), headers))
    })
  }

  it('is nobody while the keys of the issuer cannot be had, and Teams again when they can', async () => {
    for (const manner of ['broken', 'silent'] as const) {
      issuer.behave(manner)
      await expectSilentRefusal(await post())
    }
    issuer.behave('well')
    expect((await post()).status).to.equal(200)
  })

  it('is nobody while the issuer is down', async () => {
    await issuer.close()
    await expectSilentRefusal(await post())
  })

  it('is decided before the body is read, when there is no token at all', async () => {
    expect((await bot.post('not json')).status).to.equal(401)
    expect((await bot.post('x'.repeat(300_000))).status).to.equal(401)
  })

  it('leaves why in the log, without the token', async () => {
    await post({ claims: { exp: seconds() - 3600 } })
    expect(bot.lines.join()).to.include('It has no valid token of a channel.').and.not.include('eyJ')
  })

  it('also when the adapter is used as Bot Framework means it', async () => {
    const { adapter } = bot
    const refused = await adapter
      .processActivityDirect('Bearer a.b.c', message({ serviceUrl }) as never, async () => {
        turns += 1
      })
      .then(
        () => false,
        () => true,
      )
    expect({ refused, turns }).to.deep.equal({ refused: true, turns: 0 })
  })

  it('is nobody by a streaming connection or as another bot', async () => {
    const { adapter } = bot as unknown as {
      adapter: { botFrameworkAuthentication: Record<string, (header: string, channel?: string) => Promise<unknown>> }
    }
    for (const way of ['authenticateStreamingRequest', 'authenticateChannelRequest']) {
      const outcome = await adapter.botFrameworkAuthentication[way]?.(
        issuer.authorization(serviceUrl),
        'msteams',
      ).catch((error: Error) => error.constructor.name)
      expect(outcome).to.equal('AuthenticationError')
    }
  })
})

describe('who is believed in local mode', () => {
  it('is whoever is on this computer', async () => {
    const bot = await startBot()
    expect((await bot.post(message())).status).to.equal(200)
    await bot.close()
  })
})
