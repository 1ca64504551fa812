import { connect } from 'node:net'
import { expect } from 'chai'
import { ConfigError, readConfig } from '../../bot/config.ts'
import { createServer } from '../../bot/server.ts'
import { type BotOptions, message, type RunningBot, startBot } from '../support/botServer.ts'

const until = async (met: () => boolean): Promise<void> => {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('the server', () => {
  let bot: RunningBot
  const start = async (options: BotOptions = {}) => {
    bot = await startBot(options)
  }
  afterEach(() => bot.close())

  it('says that it lives, and whether it is ready and what is not', async () => {
    let state: { ok: true } | { ok: false; why: string } = { ok: true }
    await start({ ready: async () => state })
    const ask = async (path: string) => {
      const response = await fetch(bot.url + path)
      return [response.status, await response.json()]
    }
    expect(await ask('/healthz')).to.deep.equal([200, { status: 'alive' }])
    expect(await ask('/readyz')).to.deep.equal([200, { status: 'ready' }])
    state = { ok: false, why: 'store' }
    expect(await ask('/readyz')).to.deep.equal([503, { status: 'not ready', why: 'store' }])
  })

  it('is not ready when asking fails', async () => {
    await start({ ready: () => Promise.reject(new Error('The disk is full.')) })
    const response = await fetch(`${bot.url}/readyz`)
    expect([response.status, await response.text()]).to.deep.equal([503, '{"status":"not ready","why":"unknown"}'])
  })

  it('answers plainly, with security headers and without saying what it is', async () => {
    await start({
      routes: [
        (server) => {
          server.get('/fails', async () => {
            throw new Error('at /srv/secret')
          })
        },
      ],
    })
    const expected: [string, string, number, string][] = [
      ['GET', '/', 404, 'Not Found'],
      ['GET', '/<script>', 404, 'Not Found'],
      ['GET', '/api/messages', 405, 'Method Not Allowed'],
      ['GET', '/fails', 500, 'Internal Server Error'],
      ['GET', '/healthz', 200, '{"status":"alive"}'],
    ]
    for (const [method, path, status, text] of expected) {
      const response = await fetch(bot.url + path, { method })
      expect([path, response.status, await response.text()]).to.deep.equal([path, status, text])
      expect(response.headers.get('x-content-type-options')).to.equal('nosniff')
      expect(response.headers.get('content-security-policy')).to.include("default-src 'none'")
      expect([...response.headers.keys()])
        .not.to.include.members(['server'])
        .and.not.include('x-powered-by')
    }
  })

  describe('takes what is an activity, and refuses', () => {
    const json = { 'content-type': 'application/json' }
    const refused: [string, unknown, number, Record<string, string>?][] = [
      ['what is not JSON', 'hello', 400],
      ['an empty body', '', 400],
      ['an array', [], 400],
      ['null', 'null', 400],
      ['an activity without a type', message({ type: undefined }), 400],
      ['an activity whose type is no text', message({ type: 7 }), 400],
      ['an activity without a conversation', message({ conversation: undefined }), 400],
      ['an activity whose text is no text', message({ text: { a: 1 } }), 400],
      ['an activity from something that is no account', message({ from: 'sam' }), 400],
      [
        'an unsigned activity to be answered elsewhere',
        message({ serviceUrl: 'https://a.example', deliveryMode: 'x' }),
        400,
      ],
      ['an activity to be answered nowhere', message({ serviceUrl: undefined, deliveryMode: undefined }), 400],
      ['a form', message(), 400, { 'content-type': 'application/x-www-form-urlencoded' }],
      ['a compressed body', message(), 400, { ...json, 'content-encoding': 'gzip' }],
      ['more than 256 KiB', message({ text: 'x'.repeat(256 * 1024) }), 413],
      ['much more than that', message({ text: 'x'.repeat(3 * 1024 * 1024) }), 413],
    ]
    for (const [what, body, status, headers] of refused) {
      it(`${what}: ${status}`, async () => {
        let turns = 0
        await start({
          onTurn: async () => {
            turns += 1
          },
        })
        expect((await bot.post(body, headers)).status).to.equal(status)
        expect(turns).to.equal(0)
        expect((await bot.post(message())).status).to.equal(200)
      })
    }

    it('a body of unknown length as soon as it is too long: 413', async () => {
      await start()
      const body = new ReadableStream({
        pull: (stream) => stream.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024))),
      })
      const response = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers: json, body, duplex: 'half' })
        .then(({ status }) => status)
        .catch(() => 413) // a sender that does not stop is cut off
      expect(response).to.equal(413)
    })

    it('nothing of an activity that is just small enough', async () => {
      await start()
      expect((await bot.post(message({ text: 'x'.repeat(250 * 1024) }))).status).to.equal(200)
    })
  })

  it('counts messages per person: 429 with Retry-After, whatever the conversation', async () => {
    await start({ env: { RATE_LIMIT: '2' } })
    const sam = (conversation: string) => bot.post(message({ conversation: { id: conversation, tenantId: 't' } }))
    expect((await sam('one')).status).to.equal(200)
    expect((await sam('two')).status).to.equal(200)
    const refused = await sam('three')
    expect(refused.status).to.equal(429)
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60)
    expect((await bot.post(message({ from: { id: '29:alex', aadObjectId: 'alex' } }))).status).to.equal(200)
  })

  it('runs an activity that comes again once, and gives it the first answer', async () => {
    let turns = 0
    let finish = () => undefined as unknown
    await start({
      env: { RATE_LIMIT: '4' },
      onTurn: async (context) => {
        turns += 1
        if (turns === 1)
          await new Promise((resolve) => {
            finish = () => resolve(undefined)
          })
        await context.sendActivity(`Turn ${turns}`)
      },
    })
    const activity = message()
    const [first, again] = [bot.post(activity), bot.post(activity)]
    await until(() => turns === 1 && bot.lines.join().includes('came again'))
    finish()
    const bodies = await Promise.all([first, again, bot.post(activity)].map(async (one) => (await one).text()))
    expect(new Set(bodies).size).to.equal(1)
    expect(turns).to.equal(1)

    const others = [
      { ...activity, id: 'other' },
      { ...activity, type: 'messageUpdate' },
      { ...activity, type: 'messageUpdate', timestamp: '2026-01-08T09:01:00.000Z' },
    ]
    for (const other of others) await bot.post(other)
    expect(turns).to.equal(4)
  })

  it('runs the turns of one conversation one at a time, those of two side by side', async () => {
    const running = new Set<string>()
    let most = 0
    let together = 0
    await start({
      onTurn: async ({ activity }) => {
        together = Math.max(together, running.size + 1)
        const key = `${activity.conversation.id}/${activity.id}`
        running.add(key)
        most = Math.max(most, [...running].filter((one) => one.startsWith('one/')).length)
        await new Promise((resolve) => setTimeout(resolve, 20))
        running.delete(key)
      },
    })
    const posts = ['one', 'one', 'one', 'two'].map((id) => bot.post(message({ conversation: { id, tenantId: 't' } })))
    await Promise.all(posts)
    expect({ most, together }).to.deep.equal({ most: 1, together: 2 })
  })

  it('says plainly that its port is taken', async () => {
    await start()
    const config = readConfig({ PORT: new URL(bot.url).port })
    const second = createServer({
      config,
      log: { debug() {}, error() {} } as never,
      adapter: bot.adapter,
      onTurn: async () => undefined,
      ready: async () => ({ ok: true }),
    })
    const error = await second.listen().catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(ConfigError)
    expect(String(error)).to.match(/PORT \d+ is in use/)
  })

  describe('when it is told to stop', () => {
    it('finishes the turn in flight and ends, although a connection is kept open', async () => {
      let turning = false
      await start({
        onTurn: async (context) => {
          turning = true
          await new Promise((resolve) => setTimeout(resolve, 300))
          await context.sendActivity('Two years.')
        },
      })
      const idle = connect(Number(new URL(bot.url).port), '127.0.0.1')
      idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n')
      await new Promise((resolve) => idle.once('data', resolve))
      const ended = new Promise((resolve) => idle.once('close', resolve))

      const answer = bot.post(message())
      await until(() => turning)
      const started = performance.now()
      await bot.close()
      expect(performance.now() - started).to.be.within(100, 2000)
      const response = await answer
      expect([response.status, response.headers.get('connection')]).to.deep.equal([200, 'close'])
      expect(await response.text()).to.include('Two years.')
      await ended
      expect(await fetch(`${bot.url}/healthz`).catch(() => 'nobody there')).to.equal('nobody there')
    })

    it('closes what its routes keep open, and does not wait for ever for a turn', async () => {
      let closed = false
      let turning = false
      await start({
        routes: [
          () => ({
            close() {
              closed = true
            },
          }),
        ],
        onTurn: async () => {
          turning = true
          await new Promise((resolve) => setTimeout(resolve, 1000))
        },
      })
      const answer = bot.post(message()).catch(() => 'cut off')
      await until(() => turning)
      await bot.close(100)
      expect({ closed, answer: await answer }).to.deep.equal({ closed: true, answer: 'cut off' })
      expect(bot.lines.join()).to.include('still in flight')
    })
  })
})
