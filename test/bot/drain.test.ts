import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { message } from '../support/botServer.ts'

describe('a process that is told to end', () => {
  let child: ChildProcess
  let lines: AsyncIterator<string>

  const start = async (env: Record<string, string> = {}): Promise<string> => {
    child = spawn(process.execPath, [join(import.meta.dirname, '../support/drainingBot.ts')], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (!child.stdout) throw new Error('It has no output.')
    lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    return next()
  }
  const next = async (): Promise<string> => (await lines.next()).value
  const post = (url: string): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message()),
    })
  afterEach(() => child.kill('SIGKILL'))

  it('answers what is in flight, closes its store last, and ends well within two seconds', async () => {
    const answer = post(await start())
    expect(await next()).to.equal('turning')
    const started = performance.now()
    child.kill('SIGTERM')
    expect(await (await answer).text()).to.include('Two years.')
    expect(await next()).to.equal('store closed')
    expect(await once(child, 'exit')).to.deep.equal([0, null])
    expect(performance.now() - started).to.be.below(2000)
  })

  it('ends at once on a second signal', async () => {
    const answer = post(await start()).catch(() => 'cut off')
    expect(await next()).to.equal('turning')
    child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 50))
    child.kill('SIGINT')
    expect(await once(child, 'exit')).to.deep.equal([1, null])
    expect(await answer).to.equal('cut off')
  })

  it('ends even so when a part does not close, and says so by its exit code', async () => {
    await start({ BROKEN: 'yes' })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).to.deep.equal([1, null])
  })
}).timeout(10_000)
