import type { Clock } from '../../dialogs/clock.ts'
import type { Outbox } from '../../dialogs/notices/outbox.ts'
import type { PersonNoticeStore } from '../../dialogs/notices/personNotices.ts'
import type { Logger } from '../logger.ts'
import { everySoOften, type Loop } from '../loops.ts'

export interface RunnerOptions {
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

/** Everything that the bot does unasked: notices every half minute, the retention sweep every hour. */
export const unasked = (options: RunnerOptions): Loop => {
  const { outbox, log, noticesMs = 30_000, sweepMs = 60 * 60_000 } = options
  /** One that fails does not keep the others from their turn. */
  const each = async (...works: (() => Promise<unknown>)[]): Promise<void> => {
    const failures: unknown[] = []
    for (const work of works) await work().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  const loops = [
    everySoOften(
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
    everySoOften(
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
      for (const loop of loops) loop.start()
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
