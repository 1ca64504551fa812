import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { backgroundJob } from '../../bot/backgroundJob.ts'
import { createLogger } from '../../bot/logger.ts'
import { noticeJobs } from '../../bot/notices/noticeJobs.ts'

describe('A background job', () => {
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  beforeEach(() => lines.splice(0))

  it('begins at once, comes again, and is never done twice at once', async () => {
    let running = 0
    let most = 0
    let rounds = 0
    const job = backgroundJob(
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
    job.start()
    job.start()
    await wait(60)
    await job.stop()
    const done = rounds
    expect(most).to.equal(1)
    expect(done).to.be.above(2)
    await wait(20)
    expect(rounds).to.equal(done)
  })

  it('is waited for when it is stopped, and told so', async () => {
    let ended = ''
    const job = backgroundJob(
      'test',
      1,
      async (signal) => {
        await wait(30)
        ended = signal.aborted ? 'asked to' : 'by itself'
      },
      log,
    )
    job.start()
    await job.stop()
    expect(ended).to.equal('asked to')
    await backgroundJob('never started', 1, async () => undefined, log).stop()
  })

  it('logs what goes wrong, without a word of anybody, and goes on', async () => {
    let rounds = 0
    const job = backgroundJob(
      'test',
      1,
      async () => {
        rounds++
        throw new Error('"my manager hates me"')
      },
      log,
    )
    job.start()
    await wait(30)
    await job.stop()
    expect(rounds).to.be.above(1)
    expect(lines[0]).to.include('"job":"test"').and.not.include('hates')
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
    const job = noticeJobs({
      cohortNotices: { run: fails },
      digest: { run: noted('digest', 0) },
      outbox: { run: noted('outbox', { sent: 1, failed: 0, later: 0 }) },
      sweep: fails,
      personNotices: { removeExpired: noted('expired', 0) },
      clock: () => new Date(),
      log,
    })
    job.start()
    await wait(20)
    await job.stop()
    expect(done.sort()).to.deep.equal(['digest', 'expired', 'outbox'])
    expect(lines.filter((line) => line.includes('failed'))).to.have.length(3)
  })
})
