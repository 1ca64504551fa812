import type { Clock } from '../../dialogs/clock.ts'
import type { Outbox } from '../../dialogs/notices/outbox.ts'
import type { PersonNoticeStore } from '../../dialogs/notices/personNotices.ts'
import { type BackgroundJob, backgroundJob } from '../backgroundJob.ts'
import type { Logger } from '../logger.ts'

interface NoticeJobsOptions {
  outbox: Outbox
  cohortNotices: { run(signal?: AbortSignal): Promise<number> }
  digest: { run(): Promise<number> }
  /** Removes what is past its date. */
  sweep: () => Promise<object>
  personNotices: Pick<PersonNoticeStore, 'removeExpired'>
  clock: Clock
  log: Logger
  /** The pause between two rounds of notices; thirty seconds unless told. */
  noticesMs?: number
  /** The pause between two sweeps; an hour unless told. */
  sweepMs?: number
}

/** The notices, every half minute, and the retention sweep, every hour, as one job. */
export const noticeJobs = (options: NoticeJobsOptions): BackgroundJob => {
  const { outbox, log, noticesMs = 30_000, sweepMs = 60 * 60_000 } = options
  /** Runs each, also after one that fails; throws the first failure at the end. */
  const each = async (...works: (() => Promise<unknown>)[]): Promise<void> => {
    const failures: unknown[] = []
    for (const work of works) await work().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  const jobs = [
    backgroundJob(
      'notices',
      noticesMs,
      (signal) =>
        each(
          () => options.cohortNotices.run(signal),
          () => options.digest.run(),
          async () => {
            const { sent, failed, later } = await outbox.run(signal)
            if (sent + failed + later > 0) log.info({ sent, failed, later }, 'Notices')
          },
        ),
      log,
    ),
    backgroundJob(
      'retention',
      sweepMs,
      () =>
        each(
          async () => log.info({ swept: await options.sweep() }, 'Retention'),
          () => options.personNotices.removeExpired(options.clock().toISOString()),
        ),
      log,
    ),
  ]
  return {
    start() {
      for (const job of jobs) job.start()
    },
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
    },
  }
}
