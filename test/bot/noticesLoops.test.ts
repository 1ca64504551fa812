import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { createLogger } from '../../bot/logger.ts'
import { everySoOften } from '../../bot/loops.ts'
import { unasked } from '../../bot/notices/runner.ts'

describe('Regular work', () => {
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  beforeEach(() => lines.splice(0))

  it('begins at once, comes again, and is never done twice at once', async () => {
    let running = 0
    let most = 0
    let rounds = 0
    const loop = everySoOften(
      'test',
      1,
      async () => {
        most = Math.max(most, ++running)
        await wait(5)
        running--
        rounds++
      },
      log,
    )
    loop.start()
    loop.start()
    await wait(60)
    await loop.stop()
    const done = rounds
    expect(most).to.equal(1)
    expect(done).to.be.above(2)
    await wait(20)
    expect(rounds).to.equal(done)
  })

  it('is waited for when it is stopped, and told so', async () => {
    let ended = ''
    const loop = everySoOften(
      'test',
      1,
      async (signal) => {
        await wait(30)
        ended = signal.aborted ? 'asked to' : 'by itself'
      },
      log,
    )
    loop.start()
    await loop.stop()
    expect(ended).to.equal('asked to')
    await everySoOften('never started', 1, async () => undefined, log).stop()
  })

  it('logs what goes wrong, without a word of anybody, and goes on', async () => {
    let rounds = 0
    const loop = everySoOften(
      'test',
      1,
      async () => {
        rounds++
        throw new Error('"my manager hates me"')
      },
      log,
    )
    loop.start()
    await wait(30)
    await loop.stop()
    expect(rounds).to.be.above(1)
    expect(lines[0]).to.include('"loop":"test"').and.not.include('hates')
  })

  it('of the bot goes on to the next when one part fails', async () => {
    const done: string[] = []
    const fails = async (): Promise<never> => {
      throw new Error('down')
    }
    const noted = (name: string, value: unknown) => async () => {
      done.push(name)
      return value as never
    }
    const loop = unasked({
      cohortNotices: { run: fails },
      digest: { run: noted('digest', 0) },
      outbox: { run: noted('outbox', { sent: 1, failed: 0, later: 0 }) },
      sweep: fails,
      personNotices: { removeExpired: noted('expired', 0) },
      clock: () => new Date(),
      log,
    })
    loop.start()
    await wait(20)
    await loop.stop()
    expect(done.sort()).to.deep.equal(['digest', 'expired', 'outbox'])
    expect(lines.filter((line) => line.includes('failed'))).to.have.length(3)
  })
})
