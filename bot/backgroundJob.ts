import type { Logger } from './logger.ts'

/** Work that is repeated while the process lives. */
export interface BackgroundJob {
  /** Runs the first round at once; a second call changes nothing. */
  start(): void
  /** Begins no further round, and aborts the signal of the one that is running. Resolves when that has ended. */
  stop(): Promise<void>
}

/**
 * A job whose rounds never overlap: the pause begins when a round has ended. A failed round is logged, and the next one
 * comes all the same. Its timer keeps no process alive.
 * @param name what the log calls the job
 * @param pauseMs the pause between two rounds
 */
export const backgroundJob = (
  name: string,
  pauseMs: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  log: Pick<Logger, 'error'>,
): BackgroundJob => {
  let stopping: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const round = async (signal: AbortSignal): Promise<void> => {
    try {
      await work(signal)
    } catch (err) {
      log.error({ err, job: name }, 'A round of a background job failed')
    }
    if (!signal.aborted) timer = setTimeout(begin, pauseMs, signal).unref()
  }
  const begin = (signal: AbortSignal): void => {
    running = round(signal)
  }

  return {
    start() {
      if (stopping) return
      stopping = new AbortController()
      begin(stopping.signal)
    },
    async stop() {
      stopping?.abort()
      clearTimeout(timer)
      await running
    },
  }
}
