import { request } from 'node:http'
import { expect } from 'chai'
import { refusal } from '../../bot/local/guard.ts'
import { type LocalServer, startLocalServer } from './support/localServer.ts'

const asked = (headers: Record<string, string>, method = 'POST') =>
  refusal({ method, headers: { host: '127.0.0.1:3978', ...headers } }, '127.0.0.1')

describe('the guard of local mode', () => {
  it('lets this computer in, by any of its names', () => {
    for (const host of ['127.0.0.1:3978', 'localhost:3978', 'LOCALHOST', '[::1]:3978']) {
      expect(asked({ host }), host).to.equal(undefined)
    }
    expect(asked({ origin: 'http://127.0.0.1:3978', 'sec-fetch-site': 'same-origin' })).to.equal(undefined)
  })

  it('refuses a name that only points here', () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example:3978', 'localhost.evil.example', '10.0.0.1', '']) {
      expect(asked({ host }), host).to.be.a('string')
    }
  })

  it('refuses another page, also of another port of this computer', () => {
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:8080', 'https://127.0.0.1:3978']) {
      expect(asked({ origin }), origin).to.be.a('string')
    }
  })

  it("refuses what another page's own requests bring without an Origin, but lets a link open the page", () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(asked({ 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }, 'GET')).to.be.a('string')
      expect(asked({ 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' }, 'GET')).to.equal(undefined)
      expect(asked({ 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' }, 'POST')).to.be.a('string')
    }
  })

  it('refuses another computer', () => {
    expect(refusal({ method: 'GET', headers: { host: '127.0.0.1' } }, '10.1.2.3')).to.be.a('string')
    expect(refusal({ method: 'GET', headers: { host: '127.0.0.1' } }, '::ffff:127.0.0.1')).to.equal(undefined)
  })

  describe('on the server', () => {
    let server: LocalServer
    before(async () => {
      server = await startLocalServer()
    })
    after(() => server.close())

    const status = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })

    it("stands before every route, the bot's own included", async () => {
      for (const path of ['/', '/local/people', '/local/v3/conversations', '/api/messages', '/nowhere']) {
        for (const method of ['GET', 'POST']) {
          expect(await status(path, { origin: 'http://evil.example' }, method), `${method} ${path}`).to.equal(403)
          expect(await status(path, { host: 'evil.example' }, method), `${method} ${path}`).to.equal(403)
        }
      }
      expect(server.received).to.deep.equal([])
    })

    it('asks for application/json, which another page cannot send unasked', async () => {
      const id = encodeURIComponent(await server.conversationId('Amina Yusuf'))
      const response = await fetch(`${server.url}/local/chat/${id}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ clientId: '1', text: 'Hello' }),
      })
      expect(response.status).to.equal(415)
    })

    it('serves the page with a policy that allows nothing inline and nothing from elsewhere', async () => {
      const response = await fetch(`${server.url}/`)
      expect(response.status).to.equal(200)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).to.include("default-src 'none'").and.include("script-src 'self'").and.include('frame-ancestors')
      expect(policy).not.to.include('unsafe')
      expect(await response.text()).not.to.match(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
    })

    it('serves no file but its own', async () => {
      for (const path of ['/local/page/..%2Fpeople.ts', '/local/page/%2e%2e/people.ts', '/local/vendor/toString']) {
        expect(await status(path, {}), path).to.equal(404)
      }
    })
  })
})
