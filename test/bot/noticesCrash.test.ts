import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import type { Interest } from '../../dialogs/interest/interest.ts'
import { type Connector, startConnector } from '../support/connector.ts'
import { noticeLines, pendingNotice, reachable } from '../support/notices.ts'

const PROGRAM = fileURLToPath(new URL('../support/sendingNotices.ts', import.meta.url))
const LEASE = 60_000
const FIRST = '2014-01-08T10:00:00.000Z'
const LATER = '2014-01-08T10:01:01.000Z'

describe('Notices of a process that is killed', function () {
  this.timeout(20_000)
  let folder: string
  let file: string
  let connector: Connector
  const children: ChildProcess[] = []

  const run = async (now: string, waits = ''): Promise<{ child: ChildProcess; line: string }> => {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(['sqlite', file]), now, String(LEASE), waits], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    children.push(child)
    const lines = createInterface(child.stdout as NodeJS.ReadableStream)[Symbol.asyncIterator]()
    return { child, line: String((await lines.next()).value) }
  }
  const kill = async (child: ChildProcess): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const write = async (ids: string[]): Promise<Interest[]> => {
    const stores = openSqlite(file)
    const reference = {
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', conversationType: 'personal' },
      bot: { id: '28:bot' },
      user: { id: '29:sam' },
    }
    const interests: Interest[] = []
    for (const id of ids) interests.push(await reachable(stores, { pending: [pendingNotice({ id })] }, reference))
    await stores.close()
    return interests
  }
  const lines = async (interest: Interest): Promise<string[]> => {
    const stores = openSqlite(file)
    const found = await noticeLines(stores, interest)
    await stores.close()
    return found
  }
  const arrivedIds = () => connector.arrived.map(({ body }) => (body.channelData as { noticeId?: string }).noticeId)

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'notices-'))
    file = path.join(folder, 'bot.sqlite')
    connector = await startConnector()
  })
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    await connector.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('arrive once when it ended between the store and the channel', async () => {
    const [first, second] = await write(['n1', 'n2'])
    const { child, line } = await run(FIRST, 'before')
    expect(line).to.equal('before n1')
    await kill(child)
    expect(connector.arrived).to.deep.equal([])
    expect((await run(LATER)).line).to.equal('done {"sent":2,"failed":0,"later":0}')
    expect(arrivedIds().sort()).to.deep.equal(['n1', 'n2'])
    expect(await lines(first as Interest)).to.deep.equal(['notice-sent 2'])
    expect(await lines(second as Interest)).to.deep.equal(['notice-sent 1'])
  })

  it('are repeated with the same id when it ended between the channel’s answer and the mark', async () => {
    const [only] = await write(['n1'])
    const { child, line } = await run(FIRST, 'after')
    expect(line).to.equal('after n1')
    await kill(child)
    expect((await run(FIRST)).line).to.equal('done {"sent":0,"failed":0,"later":0}')
    expect((await run(LATER)).line).to.equal('done {"sent":1,"failed":0,"later":0}')
    expect(arrivedIds()).to.deep.equal(['n1', 'n1'])
    expect(await lines(only as Interest)).to.deep.equal(['notice-sent 2'])
  })

  it('go out once from two processes at the same time', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `n${i}`)
    await write(ids)
    await Promise.all([run(FIRST), run(FIRST)])
    expect(arrivedIds().sort()).to.deep.equal([...ids].sort())
  })
})
