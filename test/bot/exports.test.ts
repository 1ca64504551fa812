import { expect } from 'chai'
import { mountExports } from '../../bot/exports.ts'
import type { Role } from '../../dialogs/access.ts'
import { type Bench, reviewBench } from '../dialogs/review/bench.ts'
import { type RunningBot, startBot } from '../support/botServer.ts'

describe('the download page of an export', () => {
  let bench: Bench
  let bot: RunningBot
  let role: Role
  beforeEach(async () => {
    bench = await reviewBench()
    role = 'hr'
    const roles = { roleOf: async () => role }
    const downloads = { redeem: async () => ({ kind: 'unknown' as const }) }
    const log = { info: () => undefined, error: () => undefined }
    bot = await startBot({
      routes: [
        (server) => mountExports(server, { links: bench.deps.links, review: bench.service, downloads, roles, log }),
      ],
    })
    await bench.put({ name: 'Sue Nowak' })
  })
  afterEach(async () => {
    await bot.close()
    await bench.stores.close()
  })

  const link = async (): Promise<string> => {
    const ready = await bench.service.requestExport(bench.helen, { filter: {}, purpose: 'The panel', format: 'csv' })
    return ready.kind === 'ready' ? `${bot.url}/exports/${ready.token}` : ''
  }

  it('is spent by its button alone: opened twice, pressed once, used up', async () => {
    const url = await link()
    for (let i = 0; i < 2; i++) {
      const opened = await fetch(url)
      expect(opened.status).to.equal(200)
      const html = await opened.text()
      expect(html).to.include('<form method="post"><button type="submit">Download</button></form>')
      expect(html).not.to.match(/<script|Nowak|Helen/)
      expect(opened.headers.get('cache-control')).to.equal('no-store')
      expect(opened.headers.get('content-security-policy')).to.include("form-action 'self'")
    }
    const pressed = await fetch(url, { method: 'POST' })
    expect(pressed.status).to.equal(200)
    expect(pressed.headers.get('content-disposition')).to.equal('attachment; filename="interest-2014-01-08.csv"')
    expect(await pressed.text()).to.include('Sue Nowak')
    for (const method of ['POST', 'GET']) expect((await fetch(url, { method })).status).to.equal(410)
    expect(await bench.audited('export')).to.have.length(1)
  })

  it('gives one file to many presses at once', async () => {
    const url = await link()
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await fetch(url, { method: 'POST' })).status),
    )
    expect(statuses.filter((status) => status === 200)).to.have.length(1)
    expect(statuses.filter((status) => status === 410)).to.have.length(9)
  })

  it('runs out in five minutes', async () => {
    const url = await link()
    bench.clock.forward({ ms: 5 * 60_000 })
    for (const method of ['GET', 'POST']) expect((await fetch(url, { method })).status).to.equal(410)
    expect(await bench.audited('export')).to.have.length(0)
  })

  it('gives nothing to somebody who is not HR any more, and makes nothing', async () => {
    const url = await link()
    role = 'staff'
    const pressed = await fetch(url, { method: 'POST' })
    expect(pressed.status).to.equal(403)
    expect(await pressed.text()).not.to.include('Nowak')
    expect(await bench.audited('export')).to.have.length(0)
  })

  it('knows no other links', async () => {
    for (const token of ['x', 'y'.repeat(43), '%00', '..%2f..%2fetc'])
      expect((await fetch(`${bot.url}/exports/${token}`)).status).to.equal(404)
  })
})
